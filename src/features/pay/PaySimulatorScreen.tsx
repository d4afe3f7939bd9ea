import { minimumPay, payCurve } from '#domain/pay.ts'
import { territoryOf } from '#domain/pay/payInput.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatEuros, formatPercent } from '#ui/formatMoney.ts'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useRef, useState, type SyntheticEvent } from 'react'
import { Benefits } from './Benefits.tsx'
import { Contributions } from './Contributions.tsx'
import { PayCurve } from './PayCurve.tsx'
import { PayFields } from './PayFields.tsx'
import { emptyPayForm, readPayForm, type ReadPayForm } from './payForm.ts'
import { PaySteps } from './PaySteps.tsx'
import styles from './PaySimulatorScreen.module.css'
import { RefusedNotice } from './RefusedNotice.tsx'
import { texts } from './texts.ts'

interface Props {
  /** Civil date of today. */
  readonly today: string
}

/** Anybody reckons the least an apprentice is paid; nothing leaves the device. */
export function PaySimulatorScreen({ today }: Props) {
  const t = useTexts(texts)
  const [form, setForm] = useState(() => emptyPayForm(today))
  // From the first try on, the answer follows what is typed: it is never about other values.
  const [asked, setAsked] = useState(false)
  const fields = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  const read = readPayForm(form)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    // What is missing is marked, and the answer shown, after this event: one goes on there.
    requestAnimationFrame(() => {
      if ('input' in read) {
        answer.current?.focus({ preventScroll: true })
        answer.current?.scrollIntoView()
      } else fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  }

  return (
    <Page wide title={t.title} subtitle={t.lead} back={{ to: '/', label: t.home }}>
      <p>{t.privacy}</p>
      <div className={styles['halves']}>
        <form ref={fields} noValidate onSubmit={submit}>
          <Stack>
            <PayFields
              form={form}
              problems={asked && 'problems' in read ? read.problems : {}}
              onChange={(change) => {
                setForm((before) => ({ ...before, ...change }))
              }}
            />
            <Button type="submit" variant="primary">
              {t.compute}
            </Button>
            <StatusLine>{asked && 'problems' in read ? t.toCorrect : null}</StatusLine>
          </Stack>
        </form>
        <div ref={answer} tabIndex={-1} className={styles['answer']}>
          {asked && 'input' in read && <Result read={read} today={today} />}
        </div>
      </div>
    </Page>
  )
}

interface ResultProps {
  readonly read: Exclude<ReadPayForm, { readonly problems: unknown }>
  readonly today: string
}

function Result({ read, today }: ResultProps) {
  const { input, concludedOn, socialSecurityValue } = read
  const t = useTexts(texts)
  const language = useLanguage()
  const pay = minimumPay(input)
  if ('refused' in pay) return <RefusedNotice refusal={pay} />

  const curve = payCurve(input)
  const day = formatDayWithoutWeekday(input.on, language)
  return (
    <>
      <Section title={t.result}>
        <Card>
          <div role="status">
            <p className={styles['amount']}>{t.aMonth(formatEuros(pay.monthlyGross, language))}</p>
            <p>{t.resultLine(formatPercent(pay.percent, language), t.bases[pay.base], day)}</p>
          </div>
          <p>{t.floor}</p>
        </Card>
      </Section>
      <Section title={t.why}>
        <PaySteps steps={pay.steps} />
      </Section>
      {!('refused' in curve) && (
        <Section title={t.curve}>
          <p>{t.curveLead}</p>
          <PayCurve steps={curve} today={today} />
        </Section>
      )}
      {concludedOn !== '' && (
        <Contributions
          concludedOn={concludedOn}
          monthlyGross={pay.monthlyGross}
          on={input.on}
          territory={territoryOf(input)}
        />
      )}
      {socialSecurityValue !== null && (
        <Benefits monthlyGross={pay.monthlyGross} socialSecurityValue={socialSecurityValue} />
      )}
    </>
  )
}
