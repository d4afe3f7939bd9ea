import { formatMonth } from '#ui/formatMonth.ts'
import { formatDuration } from '#ui/formatDuration.ts'
import { payNotes, type PayNote } from '#domain/absences/counters.ts'
import { minimumDeduction, type MinimumDeduction } from '#domain/absences/deduction.ts'
import { readPayNote, samePayNote } from '#domain/absences/payNoteContent.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { ContractRecord } from '#domain/contract/readContract.ts'
import { toEuros } from '#domain/money.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { Button } from '#ui/Button.tsx'
import { dayOfInstant, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros } from '#ui/formatMoney.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { SendHorizontal } from 'lucide-react'
import type { ShownAbsence } from './absences.ts'
import { texts } from './payNotes.texts.ts'
import { readsWhy } from './readsWhy.ts'
import { reckonedOf } from './reckoned.ts'

/** A note that the centre told the company; of two of one month the later one counts. */
export interface ToldNote {
  readonly content: Parameters<typeof readPayNote>[0]
  /** UTC instant. */
  readonly at: string
}

export interface PayNotesProps {
  readonly absences: readonly ShownAbsence[]
  readonly calendar: AlternationCalendar
  readonly actor: Actor
  /** Civil date. */
  readonly today: string
  /** Those that the reader may read, in order of their first day. */
  readonly contracts: readonly ContractRecord[]
  /** In the order in which they were told. */
  readonly told: readonly ToldNote[]
  readonly onTell: (note: PayNote) => Promise<Problem | null>
}

/** What absences mean for the pay, month by month: by side, in hours and in words. */
export function PayNotes(props: PayNotesProps) {
  const { absences, calendar, actor, today, contracts, told, onTell } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const { busy, problem, run } = useAct()
  const passed = (month: string) => month <= today.slice(0, 7)
  const reckon = (side: 'centre' | 'company') => {
    if (!readsWhy(actor, side)) return []
    const { missed, late } = reckonedOf(absences, side, calendar, today)
    return payNotes(missed, calendar, late).filter(({ month }) => passed(month))
  }
  const [centre, company] = [reckon('centre'), reckon('company')]
  const said = new Map(told.map(({ content, at }) => [readPayNote(content).month, { content, at }]))
  const months = [
    ...new Set([...[...centre, ...company].map(({ month }) => month), ...said.keys()]),
  ].sort((one, other) => (one < other ? 1 : -1))
  if (months.length === 0) return null
  const atMinimum = ({ month, minutes }: PayNote) =>
    minimumDeduction(month, minutes.deductible, calendar, contracts)
  const isReckoned = [
    ...centre,
    ...company,
    ...told.map(({ content }) => readPayNote(content)),
  ].some((note) => note.minutes.deductible > 0 && atMinimum(note) !== null)
  const tells = mayBegin(actor, 'payNote')

  return (
    <Section title={t.title}>
      <p>{t.lead}</p>
      <ProblemNotice problem={problem} />
      <List label={t.title}>
        {months.map((month) => {
          const note = said.get(month)
          const toldNote = note && readPayNote(note.content)
          const own =
            centre.find((each) => each.month === month) ??
            (note && readsWhy(actor, 'centre') ? readPayNote({ month }) : undefined)
          // Who does not read why a day of the centre was missed, reads what the centre told.
          const ofCentre = own ?? toldNote
          const ofCompany = company.find((each) => each.month === month)
          const name = formatMonth(month, language)
          const isTold = toldNote !== undefined && own !== undefined && samePayNote(own, toldNote)
          return (
            <ListItem key={month} title={name}>
              {ofCentre && (
                <Effects side={t.sides.centre} note={ofCentre} atMinimum={atMinimum(ofCentre)} />
              )}
              {ofCompany && (
                <Effects side={t.sides.company} note={ofCompany} atMinimum={atMinimum(ofCompany)} />
              )}
              {note && (
                <small>{t.told(formatDayWithoutWeekday(dayOfInstant(note.at), language))}</small>
              )}
              {tells && own && !isTold && (
                <Row>
                  <Button
                    size="small"
                    busy={busy}
                    icon={<SendHorizontal aria-hidden="true" size={18} />}
                    aria-label={`${t.tell}, ${name}`}
                    onClick={() => {
                      run(() => onTell(own))
                    }}
                  >
                    {note ? t.tellAgain : t.tell}
                  </Button>
                </Row>
              )}
            </ListItem>
          )
        })}
      </List>
      {isReckoned && <small>{t.rule}</small>}
      <small>
        <Source>{t.source}</Source>
      </small>
    </Section>
  )
}

const order = ['deductible', 'undecided', 'insurance', 'maintained'] as const

interface EffectsProps {
  readonly side: string
  readonly note: PayNote
  /** `null`: no one amount is true of the month. */
  readonly atMinimum: MinimumDeduction | null
}

function Effects({ side, note, atMinimum }: EffectsProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const euros = (cents: number) => formatEuros(toEuros(cents), language)
  const lines = order.filter((effect) => note.minutes[effect] > 0)
  return (
    <div>
      <strong>{side}</strong>
      {lines.length === 0 && <p>{t.nothing}</p>}
      {lines.map((effect) => (
        <p key={effect}>
          {t.effects[effect](formatDuration(note.minutes[effect]))}
          {effect === 'deductible' && atMinimum && (
            <>
              {' '}
              {t.atMinimum(
                euros(atMinimum.cents),
                euros(atMinimum.monthlyCents),
                formatDuration(atMinimum.scheduledMinutes),
              )}
            </>
          )}
        </p>
      ))}
    </div>
  )
}
