import { leafAt } from '#domain/content.ts'
import { kinds } from '#domain/kinds.ts'
import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import type { Value } from '#domain/operation.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { isFeeling } from './feelings.ts'
import { Feeling } from './Feeling.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly document: LogbookDocument
  /** What the value says now, where it is newer on the screen than in the document. */
  readonly current?: ((key: string) => Value) | undefined
  /** The author chose: `take` the other wording, or `keep` the one that is shown. */
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** Two wordings of one field, written on two devices: both are here, and nothing hurries. */
export function AlternativesNotice({ document, current, onResolve }: Props) {
  const t = useTexts(texts)
  const valueOf = current ?? ((key: string) => document.fields[key]?.value ?? null)
  const others = Object.entries(document.alternatives).flatMap(([key, rows]) =>
    rows.map((other) => ({ key, other })),
  )

  return others.map(({ key, other }) => (
    <Notice key={`${key} ${other.by}`} tone="info" title={t.otherVersion}>
      <Stack>
        <p>{t.twoWordings}</p>
        <Quote by={t.shownNow}>{shown(document, key, valueOf(key), t.emptyText)}</Quote>
        <Quote by={t.otherDevice}>{shown(document, key, other.value, t.emptyText)}</Quote>
        <Row>
          <Button
            onClick={() => {
              onResolve(key, other, 'take')
            }}
          >
            {t.takeOther}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              onResolve(key, other, 'keep')
            }}
          >
            {t.keepMine}
          </Button>
        </Row>
      </Stack>
    </Notice>
  ))
}

function shown(document: LogbookDocument, key: string, value: Value, empty: string): ReactNode {
  if (value === null || value === '') return empty
  if (leafAt(kinds[document.kind], key)?.type === 'choice' && isFeeling(value)) {
    return <Feeling feeling={value} />
  }
  return typeof value === 'object' ? '' : String(value)
}
