import type { LogbookId } from '#domain/identifiers.ts'
import { contentHash } from '#store/contentHash.ts'
import type { LogbookDb, PictureForm } from '#store/database.ts'
import { keepPicture, showPicture } from '#store/pictures.ts'
import type { Transport } from '#sync/transport.ts'

/** `thumbnail`: a photo for a list; `screen`: to look at it; `sound`: a memo, to hear it. */
export type ShownForm = 'screen' | 'thumbnail' | 'sound'

/** What does for each of them, the best first. */
const forms: Readonly<Record<ShownForm, readonly PictureForm[]>> = {
  thumbnail: ['thumbnail', 'screen', 'original'],
  screen: ['original', 'screen'],
  sound: ['original'],
}

/** Longest that a picture is waited for, in ms. */
const PATIENCE = 20_000
/** And a sound: three minutes of it at two kilobytes a second. */
const SOUND_PATIENCE = 300_000

/**
 * Gives photos an address for `<img>`, and sounds one for `<audio>`: from this device, else from the
 * server, which is then kept. Where the large picture cannot be had, the small one does. An address
 * is made once for each file and form, and lasts as long as the page. `now`: UTC instant.
 */
export function createFileUrls(db: LogbookDb, transport: Transport, now: () => string) {
  const urls = new Map<string, string>()
  const coming = new Map<string, Promise<string | null>>()

  const urlOf = (logbookId: LogbookId, sha256: string, form: ShownForm): Promise<string | null> => {
    const name = `${sha256} ${form}`
    const known = urls.get(name)
    if (known !== undefined) return Promise.resolve(known)
    const asked = coming.get(name)
    if (asked) return asked
    const found = find(logbookId, sha256, form).finally(() => coming.delete(name))
    coming.set(name, found)
    return found
  }

  const find = async (logbookId: LogbookId, sha256: string, form: ShownForm) => {
    const bytes =
      (await showPicture(db, sha256, forms[form], now())) ?? (await load(logbookId, sha256, form))
    if (!bytes) return form === 'screen' ? urlOf(logbookId, sha256, 'thumbnail') : null
    const type = form === 'sound' ? soundTypeOf(bytes) : 'image/jpeg'
    const url = URL.createObjectURL(new Blob([bytes], { type }))
    urls.set(`${sha256} ${form}`, url)
    return url
  }

  const load = async (
    logbookId: LogbookId,
    sha256: string,
    shown: ShownForm,
  ): Promise<ArrayBuffer | null> => {
    const isSound = shown === 'sound'
    const form = isSound ? 'original' : shown
    const signal = AbortSignal.timeout(isSound ? SOUND_PATIENCE : PATIENCE)
    const answer = await transport.getFile({ logbookId, sha256, form }, signal)
    if (answer.kind !== 'ok') return null
    // What is heard is what was signed, and nothing else.
    if (isSound && (await contentHash(answer.body)) !== sha256) return null
    const picture = { sha256, form, logbookId, usedAt: now() } as const
    // What cannot be kept can be looked at all the same.
    await keepPicture(db, picture, answer.body).catch(() => undefined)
    return answer.body
  }

  return urlOf
}

/** What a sound is, by its first byte: EBML, `OggS`, or the size of a box. */
function soundTypeOf(bytes: ArrayBuffer): string {
  const [first] = new Uint8Array(bytes)
  return first === 0x1a ? 'audio/webm' : first === 0x4f ? 'audio/ogg' : 'audio/mp4'
}
