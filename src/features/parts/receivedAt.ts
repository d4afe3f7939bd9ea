/**
 * When the server received a signature: `receivedAt` of its receipt, a compact JWS. Only read to
 * be shown; who wants proof checks the JWS. `null`: not a receipt we can read.
 */
export function receivedAt(receipt: string): string | null {
  const payload = receipt.split('.')[1]
  if (payload === undefined) return null
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    const { receivedAt: at } = JSON.parse(text) as { receivedAt?: unknown }
    return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : null
  } catch {
    return null
  }
}
