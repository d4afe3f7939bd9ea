import { labelsOf, PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { Button } from '#ui/Button.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { CopyCheck, Palmtree } from 'lucide-react'
import { useState } from 'react'
import { addWeeks, weekNumber } from '#domain/week.ts'
import type { RecentTasks } from './recentTasks.ts'
import { texts } from './texts.ts'

interface Props {
  readonly week: string
  readonly programme: ProgrammeOutline | null
  readonly recent: RecentTasks
  /** Nothing is written yet: a week of leave takes one tap. */
  readonly blank: boolean
  readonly onLeave: () => void
  /** Codes of the tasks that are ticked. */
  readonly ticked: readonly string[]
  readonly onToggle: (code: string, on: boolean) => void
}

/** Chips in sight at once: with the sentence and the button, one screen of a phone. */
const IN_SIGHT = 6

/** The tasks of the week: own recent ones first, the rest of the diploma one tap away. */
export function TaskPicker({ week, programme, recent, blank, onLeave, ticked, onToggle }: Props) {
  const t = useTexts(texts)
  // Chosen once: chips that move under the thumb are the wrong ones.
  const [first] = useState(() => firstTasks(programme, recent, ticked))
  const labels = labelsOf(programme)
  const groups = otherGroups(programme, first)
  const others = ticked.filter((code) => !first.includes(code))
  const again = recent.last?.codes.filter((code) => !ticked.includes(code)) ?? []

  return (
    <Stack>
      <TickGroup
        legend={t.tasks}
        lang={PROGRAMME_LANGUAGE}
        hint={t.tasksHint}
        options={first.map((value) => ({ value, label: labels.task(value) }))}
        values={ticked}
        onToggle={onToggle}
      />
      <Row>
        {recent.last && again.length > 0 && (
          <Button
            size="small"
            icon={<CopyCheck aria-hidden="true" size={20} />}
            onClick={() => {
              for (const code of again) onToggle(code, true)
            }}
          >
            {recent.last.week === addWeeks(week, -1)
              ? t.sameAsLastWeek
              : t.sameAsWeek(weekNumber(recent.last.week))}
          </Button>
        )}
        {blank && (
          <Button size="small" icon={<Palmtree aria-hidden="true" size={20} />} onClick={onLeave}>
            {t.onLeave}
          </Button>
        )}
      </Row>
      {groups.length > 0 && (
        <Disclosure summary={t.allTasks(others.length)}>
          <TickGroup
            legend={t.allTasksLegend}
            lang={PROGRAMME_LANGUAGE}
            groups={groups}
            values={ticked}
            onToggle={onToggle}
          />
        </Disclosure>
      )}
    </Stack>
  )
}

const activitiesOf = (programme: ProgrammeOutline | null) =>
  programme?.blocks.flatMap(({ activities }) => activities) ?? []

function firstTasks(
  programme: ProgrammeOutline | null,
  recent: RecentTasks,
  ticked: readonly string[],
): readonly string[] {
  const last = recent.last?.codes ?? []
  // For who has written nothing yet: the first task of each activity.
  const usual = activitiesOf(programme).flatMap(({ tasks }) => tasks[0]?.code ?? [])
  const all = [...new Set([...last, ...recent.codes, ...usual])]
  // Where they were is where they are looked for again: what was ticked does not move to the top.
  const inSight = all.slice(0, Math.max(IN_SIGHT, last.length))
  return [...new Set([...inSight, ...ticked])]
}

const otherGroups = (programme: ProgrammeOutline | null, first: readonly string[]) =>
  activitiesOf(programme)
    .map(({ title, tasks }) => ({
      label: title,
      options: tasks
        .filter(({ code }) => !first.includes(code))
        .map(({ code, shortLabel }) => ({ value: code, label: shortLabel })),
    }))
    .filter(({ options }) => options.length > 0)
