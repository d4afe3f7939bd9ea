import { describe, expect, it } from 'vitest'
import { addMonths } from '#domain/civilDate.ts'
import { contractProblems } from '#domain/contract/contract.ts'
import { coupleProblems } from '#domain/contract/couples.ts'
import { eligibility } from '#domain/contract/eligibility.ts'
import { lastDay } from '#domain/contract/contract.ts'
import { payContractOf, readContract } from '#domain/contract/readContract.ts'
import { payCurve } from '#domain/pay.ts'
import { contracts } from '#server/demo/contracts.ts'
import { stories } from '#server/demo/stories.ts'

const all = Object.entries(contracts).flatMap(([key, list]) =>
  list.map(({ content, later }, index) => ({
    name: `${key} ${index + 1}`,
    record: readContract({ ...content, ...later?.content }),
  })),
)

describe('the contracts of the demo', () => {
  it('are there for every apprentice, and lie within the dates of the logbook', () => {
    expect(Object.keys(contracts).sort()).toEqual(
      stories.map(({ apprentice }) => apprentice.key).sort(),
    )
    for (const { apprentice, contract } of stories) {
      const own = contracts[apprentice.key] ?? []
      expect(own[0]?.content['start']).toBe(contract.start)
      expect(own.at(-1)?.content['end']).toBe(contract.end)
    }
  })

  it.each(all)('$name breaks no rule and has a pay on each of its days', ({ record }) => {
    expect(contractProblems(record)).toEqual([])
    const period = { start: record.start, end: lastDay(record) }
    expect(coupleProblems(record.couples, [period])).toEqual([])
    const { birthDate, start, lowerSecondaryDone } = record
    expect(eligibility({ birthDate, contractStart: start, lowerSecondaryDone })).toMatchObject({
      eligible: true,
    })
    const curve = payCurve(payContractOf(record))
    // A month that was begun counts as a whole, so the reckoning may go on for some days.
    const until = 'refused' in curve ? curve.refused : curve.at(-1)?.until
    expect((until ?? '') <= addMonths(record.end, 1)).toBe(true)
    expect((until ?? '') >= record.end).toBe(true)
  })

  it('name the masters that the stories name, while they are there', () => {
    for (const { apprentice, masters } of stories) {
      const names = (contracts[apprentice.key] ?? []).map(
        ({ content }) => content['couples/c1/master'],
      )
      expect(names).toEqual(masters.map(({ person }) => person.name))
    }
  })
})
