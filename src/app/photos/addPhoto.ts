import type { Operation, Patch } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { PhotoProblem } from '#features/week/PhotoProblemNotice.tsx'
import type { TakenFile } from '#store/takenFile.ts'
import { newId } from '../device.ts'
import type { Workspace } from '../workspace.ts'
import { shrinkPhoto } from './shrinkPhoto.ts'

interface Around extends Pick<Workspace, 'newIntent'> {
  readonly perform: (operation: Operation, actor: Actor, file: TakenFile) => Promise<Problem | null>
}

/** Makes a photo small, keeps it and names it in the draft, in one act. */
export async function addPhoto(
  { perform, newIntent }: Around,
  ...[photo, { kind, documentId, identity, actor }]: Parameters<Workspace['addPhoto']>
): Promise<PhotoProblem | null> {
  const small = await shrinkPhoto(photo)
  if (typeof small === 'string') return small
  const { bytes, thumbnail, ...reference } = small
  const intent = newIntent()
  const set = { ...identity, [`photos/${newId()}`]: reference }
  const patch: Patch = { ...intent, documentId, kind, type: 'patch', set, seen: {} }
  const { logbookId } = actor
  const taken = { ...reference, logbookId, bytes, thumbnail, addedAt: intent.at }
  return perform(patch, { ...actor, at: intent.at }, taken)
}
