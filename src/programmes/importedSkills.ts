import type { ImportedBlock } from '#protocol/importedSkills.ts'
import type { Named } from './outline.ts'
import type { Block } from './programme.ts'

type Skills = readonly Pick<Block, 'code' | 'skills'>[]

/** What an import makes of the skills of a programme, by code. */
export interface SkillChanges {
  readonly added: readonly Named[]
  /** Same code, other words: `before` is the short name it had. */
  readonly reworded: readonly (Named & { readonly before: string })[]
  readonly gone: readonly Named[]
  readonly kept: number
}

/**
 * What changes when `blocks` take the place of those of the same codes in `current`; blocks that
 * are not among them keep their skills.
 */
export function skillChanges(current: Skills, blocks: readonly ImportedBlock[]): SkillChanges {
  const before = skillsOf(current.filter(({ code }) => blocks.some((block) => block.code === code)))
  const after = skillsOf(blocks)
  const knownBefore = new Map(before.map((skill) => [skill.code, skill]))
  const codes = new Set(after.map(({ code }) => code))
  const both = after.flatMap((skill) => {
    const known = knownBefore.get(skill.code)
    return known ? [{ skill, known }] : []
  })
  const changed = both.filter(({ skill, known }) => wordsOf(skill) !== wordsOf(known))
  return {
    added: after.filter(({ code }) => !knownBefore.has(code)).map(named),
    reworded: changed.map(({ skill, known }) => ({ ...named(skill), before: known.shortLabel })),
    gone: before.filter(({ code }) => !codes.has(code)).map(named),
    kept: both.length - changed.length,
  }
}

/**
 * The skills that stay readable under their last name after an import, though it has them no more:
 * what people wrote names them. `former`: those of the imports before.
 */
export function formerSkills(
  former: readonly Named[],
  current: Skills,
  blocks: readonly ImportedBlock[],
): Named[] {
  const replaced = skillChanges(current, blocks)
  const kept = current.filter(({ code }) => blocks.every((block) => block.code !== code))
  const there = new Set([...skillsOf(kept), ...skillsOf(blocks)].map(({ code }) => code))
  const all = new Map([...former, ...replaced.gone].map((skill) => [skill.code, skill]))
  return [...all.values()].filter(({ code }) => !there.has(code))
}

const skillsOf = (blocks: Skills) => blocks.flatMap(({ skills }) => skills)
const named = ({ code, shortLabel }: Named): Named => ({ code, shortLabel })
const wordsOf = ({ label, shortLabel, criteria }: Skills[number]['skills'][number]) =>
  JSON.stringify([label, shortLabel, criteria])
