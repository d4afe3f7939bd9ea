import { describe, expect, it } from 'vitest'
import { formerSkills, skillChanges } from '#programmes/importedSkills.ts'
import { findOutline, layOver, loadOutline, outlineOf } from '#programmes/outlines.ts'
import { findProgramme } from '#programmes/programmes.ts'

const skill = (code: string, shortLabel: string, label = shortLabel) => ({
  ...{ code, shortLabel, label, criteria: [] as string[] },
})
const block = (code: string, ...skills: ReturnType<typeof skill>[]) => ({
  ...{ code, title: `Bloc ${code}`, skillGroups: [], skills },
})

const sell = skill('B1.C1', 'Vendre')
const follow = skill('B1.C2', 'Suivre')
const count = skill('B2.C1', 'Compter')
const current = [block('B1', sell, follow), block('B2', count)]

describe('what an import changes', () => {
  it('is told skill by skill, and says nothing of blocks that the file has not', () => {
    const file = [block('B1', skill('B1.C1', 'Vendre en salon'), skill('B1.C3', 'Relancer'))]
    expect(skillChanges(current, file)).toEqual({
      added: [{ code: 'B1.C3', shortLabel: 'Relancer' }],
      reworded: [{ code: 'B1.C1', shortLabel: 'Vendre en salon', before: 'Vendre' }],
      gone: [{ code: 'B1.C2', shortLabel: 'Suivre' }],
      kept: 0,
    })
  })

  it('is also what is looked at, not the short name alone', () => {
    const file = [block('B2', { ...count, criteria: ['Sans erreur'] })]
    expect(skillChanges(current, file).reworded).toEqual([
      { code: 'B2.C1', shortLabel: 'Compter', before: 'Compter' },
    ])
  })

  it('is nothing where the file says what is there', () => {
    expect(skillChanges(current, current)).toEqual({ added: [], reworded: [], gone: [], kept: 3 })
  })
})

describe('a skill that an import has no more', () => {
  it('keeps its last name, through as many imports as follow', () => {
    const first = formerSkills([], current, [block('B1', sell)])
    expect(first).toEqual([{ code: 'B1.C2', shortLabel: 'Suivre' }])
    const laid = layOver({ blocks: current }, { blocks: [block('B1', sell)], former: first }).blocks
    const second = formerSkills(first, laid, [block('B1', skill('B1.C9', 'Autre'))])
    expect(second).toEqual([
      { code: 'B1.C2', shortLabel: 'Suivre' },
      { code: 'B1.C1', shortLabel: 'Vendre' },
    ])
  })

  it('is no former one once it is back', () => {
    const former = [{ code: 'B1.C2', shortLabel: 'Suivre' }]
    const laid = [block('B1', sell), block('B2', count)]
    expect(formerSkills(former, laid, [block('B1', sell, follow)])).toEqual([])
  })
})

describe('a programme under what its centre imported', () => {
  const skills = { at: '2026-11-23T08:00:00.000Z', blocks: [block('B1', sell)], former: [follow] }

  it('has the imported skills in their block, its tasks and the other blocks as they were', async () => {
    await loadOutline('bts-ndrc')
    const own = findOutline('bts-ndrc')
    const laid = outlineOf({ programme: 'bts-ndrc', skills })
    expect(laid?.blocks[0]).toEqual({ ...own?.blocks[0], ...block('B1', sell) })
    expect(laid?.blocks.slice(1)).toEqual(own?.blocks.slice(1))
    expect(laid?.formerSkills).toEqual([follow])
    expect(laid?.cohorts).toBe(own?.cohorts)
  })

  it('keeps the exam of each block', async () => {
    const programme = await findProgramme('bts-ndrc')
    if (!programme) throw new Error('the programme is missing')
    const laid = layOver(programme, skills)
    expect(laid.blocks.map(({ unit }) => unit)).toEqual(programme.blocks.map(({ unit }) => unit))
    expect(laid.blocks[0]?.skills).toEqual([sell])
  })

  it('is the programme itself where nothing was imported, and nothing where nobody knows it', () => {
    expect(outlineOf({ programme: 'bts-ndrc' })).toBe(findOutline('bts-ndrc'))
    expect(outlineOf({ programme: 'nobody-knows', skills })).toBeNull()
  })
})
