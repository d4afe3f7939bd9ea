/** A refused body is still read to here, in bytes, so that its sender gets to hear the answer. */
const DRAIN_MAX = 16_000_000

/** The body, or `null` when it is longer than `max` bytes, whatever its header claims. */
export async function readBytes(
  { body }: Request,
  max: number,
  drain = DRAIN_MAX,
): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length <= max) chunks.push(chunk)
    else chunks.length = 0
    if (length > drain) break
  }
  return length > max ? null : Buffer.concat(chunks)
}
