import { isBlank } from '#domain/content.ts'
import { readMark } from '#domain/exams/marks.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import type { Value } from '#domain/operation.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { Programme } from '#programmes/programme.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { formatNumber } from '#ui/formatNumber.ts'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { FormerMarkFields, isWholeFormerMark } from './FormerMarkFields.tsx'
import { MarkFields } from './MarkFields.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly actor: Actor
  readonly programme: Programme
  /** `null`: nobody has written it here. */
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** Whether a new one is of a former session of the exam, and kept. */
  readonly former: boolean
  /** Civil date: the day of a new one, unless told otherwise. */
  readonly today: string
  /** Each resolves to why it was refused, or to `null`. */
  readonly onPublish: () => Promise<Problem | null>
  readonly onDiscard: () => Promise<Problem | null>
  /** Takes back what was given by mistake. */
  readonly onTakeBack: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** One mark, while the trainer gives or corrects it. */
export function MarkScreen(props: Props) {
  const { actor, programme, document, draft, today, onResolve } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const kept = draft.value('hundredths')
  // What is typed stays as it is typed; what is no mark is not kept as one.
  const [typed, setTyped] = useState<string | null>(null)
  const shownMark = typed ?? (typeof kept === 'number' ? formatNumber(kept / 100, language) : '')
  const former = document === null ? props.former : draft.text('former') !== ''
  const isNew = document === null || document.versions.length === 0
  const page = {
    title: former ? t.formerTitle : isNew ? t.newTitle : t.editTitle,
    back: { to: `/livret/${actor.logbookId}/resultats`, label: t.backToMarks },
  }
  if (document ? !may(actor, 'patch', document) : !mayBegin(actor, 'mark')) {
    return (
      <Page {...page}>
        <EmptyState title={t.notYours}>{t.notYoursMore}</EmptyState>
      </Page>
    )
  }

  const date = document === null && draft.value('date') === null ? today : draft.text('date')
  const begin = () => {
    if (former) draft.set('former', 'yes')
    else if (draft.text('date') === '' && date !== '') draft.set('date', date)
  }
  const complete = former
    ? isWholeFormerMark(draft, shownMark, today)
    : !isBlank(draft.text('label')) &&
      draft.text('subject') !== '' &&
      readMark(shownMark) !== null &&
      date !== ''
  const shown = draft.problem ?? problem
  const fields = {
    programme,
    draft: {
      ...draft,
      set: (key: string, value: Value) => {
        begin()
        draft.set(key, value)
      },
    },
    asked,
    mark: shownMark,
    onMark: (text: string) => {
      begin()
      setTyped(text)
      draft.set('hundredths', readMark(text))
    },
  }

  return (
    <Page {...page}>
      {document && (
        <AlternativesNotice document={document} current={draft.value} onResolve={onResolve} />
      )}
      {former ? (
        <>
          <p>{t.formerLead}</p>
          <FormerMarkFields {...fields} today={today} />
        </>
      ) : (
        <MarkFields {...fields} date={date} />
      )}
      <p>{t.readers}</p>
      {!isNew && (
        <Row align="end">
          <Button
            variant="quiet"
            icon={<Undo2 aria-hidden="true" size={20} />}
            onClick={() => {
              run(props.onTakeBack)
            }}
          >
            {t.takeBack}
          </Button>
        </Row>
      )}
      <DraftEnd
        onDiscard={
          document && may(actor, 'discard', document)
            ? () => {
                run(props.onDiscard)
              }
            : undefined
        }
        problem={shown}
        busy={busy}
        sendLabel={t.send}
        onSend={() => {
          setAsked(true)
          if (complete) run(props.onPublish)
        }}
      />
    </Page>
  )
}
