import type { ProgrammeOutline } from '#programmes/outline.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { PROGRAMME_LANGUAGE } from './labelsOf.ts'
import type { Draft } from './useDraft.ts'

interface Props {
  readonly blocks: readonly {
    readonly title: string
    readonly skills: readonly Pick<
      ProgrammeOutline['blocks'][number]['skills'][number],
      'code' | 'shortLabel'
    >[]
  }[]
  readonly draft: Draft
  readonly legend: string
  /** The same once some are ticked. */
  readonly counted: (count: number) => string
}

/** Skills that a document is about, ticked block by block behind one fold (`skills/<code>`). */
export function SkillTicks({ blocks, draft, legend, counted }: Props) {
  const chosen = blocks
    .flatMap(({ skills }) => skills.map(({ code }) => code))
    .filter((code) => draft.value(`skills/${code}`) === true)
  return (
    <Disclosure summary={chosen.length > 0 ? counted(chosen.length) : legend}>
      <TickGroup
        legend={legend}
        lang={PROGRAMME_LANGUAGE}
        groups={blocks.map(({ title, skills }) => ({
          label: title,
          options: skills.map(({ code, shortLabel }) => ({ value: code, label: shortLabel })),
        }))}
        values={chosen}
        onToggle={(code, on) => {
          draft.set(`skills/${code}`, on ? true : null)
        }}
      />
    </Disclosure>
  )
}
