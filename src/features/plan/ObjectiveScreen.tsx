import { isBlank } from '#domain/content.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { findMember } from '#features/parts/personName.ts'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { SkillTicks } from '#features/parts/SkillTicks.tsx'
import type { Draft } from '#features/parts/useDraft.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { DateField } from '#ui/DateField.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { upperFirst } from '#ui/upperFirst.ts'
import { useState } from 'react'
import { texts } from './texts.ts'

/** As the kind declares it. */
const LABEL_MAX = 300
const owners = ['apprentice', 'master', 'trainer'] as const
const outcomes = ['reached', 'partly', 'dropped'] as const

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly programme: ProgrammeOutline | null
  /** `null`: nobody has written it here. */
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** Each resolves to why it was refused, or to `null`. */
  readonly onPublish: () => Promise<Problem | null>
  readonly onDiscard: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** One objective, while its author writes it. */
export function ObjectiveScreen(props: Props) {
  const { facts, actor, programme, document, draft, onResolve } = props
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const isNew = document === null || document.versions.length === 0
  const page = {
    title: isNew ? t.newTitle : t.editTitle,
    back: { to: `/livret/${actor.logbookId}/plan`, label: t.backToPlan },
  }

  if (document ? !may(actor, 'patch', document) : !mayBegin(actor, 'objective')) {
    return (
      <Page {...page}>
        <EmptyState title={t.notYours}>{t.notYoursMore}</EmptyState>
      </Page>
    )
  }

  const label = draft.text('label')
  const due = draft.text('due')
  const owner = owners.find((role) => role === draft.value('owner')) ?? null
  const outcome = outcomes.find((each) => each === draft.value('outcome')) ?? 'open'
  const nameOf = (role: (typeof owners)[number]) =>
    role === actor.role
      ? t.you
      : (findMember(facts, role, actor.at.slice(0, 10))?.name ?? t.roles[role])
  const complete = !isBlank(label) && owner !== null && due !== ''
  const shown = draft.problem ?? problem

  return (
    <Page {...page}>
      {document && (
        <AlternativesNotice
          document={document}
          programme={programme}
          current={draft.value}
          onResolve={onResolve}
        />
      )}
      <Card>
        <TextArea
          label={t.label}
          hint={t.labelHint}
          max={LABEL_MAX}
          rows={2}
          value={label}
          error={asked && isBlank(label) ? t.labelMissing : undefined}
          onChange={(value) => {
            draft.set('label', value)
          }}
        />
        <ChoiceGroup
          legend={t.owner}
          error={asked && owner === null ? t.ownerMissing : undefined}
          options={owners.map((role) => ({ value: role, label: upperFirst(nameOf(role) ?? role) }))}
          value={owner}
          onChange={(value) => {
            draft.set('owner', value)
          }}
        />
        <DateField
          label={t.due}
          value={due}
          error={asked && due === '' ? t.dueMissing : undefined}
          onChange={(value) => {
            draft.set('due', value === '' ? null : value)
          }}
        />
        {!isNew && (
          <ChoiceGroup
            legend={t.outcome}
            hint={t.outcomeHint}
            options={[
              { value: 'open', label: t.stillOpen },
              ...outcomes.map((value) => ({ value, label: t.outcomes[value] })),
            ]}
            value={outcome}
            onChange={(value) => {
              draft.set('outcome', value === 'open' ? null : value)
            }}
          />
        )}
        {programme && (
          <SkillTicks
            programme={programme}
            draft={draft}
            legend={t.skills}
            counted={t.skillCount}
          />
        )}
      </Card>
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
