import { formatDuration } from '#ui/formatDuration.ts'
import {
  assessAbsence,
  proofDue,
  usualPolicy,
  type MissedHalfDay,
} from '#domain/absences/absence.ts'
import type { MotiveSide } from '#domain/absences/motiveId.ts'
import { motiveRuleOn } from '#domain/absences/motives.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { personName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { formatDay, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { Stamp, Undo2 } from 'lucide-react'
import type { Declaration } from './AbsenceForm.tsx'
import type { ShownAbsence, ToldMotive } from './absences.ts'
import type { LeaveToAsk } from './ExamLeaveHint.tsx'
import { texts } from './texts.ts'
import { WhyForm } from './WhyForm.tsx'

interface Props {
  readonly absence: ShownAbsence
  readonly calendar: AlternationCalendar | null
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly today: string
  /** See `AbsenceForm`. */
  readonly leave: LeaveToAsk | null
  readonly onProof: (told: ToldMotive) => void
  readonly onCancel: (absence: ShownAbsence) => void
  readonly onTellWhy: (
    absence: ShownAbsence,
    motive: NonNullable<Declaration['motive']>,
  ) => Promise<Problem | null>
}

const tones: Readonly<Record<MissedHalfDay['status'], Tone>> = {
  justified: 'success',
  waiting: 'waiting',
  unjustified: 'problem',
}

/** One absence: when, and to whom it was told, why and how it stands. */
export function AbsenceCard(props: Props) {
  const { absence, calendar, facts, actor, today, onProof, onCancel, onTellWhy } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const { halfDays, told, cancelled, minutes, document } = absence
  const [first] = halfDays
  const last = halfDays.at(-1)
  if (!first || !last) return null
  const day = (date: string) => formatDay(date, language)
  const sides = (['centre', 'company'] as const).flatMap((side) => {
    const motive = told[side]
    return motive ? [{ side, motive }] : []
  })
  const when =
    first.date !== last.date
      ? t.span(
          formatDayWithoutWeekday(first.date, language),
          formatDayWithoutWeekday(last.date, language),
          halfDays.length,
        )
      : halfDays.length === 1
        ? t.half[first.half](day(first.date))
        : day(first.date)

  const title = minutes === null ? when : t.lateOn(formatDuration(minutes), when)

  return (
    <Card>
      <Row align="between">
        <h3>{title}</h3>
        {(cancelled || sides.length === 0) && (
          <Chip tone="info">
            {cancelled ? t.cancelled : minutes === null ? t.absent : t.lateChip}
          </Chip>
        )}
      </Row>
      {!cancelled &&
        sides.map(({ side, motive }) => (
          <Side
            key={side}
            side={side}
            told={motive}
            title={title}
            absence={absence}
            calendar={calendar}
            facts={facts}
            actor={actor}
            today={today}
            onProof={onProof}
          />
        ))}
      {!cancelled && sides.length === 0 && mayBegin(actor, 'centreMotive') && (
        <WhyForm
          absence={absence}
          title={title}
          calendar={calendar}
          leave={props.leave}
          onTell={(told) => onTellWhy(absence, told)}
        />
      )}
      {!cancelled && may(actor, 'amend', document) && (
        <Row>
          <Button
            size="small"
            variant="quiet"
            icon={<Undo2 aria-hidden="true" size={18} />}
            aria-label={`${t.cancel}, ${title}`}
            onClick={() => {
              onCancel(absence)
            }}
          >
            {t.cancel}
          </Button>
        </Row>
      )}
    </Card>
  )
}

interface SideProps extends Omit<Props, 'onCancel' | 'onTellWhy' | 'leave'> {
  readonly side: MotiveSide
  readonly told: ToldMotive
  /** When it was, in words. */
  readonly title: string
}

function Side({ side, told, title, absence, calendar, facts, actor, today, onProof }: SideProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const { motive, proofSeen, document } = told
  const { halfDays } = absence
  const rule = motiveRuleOn(motive, halfDays[0]?.date ?? '')
  const asksProof = rule?.needsProof === true && !proofSeen && may(actor, 'sign', document)
  const missed = calendar
    ? assessAbsence({ motive, halfDays, proofSeen }, calendar, today).filter(
        ({ place }) => place === side,
      )
    : []
  const worst =
    missed.find(({ status }) => status === 'unjustified') ??
    missed.find(({ status }) => status === 'waiting') ??
    missed[0]
  const due =
    worst?.status === 'waiting' ? proofDue({ motive, halfDays, proofSeen }, usualPolicy) : null

  return (
    <div>
      <Row align="between">
        <p>{t.line(t.sides[side], t.motives[motive])}</p>
        {worst && <Chip tone={tones[worst.status]}>{t.statuses[worst.status]}</Chip>}
      </Row>
      {due !== null && <p>{t.due(day(due))}</p>}
      {worst?.objection && <p>{t.objections[worst.objection]}</p>}
      {proofSeen && <p>{t.proof(day(proofSeen.on), personName(facts, proofSeen.by))}</p>}
      {asksProof && worst?.objection === 'no-proof' && <p>{t.takesLate}</p>}
      {asksProof && (
        <Button
          aria-label={`${t.seeProof}, ${title}`}
          icon={<Stamp aria-hidden="true" size={20} />}
          onClick={() => {
            onProof(told)
          }}
        >
          {t.seeProof}
        </Button>
      )}
    </div>
  )
}
