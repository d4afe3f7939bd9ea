import type { Context } from 'hono'
import type { PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { logbookId as logbookIdSchema, sha256Hex } from '#protocol/identifier.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { FilePlace } from '#server/storage/logbookFiles.ts'
import { listMembers } from '#server/storage/logbooks.ts'

/** Which file is asked about, by whom. */
export interface FileQuestion extends FilePlace {
  readonly role: Role
}

/**
 * What is asked for, by a member of today, or `null`. `late`: also by who left a short while ago,
 * whose words are still taken.
 */
export async function readQuestion(
  { pool, now }: Deps,
  c: Context<Env>,
  { late = false }: { readonly late?: boolean } = {},
): Promise<FileQuestion | null> {
  const logbookId = logbookIdSchema.safeParse(c.req.param('id'))
  const sha256 = sha256Hex.safeParse(c.req.param('sha256'))
  if (!logbookId.success || !sha256.success) return null
  const personId = c.get('session').personId as PersonId
  const standings = late ? (['present', 'late'] as const) : undefined
  const members = await listMembers(pool, logbookId.data, civilDay(now()), standings)
  const role = members.get(personId)
  return role ? { logbookId: logbookId.data, sha256: sha256.data, personId, role } : null
}

export const noSuchFile = () => problem(404, 'not-found', 'Ce fichier n’existe pas.')
