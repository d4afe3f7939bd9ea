import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

/** What the centre aims at, and the groups of skills that each aim stands for. */
export function Objectives({ programme }: { readonly programme: Programme }) {
  const t = useTexts(texts)
  const { objectives, objectivesNote } = programme.sheet
  return (
    <Disclosure summary={t.objectives}>
      {objectives.length === 0 && <p>{t.notSaid}</p>}
      <DefinitionList
        items={objectives.map(({ title: term, detail, skillGroups }) => ({
          term,
          description: (
            <Stack gap="tight">
              <span lang={PROGRAMME_LANGUAGE}>{detail}</span>
              <Lines lines={groupLabels(programme, skillGroups)} />
            </Stack>
          ),
        }))}
      />
      {objectivesNote !== null && <p lang={PROGRAMME_LANGUAGE}>{objectivesNote}</p>}
    </Disclosure>
  )
}

const groupLabels = ({ blocks }: Programme, codes: readonly string[]) =>
  blocks.flatMap(({ skillGroups }) =>
    skillGroups.filter(({ code }) => codes.includes(code)).map(({ label }) => label),
  )
