import { textOf } from '#domain/content.ts'
import { lastDay, phaseOn, type Phase } from '#domain/contract/contract.ts'
import type { Couple } from '#domain/contract/couples.ts'
import { payContractOf } from '#domain/contract/readContract.ts'
import type { ShownContract } from '#features/parts/useContracts.ts'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import type { ReactNode } from 'react'
import { beforeFacts } from './beforeFacts.ts'
import { texts as beforeTexts } from './before.texts.ts'
import { CheckList } from './CheckList.tsx'
import type { CheckInput } from './contractChecks.ts'
import styles from './ContractCard.module.css'
import { texts } from './texts.ts'

interface Props extends Omit<CheckInput, 'record'> {
  readonly contract: ShownContract
  /** What this person may do with it. */
  readonly action?: ReactNode
}

const tones: Readonly<Record<Phase, Tone>> = {
  before: 'info',
  running: 'success',
  suspended: 'waiting',
  extended: 'success',
  'kept-by-centre': 'waiting',
  over: 'info',
}

/** One contract: who, where, when, and what the rules say of it. */
export function ContractCard({ contract, action, ...input }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { record, content } = contract
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const phase = phaseOn(record, input.today)
  const agreement = textOf(content, 'agreement')
  const concluded = textOf(content, 'concludedOn')
  const { contractMonths } = payContractOf(record)

  const facts = [
    { term: t.who, description: <Couples couples={record.couples} last={lastDay(record)} /> },
    { term: t.months, description: t.monthsOf(contractMonths, record.cycleMonths) },
    ...(concluded ? [{ term: t.concluded, description: day(concluded) }] : []),
    ...(record.extension ? [{ term: t.extended, description: day(record.extension.end) }] : []),
    ...(record.suspensions.length > 0
      ? [
          {
            term: t.suspended,
            description: record.suspensions
              .map(({ from, until }) =>
                until ? t.fromTo(day(from), day(until)) : t.since(day(from)),
              )
              .join(', '),
          },
        ]
      : []),
    ...(agreement ? [{ term: t.agreement, description: agreement }] : []),
    ...beforeFacts(record, useTexts(beforeTexts), language),
    { term: t.born, description: day(record.birthDate) },
  ]

  return (
    <Card>
      <Row align="between">
        <h2>{t.period(day(record.start), day(record.end))}</h2>
        <Chip tone={tones[phase]}>{t.phases[phase]}</Chip>
      </Row>
      {record.breach && <p>{t.broken(day(record.breach.on), t.grounds[record.breach.ground])}</p>}
      <DefinitionList items={facts} />
      <div>
        <h3>{t.checks}</h3>
        <CheckList record={record} {...input} />
      </div>
      {action}
    </Card>
  )
}

function Couples({
  couples,
  last,
}: {
  readonly couples: readonly Couple[]
  readonly last: string
}) {
  const t = useTexts(texts)
  const language = useLanguage()
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  return (
    <ul className={styles['couples']}>
      {couples.map(({ companyId, masterId, from, until, host, lead }) => (
        <li key={`${companyId} ${masterId} ${from}`}>
          <span>{t.whoLine(companyId, masterId || '—')}</span>
          <small>
            {[
              until && until < last ? t.fromTo(day(from), day(until)) : t.since(day(from)),
              ...(host ? [t.hosted] : []),
              ...(lead ? [t.lead] : []),
            ].join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  )
}
