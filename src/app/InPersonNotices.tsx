import type { DocumentId } from '#domain/identifiers.ts'
import type { PlainAct, Patch } from '#domain/operation.ts'
import { InPersonNotice } from '#features/inPerson/InPersonNotice.tsx'
import { useSignedInPerson, type SignedInPerson } from '#features/inPerson/useSignedInPerson.ts'
import { useWorkspace } from './workspace.ts'

/** What was signed in this person’s name on other devices, until they answered for it. */
export function InPersonNotices() {
  const { db, person, now, newDocumentId, newIntent, act } = useWorkspace()
  const signed = useSignedInPerson(db, person.id) ?? []

  const answer = async ({ document, actor }: SignedInPerson, text: string) => {
    const note: { documentId: DocumentId; kind: 'note' } = {
      documentId: newDocumentId(),
      kind: 'note',
    }
    const set = { text, about: document.id }
    const patch: Patch = { ...newIntent(), ...note, type: 'patch', set, seen: {} }
    const refused = await act(patch, { ...actor, at: now() })
    if (refused) return refused
    const publish: PlainAct = { ...newIntent(), ...note, type: 'publish' }
    return act(publish, { ...actor, at: now() })
  }

  return signed.map((each) => (
    <InPersonNotice key={each.document.id} signed={each} onAnswer={(text) => answer(each, text)} />
  ))
}
