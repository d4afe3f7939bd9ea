import { addDays } from '#domain/civilDate.ts'
import { lastDay } from '#domain/contract/contract.ts'
import { mastersOn } from '#domain/contract/couples.ts'
import { payContractOf, type ContractRecord } from '#domain/contract/readContract.ts'
import { minimumPay, payCurve } from '#domain/pay.ts'
import type { PayCurveStep } from '#domain/pay/payCurve.ts'
import type { Actor } from '#domain/rights.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Contracts } from '#features/parts/useContracts.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros, formatPercent } from '#ui/formatMoney.ts'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { AidList } from './AidList.tsx'
import { texts as ownTexts } from './ownPay.texts.ts'
import { PayCurve } from './PayCurve.tsx'
import styles from './PaySimulatorScreen.module.css'
import { PaySteps } from './PaySteps.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'
import { texts } from './texts.ts'

interface Props {
  /** `undefined` while they are read. */
  readonly contracts: Contracts | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Civil date. */
  readonly today: string
}

/** The least this apprentice is paid: today, and step by step over each contract. */
export function PayScreen({ contracts, facts, actor, today }: Props) {
  const t = useTexts(ownTexts)
  const records = contracts?.published.map(({ record }) => record) ?? []
  const current = records.findLast(({ start }) => start <= today) ?? records[0]

  return (
    <Page
      title={t.title}
      subtitle={apprenticeName(facts)}
      back={{ to: `/livret/${actor.logbookId}`, label: t.back(apprenticeName(facts)) }}
    >
      {!contracts && <Spinner label={t.loading} />}
      {contracts && !current && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {current && <PayNow record={current} today={today} />}
      {records.toReversed().map((record) => (
        <ContractCurve key={record.start} record={record} today={today} />
      ))}
      {current && <AidList today={today} />}
      <Row>
        <ButtonLink to="/simulateur-remuneration" variant="quiet">
          {t.simulator}
        </ButtonLink>
      </Row>
    </Page>
  )
}

interface RecordProps {
  readonly record: ContractRecord
  readonly today: string
}

/** Of a contract that is not running, its nearest day. */
function PayNow({ record, today }: RecordProps) {
  const own = useTexts(ownTexts)
  const t = useTexts(texts)
  const language = useLanguage()
  const last = lastDay(record)
  const on = today < record.start ? record.start : today > last ? last : today
  const pay = minimumPay({ ...payContractOf(record), on })
  const day = formatDayWithoutWeekday(on, language)
  if ('refused' in pay) return <RefusedNotice refusal={pay} />

  return (
    <>
      <Section title={own.now(day)}>
        <Card>
          <p className={styles['amount']}>{t.aMonth(formatEuros(pay.monthlyGross, language))}</p>
          <p>{t.resultLine(formatPercent(pay.percent, language), t.bases[pay.base], day)}</p>
          <p>{t.floor}</p>
        </Card>
      </Section>
      <Section title={t.why}>
        <PaySteps steps={pay.steps} />
      </Section>
    </>
  )
}

function ContractCurve({ record, today }: RecordProps) {
  const own = useTexts(ownTexts)
  const t = useTexts(texts)
  const curve = payCurve(payContractOf(record))
  const company = mastersOn(record.couples, record.start)?.companyId ?? ''
  const last = lastDay(record)
  return (
    <Section title={own.contractOf(company)}>
      <p>{today > last ? own.ended : t.curveLead}</p>
      {'refused' in curve ? (
        <RefusedNotice refusal={curve} />
      ) : (
        <PayCurve steps={cutAt(curve, last)} today={today} />
      )}
    </Section>
  )
}

/** A contract that was broken pays nothing after its last day. */
const cutAt = (steps: readonly PayCurveStep[], last: string): PayCurveStep[] =>
  steps
    .filter(({ from }) => from < addDays(last, 1))
    .map((step) => (step.until > last ? { ...step, until: last } : step))
