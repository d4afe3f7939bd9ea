/** A refused body is still read to here, in bytes, so that its sender gets to hear the answer. */
const DRAIN_MAX = 16_000_000

/** All bodies that are on their way in, together, in bytes: slow senders share this much memory. */
const TOGETHER_MAX = 64_000_000

/** What is said to be no longer than this, in bytes, is read in one piece: most requests by far. */
const SMALL_MAX = 64_000

let together = 0

/**
 * The body of a request. `too-large`: longer than `max` bytes, whatever its header claims. `busy`:
 * so many bodies are on their way that there is no memory for this one.
 */
export async function readBody(
  request: Request,
  max: number,
): Promise<Buffer | 'too-large' | 'busy'> {
  const said = Number(request.headers.get('Content-Length'))
  const isSmall = said > 0 && said <= SMALL_MAX && together + said <= TOGETHER_MAX
  return isSmall ? readSmall(request, said, max) : readPieces(request, max)
}

/** The server reads no more of a request than it says to have. */
async function readSmall(
  request: Request,
  said: number,
  max: number,
): Promise<Buffer | 'too-large'> {
  together += said
  try {
    const body = Buffer.from(await request.arrayBuffer())
    return body.length > max ? 'too-large' : body
  } finally {
    together -= said
  }
}

async function readPieces(request: Request, max: number): Promise<Buffer | 'too-large' | 'busy'> {
  const chunks: Uint8Array[] = []
  let kept = 0
  let length = 0
  let refused: 'too-large' | 'busy' | null = null
  const drop = (): void => {
    chunks.length = 0
    together -= kept
    kept = 0
  }
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength
      if (length > max) refused = 'too-large'
      else if (together + chunk.byteLength > TOGETHER_MAX) refused ??= 'busy'
      if (refused) drop()
      else {
        chunks.push(chunk)
        kept += chunk.byteLength
        together += chunk.byteLength
      }
      if (length > DRAIN_MAX) break
    }
    return refused ?? Buffer.concat(chunks)
  } finally {
    drop()
  }
}
