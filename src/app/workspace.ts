import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content, Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { DraftTarget } from '#features/parts/useDraft.ts'
import type { FileUrlIn } from '#features/parts/useFileUrl.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { RecordMemo } from '#features/week/memo.ts'
import type { PhotoProblem } from '#features/week/PhotoProblemNotice.tsx'
import type { FileRow, LogbookDb } from '#store/database.ts'
import type { SyncStateStore } from '#sync/syncState.ts'
import { createContext, use } from 'react'

/** A draft that something is put into; `identity`: the fields that name it. */
export interface DraftPlace {
  readonly kind: KindName
  readonly documentId: DocumentId
  readonly identity: Content
  readonly actor: Actor
}

/** What the open database of the person on this device offers to the routes. */
export interface Workspace {
  readonly db: LogbookDb
  readonly person: { readonly id: PersonId; readonly name: string }
  /** UTC instant now. */
  readonly now: () => string
  /** Civil date of today where the person is. */
  readonly today: () => string
  readonly newDocumentId: () => DocumentId
  /** A new intent of the person, or of `present` when the device was handed over. */
  readonly newIntent: (present?: PersonId) => {
    readonly id: OperationId
    readonly v: number
    readonly at: string
    readonly present: PersonId | null
  }
  /** Does an operation on this device and sends it soon. Resolves to why it was refused, or `null`. */
  readonly act: (operation: Operation, actor: Actor) => Promise<Problem | null>
  /** Signs the version on the screen with the key of this device. */
  readonly sign: (document: LogbookDocument, hash: string, actor: Actor) => Promise<Problem | null>
  /** What `useDraft` needs to write one document. Make it once for each document on a screen. */
  readonly draftOf: (
    kind: KindName,
    documentId: DocumentId,
    identity: Content,
    actor: Actor,
  ) => DraftTarget
  /** Makes a photo small, keeps it and names it in the draft, in one act. */
  readonly addPhoto: (photo: File, place: DraftPlace) => Promise<PhotoProblem | null>
  /** Records a memo, keeps it and names it in the draft. */
  readonly recordMemo: (
    place: DraftPlace,
    ...recording: Parameters<RecordMemo>
  ) => ReturnType<RecordMemo>
  /** Lets go of a file that the server does not take, and of its place in the draft. */
  readonly removeFile: (file: FileRow) => Promise<void>
  /** Whether this device has room for a photo or memo, after it made some where it could. */
  readonly hasRoomForFile: () => Promise<boolean>
  /** An address for a photo or sound, from this device or the server; `null`: not to be had now. */
  readonly fileUrl: FileUrlIn
  readonly sync: { readonly state: SyncStateStore; readonly now: () => Promise<void> }
}

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The open workspace; only routes inside the signed-in frame may ask. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new Error('no workspace is open here')
  return workspace
}
