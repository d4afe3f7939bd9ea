/** Brands of the ISO base media file format under which HEVC pictures travel (ISO/IEC 23008-12). */
const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']

/** Whether a file begins as a HEIC or HEIF picture does, whatever its name. */
export async function isHeic(file: Blob): Promise<boolean> {
  const start = await file.slice(4, 12).text()
  return start.startsWith('ftyp') && BRANDS.includes(start.slice(4))
}
