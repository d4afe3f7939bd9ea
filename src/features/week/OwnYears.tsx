import type { Period, WeekStatus } from '#domain/weekStates.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { TrainingLinks } from '#features/parts/TrainingLinks.tsx'
import { WeekRibbon } from '#features/parts/WeekRibbon.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly logbookId: LogbookId
  readonly thisWeek: string
  readonly weeks: readonly WeekStatus[]
  readonly years: readonly Period[]
}

/** What lies around this week: the two years as a strip, and where to go on from here. */
export function OwnYears({ logbookId, thisWeek, weeks, years }: Props) {
  const t = useTexts(texts)
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
      <TrainingLinks logbookId={logbookId} reader="apprentice" />
    </>
  )
}
