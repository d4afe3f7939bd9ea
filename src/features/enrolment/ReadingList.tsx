import type { ReadingStatus } from '#domain/enrolment/readings.ts'
import type { Actor } from '#domain/rights.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { Chip } from '#ui/Chip.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import { waitsFor } from './useEnrolment.ts'

interface Props {
  readonly readings: readonly ReadingStatus[]
  readonly actor: Actor
}

/** The texts that an apprentice has to read, and which of them are signed. */
export function ReadingList({ readings, actor }: Props) {
  const t = useTexts(texts)
  return (
    <Section title={t.readings}>
      <List>
        {readings.map((status) => {
          const { reading, state, changed } = status
          const waits = waitsFor(status, actor)
          return (
            <ListLink
              key={reading.code}
              to={`/livret/${actor.logbookId}/entree/lire/${reading.code}`}
              title={<span lang={PROGRAMME_LANGUAGE}>{reading.title}</span>}
              detail={state === 'open' && changed ? t.newEdition : undefined}
              tone={waits ? 'waiting' : 'info'}
              aside={
                <Chip tone={state === 'read' ? 'success' : waits ? 'waiting' : 'info'}>
                  {waits ? t.toRead : t.readingStates[state]}
                </Chip>
              }
            />
          )
        })}
      </List>
    </Section>
  )
}
