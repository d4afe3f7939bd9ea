import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation, Sign } from '#domain/operation.ts'
import { newestShapeOf } from '#domain/operationShapes.ts'
import type { Actor } from '#domain/rights.ts'
import { act } from '#store/act.ts'
import type { Ready } from '#store/batch.ts'
import { openLogbookDb } from '#store/database.ts'
import { createJournal, watchJournal } from '#store/journal.ts'
import { isQuota } from '#store/room.ts'
import type { TakenFile } from '#store/takenFile.ts'
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
    v: newestShapeOf(),
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
  const promptly = (ready?: Ready) =>
    void sync.then((running) => {
      running.promptly(ready)
    })

  const perform = async (
    operation: Operation,
    actor: Actor,
    file?: TakenFile,
  ): Promise<Problem | null> => {
    try {
      const decision = await act(db, operation, actor, { file })
      if (decision.verdict === 'rejected') return decision.code
      promptly(decision.ready)
      return null
    } catch (error) {
      if (isNotFetched(error)) return 'not-loaded'
      return file && isQuota(error) ? 'no-room' : 'not-kept'
    }
  }

  // Hardly ever is there anything to give back: what does it comes when there is.
  const giveBack = () => {
    if (journal.list().length === 0) return
    void loadPart(() => import('#store/recover.ts'))
      .then(({ recover }) => recover(db, journal, newIntent))
      .then((entries) => {
        if (entries > 0) soon()
      })
  }
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
    addPhoto: (...photo) =>
      orNotLoaded(async () =>
        (await import('./photos/addPhoto.ts')).addPhoto({ perform, newIntent }, ...photo),
      ),
    recordMemo: (...memo) =>
      orNotLoaded(async () =>
        (await import('./memos/recordMemo.ts')).recordMemo({ db, newIntent, promptly }, ...memo),
      ),
    removeFile: async (file) => {
      const { removeFile } = await import('./files/removeFile.ts')
      await removeFile({ db, act: perform, newIntent }, person.id, file)
    },
    hasRoomForFile: async () => {
      const hasRoom = await orNotLoaded(async () =>
        (await import('./files/makeRoom.ts')).makeRoom(db),
      )
      // Where that cannot be asked, the write itself will tell.
      return hasRoom !== false
    },
    fileUrl: async (...file) => (await sync).fileUrl(...file),
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
