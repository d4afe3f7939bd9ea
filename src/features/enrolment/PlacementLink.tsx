import { lastVersion } from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Chip } from '#ui/Chip.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  /** Latest first. */
  readonly placements: readonly ShownDocument[]
  readonly arrangements: readonly ShownDocument[]
  readonly actor: Actor
}

/** The way to the placement, and how far it is. */
export function PlacementLink({ placements, arrangements, actor }: Props) {
  const t = useTexts(texts)
  const sent = placements.find((document) => lastVersion(document))
  const waits = [placements[0], arrangements[0]].some((each) => each && may(actor, 'sign', each))
  if (!sent && arrangements.length === 0 && !mayBegin(actor, 'placement')) {
    return (
      <Section title={t.placement}>
        <p>{t.noPlacement}</p>
      </Section>
    )
  }
  const state = waits ? t.toSign : sent ? t.placementStates[stateOf(sent)] : t.toWrite
  return (
    <Section title={t.placement}>
      <List>
        <ListLink
          to={`/livret/${actor.logbookId}/entree/positionnement`}
          title={t.placementTitle}
          detail={t.placementMore}
          tone={waits ? 'waiting' : 'info'}
          aside={
            <Chip tone={waits ? 'waiting' : sent?.state === 'signed' ? 'success' : 'info'}>
              {state}
            </Chip>
          }
        />
      </List>
    </Section>
  )
}

const stateOf = ({ state }: ShownDocument) =>
  state === 'signed' ? 'signed' : state === 'submitted' ? 'sent' : 'draft'
