import type { Period, WeekStatus } from '#domain/weekStates.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { openReturn } from '#domain/logbookDocument.ts'
import { isOpen, objectivesOf } from '#domain/objectives.ts'
import { TrainingLinks } from '#features/parts/TrainingLinks.tsx'
import { useDocuments } from '#features/parts/useDocuments.ts'
import { WeekRibbon } from '#features/parts/WeekRibbon.tsx'
import type { LogbookDb } from '#store/database.ts'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly db: LogbookDb
  readonly logbookId: LogbookId
  readonly thisWeek: string
  readonly weeks: readonly WeekStatus[]
  readonly years: readonly Period[]
}

/** What lies around this week: the two years as a strip, and where to go on from here. */
export function OwnYears({ db, logbookId, thisWeek, weeks, years }: Props) {
  const t = useTexts(texts)
  const pieces = useDocuments(db, 'piece', logbookId) ?? []
  // Which of them are late is told on their own page: no day is asked for here.
  const own = objectivesOf(useDocuments(db, 'objective', logbookId) ?? [], '').filter(
    (objective) => isOpen(objective) && objective.owner === 'apprentice',
  )
  return (
    <>
      <Section title={t.myYears}>
        <WeekRibbon
          weeks={weeks}
          years={years}
          logbookId={logbookId}
          thisWeek={thisWeek}
          writable
        />
      </Section>
      <TrainingLinks
        logbookId={logbookId}
        reader="apprentice"
        toCorrect={pieces.filter((piece) => openReturn(piece) !== null).length}
        toDo={own.length}
      />
    </>
  )
}
