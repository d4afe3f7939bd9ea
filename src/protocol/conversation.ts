/** Version of the conversation between device and server. */
export const PROTOCOL = 1
/** Header of every answer of ours: without it, whoever answered is not our server (captive portal). */
export const PROTOCOL_HEADER = 'X-Livret-Protocol'
/** Most operations in one push. */
export const PUSH_MAX = 500
/** Most bytes of operations in one push, as JSON. */
export const PUSH_BYTES_MAX = 512_000
/**
 * The oldest version of the app that understands what a pull brings now. An older one may still
 * push: what somebody wrote is always taken.
 */
export const APP_MIN = '2026.11.0'

/** Whether `app` is an older version than `min`, by its numbers; what is no version is not. */
export function isOlderApp(app: string, min: string): boolean {
  const [ours, theirs] = [min, app].map((version) => version.split('.').map(Number))
  if (!ours || theirs?.length !== ours.length || theirs.some(Number.isNaN)) return false
  const index = theirs.findIndex((number, at) => number !== ours[at])
  return index >= 0 && (theirs[index] ?? 0) < (ours[index] ?? 0)
}
/** Content type of a pull’s answer: one JSON value to a line. */
export const PULL_TYPE = 'application/x-ndjson'
/** Most bytes of a photo in one request: a larger one travels in pieces, and goes on after a cut. */
export const FILE_REQUEST_MAX = 524_288
/** Header that says how many bytes the whole photo has, beside each of its pieces. */
export const FILE_LENGTH_HEADER = 'Upload-Length'
