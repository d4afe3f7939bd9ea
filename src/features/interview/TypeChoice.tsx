import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

export const interviewTypes = ['tripartite', 'formative', 'regulation', 'review'] as const
export type InterviewType = (typeof interviewTypes)[number]

export const isInterviewType = (type: unknown): type is InterviewType =>
  (interviewTypes as readonly unknown[]).includes(type)

/** A new interview begins with its type: it says who writes and who signs. */
export function TypeChoice({ onBegin }: { readonly onBegin: (type: InterviewType) => void }) {
  const t = useTexts(texts)
  const [type, setType] = useState<InterviewType>('tripartite')

  return (
    <>
      <Card>
        <ChoiceGroup
          legend={t.chooseType}
          options={interviewTypes.map((each) => ({
            value: each,
            label: t.titles[each],
            hint: t.hints[each],
          }))}
          value={type}
          onChange={setType}
        />
      </Card>
      <ActionBar>
        <Button
          variant="primary"
          onClick={() => {
            onBegin(type)
          }}
        >
          {t.begin}
        </Button>
      </ActionBar>
    </>
  )
}
