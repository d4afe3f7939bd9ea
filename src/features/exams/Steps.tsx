import type { Candidacy } from '#domain/exams/examFile.ts'
import type { ExamSession, SessionStep } from '#domain/exams/session.ts'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import type { ReactNode } from 'react'
import { texts } from './texts.ts'

const tones: Readonly<Record<SessionStep['state'], Tone>> = {
  done: 'success',
  open: 'info',
  overdue: 'waiting',
  ahead: 'info',
}

interface Props {
  readonly session: ExamSession
  readonly steps: readonly SessionStep[]
  readonly candidacy: Candidacy
  /** Beside the title: what the reader can do about it. */
  readonly action: ReactNode
}

/** The way through the session, in the order of its dates. */
export function Steps({ session, steps, candidacy, action }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const doneOn = ({ name, exam }: SessionStep) => {
    if (name === 'registration') return candidacy.registeredOn
    if (name === 'convocation') return candidacy.convocationOn
    return exam === null ? null : (candidacy.handedIn[exam] ?? null)
  }
  const dateOf = (step: SessionStep) => {
    const done = doneOn(step)
    if (done !== null) return t.doneOn(day(done))
    if (step.by === null) return t.notPublished
    const deadline = step.name === 'registration' || step.name === 'hand-in'
    return deadline ? t.until(day(step.by)) : t.from(day(step.by))
  }

  return (
    <Section title={t.steps}>
      <List>
        {steps.map((step) => (
          <ListItem
            key={`${step.name} ${step.exam ?? ''}`}
            title={
              step.exam === null
                ? t.stepNames[step.name]
                : t.ofExam(t.stepNames[step.name], step.exam)
            }
            detail={dateOf(step)}
            aside={<Chip tone={tones[step.state]}>{t.stepStates[step.state]}</Chip>}
          />
        ))}
      </List>
      {session.source !== '' && (
        <p>
          <Source>{t.sessionSource(session.source)}</Source>
        </p>
      )}
      {action}
    </Section>
  )
}
