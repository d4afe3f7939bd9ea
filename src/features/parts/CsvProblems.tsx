import type { CsvProblem } from '#protocol/csvTable.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts, type AnyTableProblem } from './csvProblems.texts.ts'
import { PROGRAMME_LANGUAGE } from './labelsOf.ts'

/** As many as somebody corrects before choosing the file again. */
const SHOWN = 50

/** What can be wrong with a table beside what can be wrong with any. */
export type OwnWords<Name extends string> = Readonly<
  Record<Exclude<CsvProblem<Name>['problem'], AnyTableProblem>, string>
>

interface Props<Name extends string> {
  readonly problems: readonly CsvProblem<Name>[]
  /** What to say of problems that only this table has. */
  readonly words: OwnWords<Name>
}

/** What is wrong with a file, line by line, in plain words. */
export function CsvProblems<Name extends string>({ problems, words }: Props<Name>) {
  const t = useTexts(texts)
  const said: Readonly<Record<string, string>> = { ...t.problems, ...words }
  const rest = problems.length - SHOWN
  return (
    <Section title={t.title(problems.length)}>
      <p>{t.lead}</p>
      <List>
        {problems.slice(0, SHOWN).map(({ line, problem, column, value }, index) => (
          <ListItem
            // The same may be wrong twice on one line.
            key={index}
            title={t.line(line, column)}
            detail={
              <Stack gap="tight">
                <span>{said[problem]}</span>
                {value !== '' && value !== column && (
                  <span lang={PROGRAMME_LANGUAGE}>{t.written(value)}</span>
                )}
              </Stack>
            }
          />
        ))}
      </List>
      {rest > 0 && <p>{t.more(rest)}</p>}
    </Section>
  )
}
