import type { HttpBindings } from '@hono/node-server'
import type { Session } from '#server/access/session.ts'

/** What Hono carries with each request. */
export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    /** Set by `requireSession`: reading it without that middleware is a mistake of ours. */
    session: Session
  }
}
