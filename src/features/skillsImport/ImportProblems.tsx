import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { CsvProblem } from '#programmes/skillsCsv.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** As many as somebody corrects before choosing the file again. */
const SHOWN = 50

/** What is wrong with a file, line by line, in plain words. */
export function ImportProblems({ problems }: { readonly problems: readonly CsvProblem[] }) {
  const t = useTexts(texts)
  const rest = problems.length - SHOWN
  return (
    <Section title={t.problemsTitle(problems.length)}>
      <p>{t.problemsLead}</p>
      <List>
        {problems.slice(0, SHOWN).map(({ line, problem, column, value }, index) => (
          <ListItem
            // The same may be wrong twice on one line.
            key={index}
            title={t.line(line, column)}
            detail={
              <Stack gap="tight">
                <span>{t.problems[problem]}</span>
                {value !== '' && value !== column && (
                  <span lang={PROGRAMME_LANGUAGE}>{t.written(value)}</span>
                )}
              </Stack>
            }
          />
        ))}
      </List>
      {rest > 0 && <p>{t.moreProblems(rest)}</p>}
    </Section>
  )
}
