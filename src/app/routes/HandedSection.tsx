import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { HandedPart } from '#features/interview/HandedPart.tsx'
import { parties } from '#features/interview/parties.ts'
import { actorPresent } from '#features/interview/present.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { useMemo } from 'react'
import { useSectionDraft } from './useSectionDraft.ts'

interface Props {
  readonly interview: LogbookDocument
  readonly facts: LogbookFacts
  /** Who is present and writes. */
  readonly member: Member
  /** Whose device it is. */
  readonly actor: Actor
  readonly all: readonly LogbookDocument[] | undefined
  readonly onDone: () => void
}

/** The part of somebody present, written on a device they were handed. */
export function HandedSection({ interview, facts, member, actor, all, onDone }: Props) {
  const { personId, role, name, from, until } = member
  const writer = useMemo(
    () => actorPresent(actor, { personId, role, name, from, until }),
    [actor, personId, role, name, from, until],
  )
  const { section, draft, submit, resolve } = useSectionDraft(interview, writer, all)
  const party = parties.find((each) => each === role)
  if (!party) return null

  return (
    <HandedPart
      interview={interview}
      section={section}
      writer={{ ...member, role: party }}
      facts={facts}
      draft={draft}
      onSubmit={async () => {
        const refusal = await submit()
        if (refusal === null) onDone()
        return refusal
      }}
      onResolve={resolve}
    />
  )
}
