import { Hono, type Context } from 'hono'
import { routePath } from 'hono/route'
import { PROTOCOL, PROTOCOL_HEADER } from '#protocol/conversation.ts'
import { admission } from './admission.ts'
import type { Deps } from './deps.ts'
import type { Env } from './env.ts'
import { problem } from './problem.ts'
import { demo } from './routes/demo.ts'
import { devices } from './routes/devices.ts'
import { health } from './routes/health.ts'
import { registerLogbookRoutes } from './routes/logbookRoutes.ts'
import { session } from './routes/session.ts'
import { signIn } from './routes/signIn.ts'
import { sameOrigin } from './sameOrigin.ts'
import { securityHeaders } from './securityHeaders.ts'
import { staticFiles } from './staticFiles.ts'
import { outageOf } from './storage/outage.ts'
import { createOutageLog, unavailable } from './unavailable.ts'

const notFound = () => problem(404, 'not-found', 'Cette adresse n’existe pas.')

/**
 * The whole HTTP side of Livret: a function from request to answer, which opens no port and reads
 * no clock of its own. Every refusal is `{ code, message }`; while the database is not there 503, and
 * while it has too much to do 429, with `Retry-After`. What breaks inside is logged and answered 500 `failed`,
 * without a word of what broke.
 */
export function createApp(deps: Deps): Hono<Env> {
  const { configuration, log, isDemo, webFolder } = deps
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const start = performance.now()
    await next()
    // The route's pattern, never the address: an address may hold a capability.
    const route = routePath(c, -1)
    const ms = Math.round(performance.now() - start)
    log({ event: 'answer', method: c.req.method, route, status: c.res.status, ms })
  })
  app.use(securityHeaders(configuration))
  for (const path of ['/api/*', '/sync/*', '/health/*'])
    app.use(path, async (c, next) => {
      await next()
      // By this header a device tells us from the sign-in page of a hotel’s network.
      c.res.headers.set(PROTOCOL_HEADER, String(PROTOCOL))
      if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    })
  app.use(sameOrigin(configuration))
  for (const path of ['/api/*', '/sync/*']) app.use(path, admission(deps))

  app.route('/health', health(deps))
  app.route('/api/v1/sign-in', signIn(deps))
  app.route('/api/v1/session', session(deps))
  app.route('/api/v1/devices', devices(deps))
  if (isDemo) app.route('/api/v1/demo', demo(deps))
  registerLogbookRoutes(app, deps)

  for (const path of ['/api/*', '/sync/*', '/health/*']) app.all(path, notFound)
  if (webFolder === null) app.notFound(notFound)
  else app.notFound(staticFiles(webFolder))

  const logOutage = createOutageLog(log)
  app.onError((error, c) => {
    if (isGone(c)) return problem(400, 'cut', 'Cet envoi n’est pas arrivé en entier.')
    const outage = outageOf(error)
    if (outage) {
      logOutage(outage, error)
      return unavailable(outage)
    }
    log({ event: 'failed', method: c.req.method, route: routePath(c, -1) }, error)
    return problem(500, 'failed', 'Livret n’a pas réussi. Réessayez dans un moment.')
  })
  return app
}

/** Whether whoever asked has gone: what breaks then is nobody’s fault, and nobody hears the answer. */
const isGone = (c: Context<Env>): boolean =>
  Boolean((c.env as Env['Bindings'] | undefined)?.incoming?.errored)
