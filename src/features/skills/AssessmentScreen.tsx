import { isBlank } from '#domain/content.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { may, type Actor } from '#domain/rights.ts'
import { practisedSince } from '#domain/skills/evidence.ts'
import { isLevel } from '#domain/skills/levels.ts'
import { latestValues } from '#domain/skills/skillValues.ts'
import { weekOf } from '#domain/week.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { labelsOf, PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import type { Policy } from '#programmes/policy.ts'
import { Card } from '#ui/Card.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useMemo, useState } from 'react'
import { LevelChoice } from './LevelChoice.tsx'
import { texts } from './texts.ts'
import { useScale } from './useScale.ts'
import type { Skills } from './useSkills.ts'

/** As the kinds declare it. */
const REMARK_MAX = 2_000
/** Skills asked about first: what fits in a minute on a phone. */
const FIRST = 5

interface Props {
  readonly actor: Actor
  readonly kind: 'selfAssessment' | 'assessment'
  readonly programme: ProgrammeOutline
  readonly skills: Skills
  /** As the centre names it. */
  readonly scale: Policy['scale']
  /** What was begun, or `null`. */
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** Civil date: the day of a new one, unless told otherwise. */
  readonly today: string
  /** Each resolves to why it was refused, or to `null`. */
  readonly onPublish: () => Promise<Problem | null>
  readonly onDiscard: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** Somebody says how far the skills are, at one moment; one skill is enough. */
export function AssessmentScreen(props: Props) {
  const { actor, kind, programme, skills, document, draft, today, onResolve } = props
  const t = useTexts(texts)
  const scale = useScale(props.scale)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()

  // What is asked first stays while one answers, also when more comes in.
  const first = useMemo(() => {
    const last = skills.own.at(-1)
    const date = skills.values.findLast(({ documentId }) => documentId === last?.id)?.date
    return practisedSince(skills.practised, date === undefined ? null : weekOf(date), FIRST)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the screen opens
  }, [])
  const names = labelsOf(programme)
  const codes = programme.blocks.flatMap((block) => block.skills.map(({ code }) => code))
  const levelOf = (code: string) => {
    const level = draft.value(`skills/${code}/level`)
    return isLevel(level) ? level : null
  }
  const chosen = codes.filter((code) => levelOf(code) !== null)
  const day = document === null && draft.value('date') === null ? today : draft.text('date')
  const none = chosen.length === 0
  const shown = draft.problem ?? problem

  const choice = (code: string) => (
    <LevelChoice
      key={code}
      name={<span lang={PROGRAMME_LANGUAGE}>{names.skill(code)}</span>}
      scale={scale}
      value={levelOf(code)}
      before={latestValues(skills.values, code)[viewOf(kind, actor)]}
      onChange={(level) => {
        if (draft.text('date') === '') draft.set('date', day === '' ? null : day)
        draft.set(`skills/${code}/level`, level)
      }}
    />
  )

  return (
    <Page
      title={kind === 'selfAssessment' ? t.selfTitle : t.assessTitle}
      subtitle={kind === 'selfAssessment' ? t.selfLead : t.assessLead}
      back={{ to: `/livret/${actor.logbookId}/competences`, label: t.backToSkills }}
    >
      {document && (
        <AlternativesNotice
          document={document}
          programme={programme}
          choiceName={(value) => (isLevel(value) ? scale[value].name : undefined)}
          current={draft.value}
          onResolve={onResolve}
        />
      )}
      {first.length > 0 && (
        <Section title={t.first}>
          <p>{t.firstLead}</p>
          <Card>{first.map(choice)}</Card>
        </Section>
      )}
      <Card>
        {programme.blocks.map((block) => {
          const rest = block.skills.filter(({ code }) => !first.includes(code))
          const done = rest.filter(({ code }) => levelOf(code) !== null).length
          return (
            rest.length > 0 && (
              <Disclosure
                key={block.code}
                summary={<span lang={PROGRAMME_LANGUAGE}>{t.block(block.title, done)}</span>}
              >
                {rest.map(({ code }) => choice(code))}
              </Disclosure>
            )
          )
        })}
      </Card>
      <Card>
        <DateField
          label={t.when}
          max={today}
          value={day}
          error={asked && day === '' ? t.dateMissing : undefined}
          onChange={(value) => {
            draft.set('date', value === '' ? null : value)
          }}
        />
        <TextArea
          label={t.remark}
          hint={t.remarkHint}
          max={REMARK_MAX}
          value={draft.text('remark')}
          onChange={(value) => {
            draft.set('remark', value)
          }}
        />
        <p>{t.readers}</p>
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
        sendLabel={none ? t.send : t.sendCount(chosen.length)}
        onSend={() => {
          setAsked(true)
          if (!none && !isBlank(day)) run(props.onPublish)
        }}
      >
        {asked && none && (
          <Notice tone="problem" role="alert">
            {t.noneChosen}
          </Notice>
        )}
      </DraftEnd>
    </Page>
  )
}

const viewOf = (kind: Props['kind'], { role }: Actor) =>
  kind === 'selfAssessment' ? 'apprentice' : role === 'master' ? 'master' : 'trainer'
