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

const NO_NEXT = Buffer.alloc(4)

/** Whether the bytes still say where, or with what, the picture was taken. */
export const saysWhere = (bytes: Buffer): boolean => bytes.includes('Exif') || bytes.includes(GPS)
