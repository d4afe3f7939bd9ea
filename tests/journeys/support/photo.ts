import type { Page } from '@playwright/test'

/** Where the phone was when it took the picture, as cameras write it: 45° 26′ north. */
const GPS = Buffer.from('GPS-45.4397N-4.3872E')

/** A real JPEG as a phone’s camera writes it: with EXIF that says where it was taken. */
export async function photoWithPlace(page: Page): Promise<Buffer> {
  const jpeg = await page.screenshot({ type: 'jpeg' })
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16BE(tag, 0)
    bytes.writeUInt16BE(type, 2)
    bytes.writeUInt32BE(count, 4)
    bytes.writeUInt32BE(value, 8)
    return bytes
  }
  const directory = (entries: Buffer[]) => [Buffer.from([0, entries.length]), ...entries, NO_NEXT]
  const header = Buffer.from('MM\0*\0\0\0\u0008', 'latin1')
  // GPSInfo leads to the GPS directory, whose processing method holds the place.
  const tiff = Buffer.concat([
    header,
    ...directory([entry(0x8825, 4, 1, 26)]),
    ...directory([entry(0x001b, 7, GPS.length, 44)]),
    GPS,
  ])
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const marker = Buffer.from([0xff, 0xe1, 0, 0])
  marker.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)])
}

/** A photo that stays heavier than half a megabyte when it is made small: nothing but noise. */
export async function heavyPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2_000, 1_500)
    const context = canvas.getContext('2d')
    const pixels = context?.createImageData(canvas.width, canvas.height)
    if (!context || !pixels) throw new Error('no 2d context')
    for (let at = 0; at < pixels.data.length; at += 4) {
      pixels.data.set([Math.random() * 256, Math.random() * 256, Math.random() * 256, 255], at)
    }
    context.putImageData(pixels, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return Buffer.from(base64, 'base64')
}

/** How a photo of an iPhone begins; a browser that is not Apple’s reads no more of it. */
export const heicPhoto = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(2_000, 7)])

const NO_NEXT = Buffer.alloc(4)

/** Whether the bytes still say where, or with what, the picture was taken. */
export const saysWhere = (bytes: Buffer): boolean => bytes.includes('Exif') || bytes.includes(GPS)
