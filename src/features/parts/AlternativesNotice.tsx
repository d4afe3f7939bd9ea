import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import type { Value } from '#domain/operation.ts'
import type { ProgrammeOutline } from '#programmes/outline.ts'
import { Button } from '#ui/Button.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import styles from './AlternativesNotice.module.css'
import { FieldValue } from './FieldValue.tsx'
import { fieldNameOf } from './fieldNameOf.ts'
import { texts } from './alternatives.texts.ts'

interface Props {
  readonly document: LogbookDocument
  /** Names the tasks and skills of an entry; `null`: their codes are shown. */
  readonly programme?: ProgrammeOutline | null | undefined
  /** What a chosen value is called where the form has names of its own. */
  readonly choiceName?: ((value: string) => string | undefined) | undefined
  /** What the value says now, where it is newer on the screen than in the document. */
  readonly current?: ((key: string) => Value) | undefined
  /** The author chose: `take` the other wording, or `keep` the one that is shown. */
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** Wordings of two devices that did not see each other: all are here, one is shown, nothing hurries. */
export function AlternativesNotice(props: Props) {
  const { document, programme = null, choiceName, current, onResolve } = props
  const t = useTexts(texts)
  const valueOf = current ?? ((key: string) => document.fields[key]?.value ?? null)
  const others = Object.entries(document.alternatives).flatMap(([key, rows]) =>
    rows.map((other) => ({ key, other })),
  )
  if (others.length === 0) return null

  return (
    <Notice tone="info" title={t.otherVersions(others.length)}>
      <p>{t.twoWordings}</p>
      <Disclosure summary={t.compare}>
        {others.map(({ key, other }) => {
          const name = fieldNameOf(key, programme, t.fields)
          const field = { kind: document.kind, name: key, choiceName }
          return (
            <div
              key={`${key} ${other.by}`}
              role="group"
              aria-label={name}
              className={styles['field']}
            >
              <p className={styles['name']} aria-hidden="true">
                {name}
              </p>
              <Stack>
                <Quote by={t.shownVersion}>
                  <FieldValue {...field} value={valueOf(key)} />
                </Quote>
                <Quote by={t.otherVersion}>
                  <FieldValue {...field} value={other.value} />
                </Quote>
                <Row>
                  <Button
                    aria-label={`${t.takeOther}\u00a0: ${name}`}
                    onClick={() => {
                      onResolve(key, other, 'take')
                    }}
                  >
                    {t.takeOther}
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`${t.keepShown}\u00a0: ${name}`}
                    onClick={() => {
                      onResolve(key, other, 'keep')
                    }}
                  >
                    {t.keepShown}
                  </Button>
                </Row>
              </Stack>
            </div>
          )
        })}
      </Disclosure>
    </Notice>
  )
}
