import type { LogEvent } from '#server/deps.ts'

/**
 * What the log may hold of a mail that did not leave: codes alone, since what the mail server says
 * quotes the address.
 */
export function mailFailed(error: unknown): LogEvent {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return {
    event: 'mail-failed',
    code: typeof code === 'string' ? code : undefined,
    answer: typeof responseCode === 'number' ? responseCode : undefined,
  }
}
