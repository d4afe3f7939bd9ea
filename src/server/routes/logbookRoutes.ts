import { Hono } from 'hono'
import { requireSession } from '#server/access/requireSession.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { getCentre, postLogbooks } from './centre.ts'
import { exportLogbook, exportWithFiles } from './export.ts'
import { getFile } from './files.ts'
import { getHeld, getHeldCounts, postHeld } from './held.ts'
import { postSkills } from './importSkills.ts'
import { getReceived, putFile, putPiece } from './fileUpload.ts'
import { patchMember, postMember } from './members.ts'
import { poke } from './poke.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { postRescue } from './rescue.ts'
import { exportSchema, rescueSchema } from './schema.ts'

/**
 * Everything that carries what people write (sync, photos, what was put aside, the export), and who
 * comes into logbooks.
 */
export function registerLogbookRoutes(app: Hono<Env>, deps: Deps): void {
  const sync = new Hono<Env>()
  sync.use(requireSession(deps))
  sync.post('/push', push(deps))
  sync.post('/pull', pull(deps))
  sync.get('/poke', poke(deps))
  app.route('/sync/v1', sync)

  const logbooks = new Hono<Env>()
  logbooks.use(requireSession(deps))
  logbooks.put('/:id/files/:sha256', putFile(deps))
  logbooks.get('/:id/files/:sha256', getFile(deps))
  logbooks.get('/:id/files/:sha256/pieces', getReceived(deps))
  logbooks.put('/:id/files/:sha256/pieces/:start', putPiece(deps))
  logbooks.get('/:id/export', exportLogbook(deps))
  logbooks.get('/:id/export.zip', exportWithFiles(deps))
  logbooks.get('/held', getHeldCounts(deps))
  logbooks.get('/:id/held', getHeld(deps))
  logbooks.post('/:id/held/:operationId', postHeld(deps))
  logbooks.post('/:id/rescue', postRescue(deps))
  logbooks.post('/:id/skills', postSkills(deps))
  logbooks.post('/:id/members', postMember(deps))
  logbooks.patch('/:id/members', patchMember(deps))
  app.route('/api/v1/logbooks', logbooks)

  const centre = new Hono<Env>()
  centre.use(requireSession(deps))
  centre.get('/', getCentre(deps))
  centre.post('/logbooks', postLogbooks(deps))
  app.route('/api/v1/centre', centre)

  app.get('/schemas/livret-export-1.json', exportSchema)
  app.get('/schemas/livret-rescue-1.json', rescueSchema)
}
