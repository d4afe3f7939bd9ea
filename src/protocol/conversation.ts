/** Version of the conversation between device and server. */
export const PROTOCOL = 1
/** Header of every answer of ours: without it, whoever answered is not our server (captive portal). */
export const PROTOCOL_HEADER = 'X-Livret-Protocol'
/** Most operations in one push. */
export const PUSH_MAX = 500
/** Most bytes of operations in one push, as JSON. */
export const PUSH_BYTES_MAX = 512_000
/** Content type of a pull’s answer: one JSON value to a line. */
export const PULL_TYPE = 'application/x-ndjson'
