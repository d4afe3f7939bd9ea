import { isBlank, textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { SendButton } from '#features/parts/SendButton.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { apprenticeName, personName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Listen } from '#ui/Listen.tsx'
import { Page } from '#ui/Page.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Smartphone } from 'lucide-react'
import { useState } from 'react'
import { texts as reminderTexts } from './reminder.texts.ts'
import { texts } from './texts.ts'

/** As the kind declares it. */
const NOTE_MAX = 2_000

interface Props {
  /** Published ones, latest first; `undefined` while they are read. */
  readonly notes: readonly ShownDocument[] | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** The note this person is writing. */
  readonly draft: Draft
  /** What one could write, to be changed and sent; `null`: nothing is suggested. */
  readonly suggestion: string | null
  readonly onPublish: () => Promise<Problem | null>
}

/** A few words from one to the others, dated and kept. */
export function NotesScreen(props: Props) {
  const { notes, facts, actor, draft, suggestion, onPublish } = props
  const t = useTexts(texts)
  const r = useTexts(reminderTexts)
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  // It shows at once, and is written with the first input or when it is sent: who only looks writes nothing.
  const isSuggested = suggestion !== null && draft.value('text') === null
  const text = isSuggested ? suggestion : draft.text('text')
  const shownProblem = draft.problem ?? problem

  const send = () => {
    if (isBlank(text)) {
      setAsked(true)
      return
    }
    setBusy(true)
    if (isSuggested) draft.set('text', text)
    void onPublish().then((refusal) => {
      setProblem(refusal)
      setBusy(false)
      setAsked(false)
      if (refusal === null) setSaid(t.kept)
    })
  }

  return (
    <Page
      title={t.title}
      back={{ to: `/livret/${actor.logbookId}`, label: t.back(apprenticeName(facts)) }}
    >
      {notes !== undefined && mayBegin(actor, 'note') && (
        <Card>
          <TextArea
            label={t.yours}
            hint={isSuggested ? `${r.suggested} ${t.readers}` : t.readers}
            max={NOTE_MAX}
            value={text}
            error={asked && isBlank(text) ? t.writeFirst : undefined}
            onChange={(value) => {
              setSaid(null)
              draft.set('text', value)
            }}
          />
          {suggestion !== null && !text.includes(suggestion) && (
            <Button
              onClick={() => {
                draft.set('text', `${text.trimEnd()}\n\n${suggestion}`.trimStart())
              }}
            >
              {r.add}
            </Button>
          )}
          <ProblemNotice problem={shownProblem} />
          <Row align="between">
            <SendButton busy={busy} onSend={send}>
              {t.send}
            </SendButton>
            <StatusLine>{said}</StatusLine>
          </Row>
        </Card>
      )}
      {notes === undefined && <Spinner label={t.loading} />}
      {notes?.length === 0 && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      <Stack>
        {notes?.map((note) => {
          const version = lastVersion(note)
          const name = note.author === actor.personId ? t.you : personName(facts, note.author)
          return (
            version && (
              <Quote
                key={note.id}
                by={
                  <Row>
                    {`${name}, ${formatInstant(version.at, language)}`}
                    <Listen
                      text={textOf(version.content, 'text')}
                      of={`${name}, ${formatInstant(version.at, language)}`}
                      lang={PROGRAMME_LANGUAGE}
                    />
                    {note.waiting && (
                      <Chip tone="info" icon={<Smartphone aria-hidden="true" size={16} />}>
                        {t.waiting}
                      </Chip>
                    )}
                  </Row>
                }
              >
                {textOf(version.content, 'text')}
              </Quote>
            )
          )
        })}
      </Stack>
    </Page>
  )
}
