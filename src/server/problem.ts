import type { ContentfulStatusCode } from 'hono/utils/http-status'

/**
 * The one shape of every refusal: `{ code, message }`. `code` is stable and for programs,
 * `message` is a French sentence for people. `more` adds fields next to them.
 */
export function problem(
  status: ContentfulStatusCode,
  code: string,
  message: string,
  {
    headers = {},
    ...more
  }: { readonly headers?: Record<string, string> } & Record<string, unknown> = {},
): Response {
  return Response.json(
    { ...more, code, message },
    { status, headers: { 'Cache-Control': 'no-store', ...headers } },
  )
}
