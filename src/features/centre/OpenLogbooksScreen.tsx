import type { Enrolment } from '#domain/enrolment/enrolment.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Centre } from '#protocol/centre.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { FolderOpen } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { ApprenticeFields } from './ApprenticeFields.tsx'
import { chooseEnrolments, type ChosenEnrolments } from './chooseEnrolments.ts'
import { readForm, type FormProblems } from './enrolmentForm.ts'
import { FileFields } from './FileFields.tsx'
import type { Offered } from './offered.ts'
import type { OpenLogbooks } from './opening.ts'
import { OpeningDone } from './OpeningDone.tsx'
import { OpeningPreview } from './OpeningPreview.tsx'
import { texts } from './texts.ts'
import { useEnrolmentForm, type KeptForm } from './useEnrolmentForm.ts'
import { useOpening } from './useOpening.ts'

interface Props extends KeptForm {
  readonly centre: Centre
  readonly offered: readonly Offered[]
  readonly offline: boolean
  readonly held: ReadonlySet<LogbookId>
  /** Where people come in, as they would type it. */
  readonly address: string
  readonly back: string
  readonly onDownload: () => void
  readonly onOpen: OpenLogbooks
}

/** A coordinator opens logbooks, from a file or one by one: filled in, checked by the server, opened. */
export function OpenLogbooksScreen(props: Props) {
  const { centre, offered, offline, held, address, back, onDownload, onOpen } = props
  const t = useTexts(texts)
  const formId = useId()
  const body = useRef<HTMLFormElement>(null)
  const { form, wasBegun, write, release, clear } = useEnrolmentForm(offered, centre, props)
  const [way, setWay] = useState<'file' | 'one'>(wasBegun ? 'one' : 'file')
  const [chosen, setChosen] = useState<ChosenEnrolments | null>(null)
  const [asked, setAsked] = useState(false)
  const [invite, setInvite] = useState(true)
  const { step, refusal, busy, check, open, restart } = useOpening(onOpen)

  const found = step.name === 'fill' ? step.problems : []
  const file = chosen && 'read' in chosen && chosen.read.type === 'enrolments' ? chosen.read : null
  // Nothing is known to be wrong with it: only the server can say more.
  const readable = found.length === 0 ? file : null
  const own = readForm(form, offered, centre)
  const fromServer: FormProblems = Object.fromEntries(
    found.map(({ field, problem }) => [field, problem]),
  )
  const toFirstWrong = () => {
    requestAnimationFrame(() => {
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  }

  const checkForm = async () => {
    setAsked(true)
    const isWrong = Object.keys(own.problems).length > 0
    if (isWrong || (await check([own.enrolment])) === 'not-openable') toFirstWrong()
  }
  const choose = async (picked: File) => {
    restart()
    const next = await chooseEnrolments(picked, offered)
    setChosen(next)
    if ('read' in next && next.read.type === 'enrolments') await check(next.read.enrolments)
  }
  const openAll = async (enrolments: readonly Enrolment[]) => {
    if ((await open(enrolments, invite)) === 'enrolled' && way === 'one') release()
  }
  const begin = () => {
    restart()
    setChosen(null)
    // Who opened a file has not finished the form beside it.
    if (way === 'one') clear()
    setAsked(false)
  }

  // Another step is another page to read, from its top.
  useEffect(() => {
    document.documentElement.scrollTop = 0
  }, [step.name])

  const chooser = (
    <FileButton
      label={chosen ? t.chooseOther : t.choose}
      accept=".csv,text/csv"
      variant={readable ? 'quiet' : 'primary'}
      icon={<FolderOpen aria-hidden="true" size={20} />}
      disabled={busy}
      onFile={(picked) => void choose(picked)}
    />
  )
  const count =
    step.name === 'check' ? step.enrolled.logbooks.filter(({ state }) => state === 'new').length : 0
  // Each with a key: who pressed one of them has not pressed the next.
  const act = () => {
    if (step.name === 'check' && count > 0) {
      return (
        <Button
          key="open"
          variant="primary"
          busy={busy}
          onClick={() => void openAll(step.enrolments)}
        >
          {t.open(count)}
        </Button>
      )
    }
    if (step.name !== 'fill') return null
    if (way === 'one') {
      return (
        <Button key="check" variant="primary" type="submit" form={formId} busy={busy}>
          {t.check}
        </Button>
      )
    }
    return readable ? (
      <Button
        key="check"
        variant="primary"
        busy={busy}
        onClick={() => void check(readable.enrolments)}
      >
        {t.check}
      </Button>
    ) : (
      chooser
    )
  }
  const button = act()

  return (
    <Page title={t.title} subtitle={centre.name} back={{ to: back, label: t.back }}>
      <Stack gap="loose">
        {offline && refusal !== 'offline' && step.name !== 'done' && (
          <Notice tone="waiting">{t.offline}</Notice>
        )}
        {step.name === 'fill' && (
          <ChoiceGroup
            legend={t.way}
            options={[
              { value: 'file', label: t.ways.file },
              { value: 'one', label: t.ways.one },
            ]}
            value={way}
            disabled={busy}
            onChange={(next) => {
              setWay(next)
              restart()
            }}
          />
        )}
        {step.name === 'fill' && way === 'file' && (
          <FileFields
            offered={offered}
            chosen={chosen}
            problems={file?.locate(found) ?? []}
            chooser={readable ? chooser : null}
            onDownload={onDownload}
          />
        )}
        {step.name === 'fill' && way === 'one' && (
          <form
            id={formId}
            ref={body}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              if (!busy) void checkForm()
            }}
          >
            <ApprenticeFields
              offered={offered}
              centre={centre}
              form={form}
              problems={asked ? { ...fromServer, ...own.problems } : {}}
              onChange={(next) => {
                write(next)
                if (found.length > 0) restart()
              }}
            />
          </form>
        )}
        {step.name === 'check' && (
          <OpeningPreview
            enrolments={step.enrolments}
            logbooks={step.enrolled.logbooks}
            invite={invite}
            onInvite={setInvite}
          />
        )}
        {step.name === 'check' && (
          <Row>
            {way === 'file' ? (
              chooser
            ) : (
              <Button variant="quiet" onClick={restart}>
                {t.correct}
              </Button>
            )}
          </Row>
        )}
        {refusal !== null && (
          <Notice tone={refusal === 'offline' ? 'waiting' : 'problem'} role="alert">
            <p>{t.refused[refusal]}</p>
          </Notice>
        )}
        {step.name === 'done' && (
          <OpeningDone {...step} {...{ held, address, back }} onMore={begin} />
        )}
      </Stack>
      {button && <ActionBar>{button}</ActionBar>}
    </Page>
  )
}
