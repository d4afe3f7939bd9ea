import { lastVersion, type LogbookDocument, type Written } from '#domain/logbookDocument.ts'
import type { Content, Value } from '#domain/operation.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { outlineOf } from '#programmes/outlines.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState, type ReactNode } from 'react'
import { attendeeNames } from './attendees.ts'
import { texts } from './texts.ts'
import { VisitEditor } from './VisitEditor.tsx'
import { VisitReader } from './VisitReader.tsx'
import type { AgreedAction } from './VisitReport.tsx'
import { VisitState } from './VisitState.tsx'

interface Props {
  /** `undefined` while it is read from this device, `null`: nobody has written it here. */
  readonly document: LogbookDocument | null | undefined
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** Civil date: the day of a new visit, unless told otherwise. */
  readonly today: string
  readonly draft: Draft
  readonly newItemId: () => string
  /** What is open in the work plan, as its own screen shows it. */
  readonly plan?: ReactNode
  /** What one can do about an action that was agreed, as the work plan shows it. */
  readonly besideAction?: ((action: AgreedAction) => ReactNode) | undefined
  readonly onHandOver: (member: Member) => void
  /** Each resolves to why it was refused, or to `null`. */
  readonly onPublish: () => Promise<Problem | null>
  readonly onDiscard: () => Promise<Problem | null>
  readonly onAmend: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
  readonly onRead: (hash: string) => Promise<Problem | null>
}

/** One follow-up visit: its author writes it, the others read it. */
export function VisitScreen(props: Props) {
  const { document, facts, actor, today, draft } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const begun = useBegun(draft, newVisit(facts, actor, today), document ?? null)

  const content = document ? lastVersion(document)?.content : undefined
  // What is not written yet has its heading already: nothing may move under the finger that begins.
  const day = content?.['date'] ?? document?.fields['date']?.value ?? begun.value('date')
  const names = attendeeNames(facts, typeof day === 'string' ? day : today)
  const apprentice = apprenticeName(facts)
  const back = { to: `/livret/${actor.logbookId}`, label: t.back(apprentice) }
  const subtitle = (
    <>
      {t.about(apprentice, facts.company.name)}
      {document !== undefined && <VisitState visit={document} facts={facts} />}
    </>
  )
  const title =
    typeof day === 'string' ? t.title(formatDayWithoutWeekday(day, language)) : t.newTitle

  if (document === undefined) {
    return (
      <Page title={title} back={back}>
        <Spinner label={t.loading} />
      </Page>
    )
  }

  if (document === null && !mayBegin(actor, 'visit')) {
    return (
      <Page title={title} back={back}>
        <EmptyState title={t.none} action={<ButtonLink to={back.to}>{t.openLogbook}</ButtonLink>}>
          {t.noneMore}
        </EmptyState>
      </Page>
    )
  }

  if (document?.state === 'discarded') {
    return (
      <Page title={title} subtitle={subtitle} back={back}>
        <EmptyState
          title={t.discarded}
          action={
            <Button
              variant="primary"
              onClick={() => {
                // Any edit takes a deleted draft back, with all that it held.
                draft.set('date', draft.value('date'))
              }}
            >
              {t.restore}
            </Button>
          }
        >
          {t.discardedMore}
        </EmptyState>
      </Page>
    )
  }

  const writing = document === null || may(actor, 'patch', document)
  return (
    <Page title={title} subtitle={subtitle} back={back}>
      {writing ? (
        <VisitEditor
          document={document}
          draft={begun}
          names={names}
          programme={outlineOf(facts)}
          newItemId={props.newItemId}
          plan={props.plan}
          onPublish={props.onPublish}
          onResolve={props.onResolve}
          onDiscard={
            document && may(actor, 'discard', document)
              ? () => {
                  void props.onDiscard()
                }
              : undefined
          }
        />
      ) : (
        <VisitReader {...props} document={document} names={names} />
      )}
    </Page>
  )
}

/** What a visit usually is: today, at the company, with the trainer there. */
const newVisit = ({ company }: LogbookFacts, { role }: Actor, today: string): Content => ({
  date: today,
  mode: 'on-site',
  place: company.city,
  ...(role === 'trainer' ? { 'attendees/trainer': true } : {}),
})

/**
 * The draft with what a new visit usually is. It shows at once, and is written with the first
 * input: a visit that was only looked at does not exist.
 */
function useBegun(draft: Draft, usual: Content, document: LogbookDocument | null): Draft {
  const [touched, setTouched] = useState(false)
  const fresh = document === null && !touched
  const value = (key: string): Value => (fresh ? (usual[key] ?? null) : draft.value(key))
  return {
    ...draft,
    value,
    text: (key) => {
      const current = value(key)
      return typeof current === 'string' ? current : ''
    },
    set: (key, next) => {
      if (fresh) {
        setTouched(true)
        for (const [name, usualValue] of Object.entries(usual)) draft.set(name, usualValue)
      }
      draft.set(key, next)
    },
  }
}
