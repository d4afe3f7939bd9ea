import type { DispenseRequestStatus, RequestState } from '#domain/exams/dispenseRequests.ts'
import { mayBegin, readsKind, type Actor } from '#domain/rights.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import { Chip } from '#ui/Chip.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { texts } from './dispense.texts.ts'

const tones: Readonly<Record<RequestState, Tone>> = {
  draft: 'info',
  asked: 'waiting',
  returned: 'waiting',
  given: 'success',
}

interface Props {
  readonly programme: Programme
  readonly requests: readonly DispenseRequestStatus[]
  readonly actor: Actor
}

/** The units from which one may be dispensed, and how the requests stand. */
export function Dispenses({ programme, requests, actor }: Props) {
  const t = useTexts(texts)
  if (!readsKind(actor.role, 'dispense')) return null
  const asks = mayBegin(actor, 'dispense')
  const lines = programme.exams.flatMap(({ code, unit, title }) => {
    const request = requests.find((each) => each.unit === unit)
    const possible = asks && programme.dispenses.some((rule) => rule.unit === unit)
    return request || possible ? [{ code, unit, title, state: request?.state }] : []
  })
  if (lines.length === 0) return null

  return (
    <Section title={t.title}>
      {asks && <p>{t.lead}</p>}
      <List>
        {lines.map(({ code, unit, title, state }) => (
          <ListLink
            key={unit}
            to={`/livret/${actor.logbookId}/examen/dispense/${unit}`}
            title={<span lang={PROGRAMME_LANGUAGE}>{t.exam(code, title)}</span>}
            tone={state === 'returned' || (state === 'asked' && !asks) ? 'waiting' : 'info'}
            aside={
              state && (
                <Chip tone={state === 'asked' && asks ? 'info' : tones[state]}>
                  {t.states[state]}
                </Chip>
              )
            }
          />
        ))}
      </List>
    </Section>
  )
}
