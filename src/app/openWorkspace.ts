import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation, Sign } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { act } from '#store/act.ts'
import { openLogbookDb } from '#store/database.ts'
import { createJournal, watchJournal } from '#store/journal.ts'
import { recover } from '#store/recover.ts'
import { isQuota } from '#store/room.ts'
import type { TakenPhoto } from '#store/takenPhoto.ts'
import { createSyncState } from '#sync/syncState.ts'
import type { Problem } from '#features/parts/problem.ts'
import { isNotFetched, loadPart } from '#ui/loadPart.ts'
import { newId, now, today } from './device.ts'
import type { Person } from './session.ts'
import type { RunningSync } from './startSync.ts'
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
  let running: RunningSync | null = null
  const sync = loadPart(() => import('./startSync.ts')).then(
    ({ startSync }) => (running = startSync(db, person, state)),
  )
  const soon = () =>
    void sync.then((engine) => {
      engine.soon()
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
      const decision = await act(db, operation, actor, { photo })
      if (decision.verdict === 'rejected') return decision.code
      promptly()
      return null
    } catch (error) {
      if (isNotFetched(error)) return 'not-loaded'
      return photo && isQuota(error) ? 'photo-too-big' : 'not-kept'
    }
  }

  const giveBack = () =>
    void recover(db, journal, newIntent).then((entries) => {
      if (entries > 0) soon()
    })
  giveBack()
  // A page that is closed may put its words aside when this one has begun already.
  const stopListening = watchJournal(person.id, giveBack)

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
      const statement = {
        logbook: document.logbookId,
        document: document.id,
        version: version.number,
        hash,
        signer: actor.personId,
        role: actor.role,
        at,
      }
      const jws = await orNotLoaded(async () =>
        (await import('./signingKey.ts')).signStatement(db, statement),
      )
      if (jws === 'not-loaded') return jws
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
      const part = await orNotLoaded(() => import('./photos/addPhoto.ts'))
      return part === 'not-loaded' ? part : part.addPhoto({ perform, newIntent }, ...photo)
    },
    removePhoto: async (photo) => {
      const { removePhoto } = await import('./photos/removePhoto.ts')
      await removePhoto({ db, act: perform, newIntent }, person.id, photo)
    },
    hasRoomForPhoto: async () => {
      const part = await orNotLoaded(() => import('./photos/makeRoom.ts'))
      // Where that cannot be asked, the write itself will tell.
      return (
        part === 'not-loaded' || part.makeRoom(db, (navigator as Partial<Navigator>).storage ?? {})
      )
    },
    photoUrl: async (...photo) => (await sync).photoUrl(...photo),
    // Before there is an engine, it is on its way, and begins with a round.
    sync: { state, now: async () => running?.now() },
    close: () => {
      void sync.then((engine) => {
        engine.stop()
      })
      stopListening()
      db.close()
    },
  }
}

/** What comes of `work`, which loads a part of the app; for an act, nobody waits for the network. */
const orNotLoaded = <Result>(work: () => Promise<Result>): Promise<Result | 'not-loaded'> =>
  work().catch((error: unknown) => {
    if (isNotFetched(error)) return 'not-loaded' as const
    throw error
  })
