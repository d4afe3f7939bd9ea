import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content, Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { DraftTarget } from '#features/parts/useDraft.ts'
import type { PhotoUrlIn } from '#features/parts/usePhotoUrl.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { FileRow, LogbookDb } from '#store/database.ts'
import type { SyncStateStore } from '#sync/syncState.ts'
import { createContext, use } from 'react'

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
    readonly v: 1
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
  readonly addPhoto: (
    photo: File,
    target: { kind: KindName; documentId: DocumentId; identity: Content; actor: Actor },
  ) => Promise<Problem | null>
  /** Lets go of a photo that the server does not take, and of its place in the draft. */
  readonly removePhoto: (photo: FileRow) => Promise<void>
  /** Whether this device has room for a photo, after it made some where it could. */
  readonly hasRoomForPhoto: () => Promise<boolean>
  /** An address for a picture of the photo, from this device or the server; `null`: not to be had now. */
  readonly photoUrl: PhotoUrlIn
  readonly sync: { readonly state: SyncStateStore; readonly now: () => Promise<void> }
}

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The open workspace; only routes inside the signed-in frame may ask. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new Error('no workspace is open here')
  return workspace
}
