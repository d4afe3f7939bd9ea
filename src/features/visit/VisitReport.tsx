import { itemsOf, textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'
import { labelsOf, PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDay, formatShortDay } from '#ui/formatDate.ts'
import { Listen } from '#ui/Listen.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { attendees, type Attendee, type AttendeeNames } from './attendees.ts'
import { texts } from './texts.ts'
import styles from './VisitReport.module.css'

interface Props {
  readonly content: Content
  readonly names: AttendeeNames
  /** What calls the skills by their names. */
  readonly programme: ProgrammeOutline | null
  /** What comes above it: a page, or a version with a title of its own. */
  readonly heading?: 'h2' | 'h4' | undefined
  /** What one can do about an action that was agreed. */
  readonly besideAction?: ((action: AgreedAction) => ReactNode) | undefined
}

/** Something to do, as a version of the report names it. */
export interface AgreedAction {
  readonly id: string
  readonly label: string
  /** Civil date, or empty. */
  readonly due: string
  /** A role, or empty. */
  readonly owner: string
}

/** One version of the report, to be read. */
export function VisitReport({
  content,
  names,
  programme,
  heading: Heading = 'h2',
  besideAction,
}: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const nameOf = (role: string) => (isAttendee(role) ? (names[role] ?? t.roles[role]) : role)
  const date = textOf(content, 'date')
  const mode = textOf(content, 'mode')
  const there = attendees.filter((role) => itemsOf(content, 'attendees').includes(role))
  const skills = itemsOf(content, 'skills').map(labelsOf(programme).skill)
  const actions = itemsOf(content, 'actions')
    .map((id): AgreedAction => ({
      id,
      label: textOf(content, `actions/${id}/label`),
      due: textOf(content, `actions/${id}/due`),
      owner: textOf(content, `actions/${id}/owner`),
    }))
    .sort((a, b) => (a.due || '9').localeCompare(b.due || '9'))

  return (
    <Stack>
      <DefinitionList
        items={[
          { term: t.date, description: date ? formatDay(date, language) : t.notThere },
          {
            term: t.place,
            description: [
              mode === 'on-site' || mode === 'remote' ? t.modes[mode] : null,
              textOf(content, 'place') || null,
            ]
              .filter((each) => each !== null)
              .join(', '),
          },
          {
            term: t.whoWasThere,
            description: there.length > 0 ? there.map(nameOf).join(', ') : t.notThere,
          },
          ...(skills.length > 0
            ? [
                {
                  term: t.skills,
                  description: <span lang={PROGRAMME_LANGUAGE}>{skills.join(', ')}</span>,
                },
              ]
            : []),
        ]}
      />
      <Quote>{textOf(content, 'observations')}</Quote>
      <div>
        <Listen text={textOf(content, 'observations')} of={t.report} lang={PROGRAMME_LANGUAGE} />
      </div>
      {actions.length > 0 && (
        <div>
          <Heading className={styles['heading']}>{t.actions}</Heading>
          <ul className={styles['actions']}>
            {actions.map(({ id, label, due, owner }) => (
              <li key={id}>
                <span className={styles['label']}>{label}</span>
                <span className={styles['detail']}>
                  {[owner && t.by(nameOf(owner)), due && t.until(formatShortDay(due, language))]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {besideAction?.({ id, label, due, owner })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  )
}

const isAttendee = (role: string): role is Attendee =>
  (attendees as readonly string[]).includes(role)
