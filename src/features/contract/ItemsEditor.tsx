import { isBlank } from '#domain/content.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { texts } from './texts.ts'

interface Props {
  /** Name of the field: `couples`. */
  readonly field: string
  /** As many as the kind allows. */
  readonly max: number
  readonly document: LogbookDocument | null
  readonly draft: Draft
  readonly newItemId: () => string
  readonly titleOf: (number: number) => string
  readonly addLabel: string
  /** The fields of one item; `key` gives the whole key of one of its parts. */
  readonly children: (key: (part: string) => string) => ReactNode
}

/** A list within a document: each item with its own fields, added and taken away one by one. */
export function ItemsEditor(props: Props) {
  const { field, max, document, draft, newItemId, titleOf, addLabel, children } = props
  const t = useTexts(texts)
  const [added, setAdded] = useState<readonly string[]>([])
  const ids = [...new Set([...writtenIds(document, field), ...added])].filter(
    (id) => draft.value(`${field}/${id}/removed`) !== true,
  )

  return (
    <Stack>
      {ids.map((id, index) => (
        <Card key={id}>
          <div role="group" aria-label={titleOf(index + 1)}>
            <Stack>
              <h3>{titleOf(index + 1)}</h3>
              {children((part) => `${field}/${id}/${part}`)}
              <Row align="end">
                <Button
                  size="small"
                  variant="quiet"
                  icon={<Trash2 aria-hidden="true" size={18} />}
                  aria-label={`${t.removeItem}, ${titleOf(index + 1)}`}
                  onClick={() => {
                    draft.set(`${field}/${id}/removed`, true)
                  }}
                >
                  {t.removeItem}
                </Button>
              </Row>
            </Stack>
          </div>
        </Card>
      ))}
      {ids.length < max && (
        <Row>
          <Button
            icon={<Plus aria-hidden="true" size={20} />}
            onClick={() => {
              setAdded((before) => [...before, newItemId()])
            }}
          >
            {addLabel}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

/** Items that were written into the draft, in the order in which they were made. */
function writtenIds(document: LogbookDocument | null, field: string): string[] {
  const ids = Object.entries(document?.fields ?? {})
    .filter(([key, { value }]) => key.startsWith(`${field}/`) && !isBlank(value))
    .map(([key]) => key.split('/')[1] ?? '')
  return [...new Set(ids)].sort()
}
