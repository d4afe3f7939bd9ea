import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation, Sign } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { act } from '#store/act.ts'
import { isQuota } from '#store/room.ts'
import { openLogbookDb } from '#store/database.ts'
import { recover } from '#store/draftWriter.ts'
import { createJournal } from '#store/journal.ts'
import { createSyncState } from '#sync/syncState.ts'
import type { TakenPhoto } from '#store/takenPhoto.ts'
import type { Problem } from '#features/parts/problem.ts'
import { newId, now, today } from './device.ts'
import type { Person } from './session.ts'
import type { Workspace } from './workspace.ts'

export interface OpenWorkspace extends Workspace {
  readonly close: () => void
}

/** Opens the person’s database on this device and begins to exchange with the server. */
export function openWorkspace(person: Person): OpenWorkspace {
  const db = openLogbookDb(person.id)
  const journal = createJournal(localStorage, person.id)

  const newIntent = (present?: PersonId) => ({
    id: newId<OperationId>(),
    v: 1 as const,
    at: now(),
    present: present ?? null,
  })

  const state = createSyncState()
  const sync = import('./startSync.ts').then(({ startSync }) => startSync(db, person, state))
  const soon = () =>
    void sync.then((running) => {
      running.soon()
    })
  const promptly = () =>
    void sync.then((running) => {
      running.promptly()
    })

  const perform = async (
    operation: Operation,
    actor: Actor,
    photo?: TakenPhoto,
  ): Promise<Problem | null> => {
    try {
      const decision = await act(db, operation, actor, photo)
      if (decision.verdict === 'rejected') return decision.code
      promptly()
      return null
    } catch (error) {
      return photo && isQuota(error) ? 'photo-too-big' : 'not-kept'
    }
  }

  void recover(db, journal, newIntent).then((documents) => {
    if (documents > 0) soon()
  })

  return {
    db,
    person,
    now,
    today,
    newDocumentId: newId<DocumentId>,
    newIntent,
    act: perform,
    sign: async (document, hash, actor) => {
      const version = document.versions.find((each) => each.hash === hash)
      if (!version) return 'unknown-version'
      const { id, v, at, present } = newIntent(actor.via ? actor.personId : undefined)
      const { signStatement } = await import('./signingKey.ts')
      const jws = await signStatement(db, {
        logbook: document.logbookId,
        document: document.id,
        version: version.number,
        hash,
        signer: actor.personId,
        role: actor.role,
        at,
      })
      const sign: Sign = {
        id,
        v,
        at,
        present,
        documentId: document.id,
        kind: document.kind,
        type: 'sign',
        hash,
        jws,
      }
      return perform(sign, { ...actor, at })
    },
    draftOf: (kind, documentId, identity, actor) => ({
      db,
      target: { logbookId: actor.logbookId, documentId, kind, actor },
      identity,
      newIntent: () => newIntent(actor.via ? actor.personId : undefined),
      journal,
      onWritten: soon,
    }),
    addPhoto: async (...photo) => {
      const { addPhoto } = await import('./photos/addPhoto.ts')
      return addPhoto({ perform, newIntent }, ...photo)
    },
    hasRoomForPhoto: async () => {
      const { makeRoom } = await import('./photos/makeRoom.ts')
      return makeRoom(db, (navigator as Partial<Navigator>).storage ?? {})
    },
    photoUrl: async (...photo) => (await sync).photoUrl(...photo),
    sync: { state, now: async () => (await sync).now() },
    close: () => {
      void sync.then((running) => {
        running.stop()
      })
      db.close()
    },
  }
}
