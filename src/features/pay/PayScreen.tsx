import { addDays } from '#domain/civilDate.ts'
import { textOf } from '#domain/content.ts'
import { lastDay } from '#domain/contract/contract.ts'
import { mastersOn } from '#domain/contract/couples.ts'
import { payContractOf, type ContractRecord } from '#domain/contract/readContract.ts'
import { minimumPay, payCurve } from '#domain/pay.ts'
import type { PayCurveStep } from '#domain/pay/payCurve.ts'
import type { Actor } from '#domain/rights.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { begunBy, type Contracts, type ShownContract } from '#features/parts/useContracts.ts'
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
import { Benefits } from './Benefits.tsx'
import { Contributions } from './Contributions.tsx'
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
  const all = contracts?.published ?? []
  const current = begunBy(all, today) ?? all[0]

  return (
    <Page
      title={t.title}
      subtitle={apprenticeName(facts)}
      back={{ to: `/livret/${actor.logbookId}`, label: t.back(apprenticeName(facts)) }}
    >
      {!contracts && <Spinner label={t.loading} />}
      {contracts && !current && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {current && <PayNow contract={current} today={today} />}
      {all.toReversed().map(({ document, record }) => (
        <ContractCurve key={document.id} record={record} today={today} />
      ))}
      {current && <TakenOff contract={current} today={today} />}
      {current && <AidList today={today} />}
      <Row>
        <ButtonLink to="/simulateur-remuneration" variant="quiet">
          {t.simulator}
        </ButtonLink>
      </Row>
    </Page>
  )
}

interface NowProps {
  readonly contract: ShownContract
  readonly today: string
}

/** Today, or of a contract that is not running its nearest day. */
function nearestDay({ record }: ShownContract, today: string): string {
  const last = lastDay(record)
  return today < record.start ? record.start : today > last ? last : today
}

function PayNow({ contract, today }: NowProps) {
  const own = useTexts(ownTexts)
  const t = useTexts(texts)
  const language = useLanguage()
  const on = nearestDay(contract, today)
  const pay = minimumPay({ ...payContractOf(contract.record), on })
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

/** What contributions, lodging and meals take from the pay of that day. */
function TakenOff({ contract, today }: NowProps) {
  const { content, record } = contract
  const on = nearestDay(contract, today)
  const pay = minimumPay({ ...payContractOf(record), on })
  if ('refused' in pay) return null
  const { monthlyGross } = pay

  return (
    <>
      <Contributions
        concludedOn={textOf(content, 'concludedOn')}
        monthlyGross={monthlyGross}
        on={on}
        territory={record.territory}
      />
      <Benefits monthlyGross={monthlyGross} socialSecurityValue={null} />
    </>
  )
}

interface RecordProps {
  readonly record: ContractRecord
  readonly today: string
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
