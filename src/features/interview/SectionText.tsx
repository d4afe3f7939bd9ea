import { isBlank, textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { Listen } from '#ui/Listen.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { Party } from './parties.ts'
import { questionsFor } from './SectionEditor.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly party: Party
  readonly content: Content
}

/** One party’s part, to be read. Questions without an answer are left out. */
export function SectionText({ party, content }: Props) {
  const t = useTexts(texts)

  return (
    <Stack>
      {questionsFor(party)
        .filter((question) => !isBlank(textOf(content, question)))
        .map((question) => (
          <Stack key={question} gap="tight">
            <h4>{t.questions[question]}</h4>
            <Quote>{textOf(content, question)}</Quote>
            <div>
              <Listen
                text={textOf(content, question)}
                of={t.questions[question]}
                lang={PROGRAMME_LANGUAGE}
              />
            </div>
          </Stack>
        ))}
    </Stack>
  )
}
