import type { Named, ProgrammeOutline } from '#programmes/outline.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { PROGRAMME_LANGUAGE } from './labelsOf.ts'
import type { Draft } from './useDraft.ts'

interface Props {
  readonly programme: Pick<ProgrammeOutline, 'formerSkills'> & {
    readonly blocks: readonly { readonly title: string; readonly skills: readonly Named[] }[]
  }
  readonly draft: Draft
  readonly legend: string
  /** The same once some are ticked. */
  readonly counted: (count: number) => string
}

/**
 * Skills that a document is about, ticked block by block behind one fold (`skills/<code>`). One that
 * an import has no more is offered as long as it is ticked.
 */
export function SkillTicks({ programme, draft, legend, counted }: Props) {
  const { blocks, formerSkills = [] } = programme
  const isTicked = ({ code }: Named) => draft.value(`skills/${code}`) === true
  const former = formerSkills.filter(isTicked)
  const chosen = [...blocks.flatMap(({ skills }) => skills.filter(isTicked)), ...former].map(
    ({ code }) => code,
  )
  return (
    <Disclosure summary={chosen.length > 0 ? counted(chosen.length) : legend}>
      <TickGroup
        legend={legend}
        lang={PROGRAMME_LANGUAGE}
        options={former.map(optionOf)}
        groups={blocks.map(({ title, skills }) => ({
          label: title,
          options: skills.map(optionOf),
        }))}
        values={chosen}
        onToggle={(code, on) => {
          draft.set(`skills/${code}`, on ? true : null)
        }}
      />
    </Disclosure>
  )
}

const optionOf = ({ code, shortLabel }: Named) => ({ value: code, label: shortLabel })
