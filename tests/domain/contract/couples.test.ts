import { describe, expect, it } from 'vitest'
import { coupleProblems, hostShare, mastersOn, type Couple } from '#domain/contract/couples.ts'
import type { Period } from '#domain/weekStates.ts'

const contract: Period = { start: '2025-09-22', end: '2027-09-21' }

const couple = (
  companyId: string,
  masterId: string,
  from: string,
  until: string | null,
  changes: Partial<Couple> = {},
): Couple => ({ companyId, masterId, from, until, host: false, lead: true, ...changes })
const host = (companyId: string, from: string, until: string) =>
  couple(companyId, `${companyId} master`, from, until, { host: true, lead: false })

const lemaire = couple('lemaire', 'paul', '2025-09-22', null)
const days = (start: string, end: string) => ({ days: { start, end } })

describe('who is the master on a day', () => {
  // Company changed in mid-month: six days without one.
  const changed = [
    couple('lemaire', 'paul', '2025-09-22', '2026-02-10'),
    couple('duval', 'ines', '2026-02-17', null),
  ]
  const handedOver = [
    couple('lemaire', 'paul', '2025-09-22', '2026-03-15'),
    couple('lemaire', 'ines', '2026-03-16', null),
  ]
  const team = [
    couple('lemaire', 'paul', '2025-09-22', null, { lead: false }),
    couple('lemaire', 'ines', '2025-09-22', null, { lead: true }),
  ]

  it.each([
    ['the first day', [lemaire], '2025-09-22', 'paul'],
    ['the eve of the first day', [lemaire], '2025-09-21', null],
    ['the last day in the first company', changed, '2026-02-10', 'paul'],
    ['between two companies', changed, '2026-02-11', null],
    ['the eve of the second company', changed, '2026-02-16', null],
    ['the first day in the second company', changed, '2026-02-17', 'ines'],
    ['two years on', changed, '2027-09-21', 'ines'],
    ['the last day of the first master', handedOver, '2026-03-15', 'paul'],
    ['the first day of the second master', handedOver, '2026-03-16', 'ines'],
    ['the lead of a team, in whatever order (L6223-6)', team, '2026-01-05', 'ines'],
  ])('%s', (_, couples, day, masterId) => {
    expect(mastersOn(couples, day)?.masterId ?? null).toBe(masterId)
  })

  it('a host company has a master of its own, and does not become the company', () => {
    const couples = [host('atelier', '2026-01-05', '2026-01-30'), ...team]
    expect(mastersOn(couples, '2026-01-05')).toEqual({
      companyId: 'lemaire',
      masterId: 'ines',
      team: ['paul'],
      hosts: [{ companyId: 'atelier', masterId: 'atelier master' }],
    })
    expect(mastersOn(couples, '2026-01-31')?.hosts).toEqual([])
  })

  it('the only master of the company answers, lead or not', () => {
    expect(mastersOn([{ ...lemaire, lead: false }], '2026-01-05')).toEqual({
      companyId: 'lemaire',
      masterId: 'paul',
      team: [],
      hosts: [],
    })
  })

  it('of a team without a lead nobody is picked at random', () => {
    const leaderless = team.map((each) => ({ ...each, lead: false }))
    expect(mastersOn(leaderless, '2026-01-05')).toMatchObject({
      masterId: null,
      team: ['paul', 'ines'],
    })
  })
})

describe('couples that cannot be are said, with the days', () => {
  const second = { start: '2026-02-17', end: '2027-09-21' }
  const both = [{ start: '2025-09-22', end: '2026-02-10' }, second]

  it.each<[string, Couple[], readonly Period[], object[]]>([
    ['one company, one master', [lemaire], [contract], []],
    [
      'a change of company in mid-month, two contracts',
      [
        couple('lemaire', 'paul', '2025-09-22', '2026-02-10'),
        couple('duval', 'ines', '2026-02-17', null),
      ],
      both,
      [],
    ],
    [
      'a change of master, one contract',
      [
        couple('lemaire', 'paul', '2025-09-22', '2026-03-15'),
        couple('lemaire', 'ines', '2026-03-16', null),
      ],
      [contract],
      [],
    ],
    [
      'a team with its lead',
      [lemaire, couple('lemaire', 'ines', '2026-01-01', null, { lead: false })],
      [contract],
      [],
    ],
    [
      'two host companies',
      [lemaire, host('a', '2026-01-05', '2026-01-30'), host('b', '2026-01-12', '2026-02-27')],
      [contract],
      [],
    ],
    [
      'one day in two companies',
      [
        couple('lemaire', 'paul', '2025-09-22', '2026-02-17', { lead: false }),
        couple('duval', 'ines', '2026-02-17', null),
      ],
      [contract],
      [{ code: 'two-companies', ...days('2026-02-17', '2026-02-17') }],
    ],
    [
      'days without a company',
      [
        couple('lemaire', 'paul', '2025-09-22', '2026-02-10'),
        couple('duval', 'ines', '2026-02-17', null),
      ],
      [contract],
      [{ code: 'no-company', ...days('2026-02-11', '2026-02-16') }],
    ],
    [
      'nobody at the end',
      [couple('lemaire', 'paul', '2025-09-22', '2027-08-31')],
      [contract],
      [{ code: 'no-company', ...days('2027-09-01', '2027-09-21') }],
    ],
    [
      'nobody at all',
      [],
      [contract],
      [{ code: 'no-company', ...days('2025-09-22', '2027-09-21') }],
    ],
    [
      'a host company alone is no company',
      [host('a', '2025-09-22', '2027-09-21')],
      [contract],
      [{ code: 'no-company', ...days('2025-09-22', '2027-09-21') }],
    ],
    [
      'a team of two leads (L6223-6)',
      [lemaire, couple('lemaire', 'ines', '2026-01-01', '2026-01-31')],
      [contract],
      [{ code: 'two-leads', ...days('2026-01-01', '2026-01-31') }],
    ],
    [
      'a team without a lead',
      [
        couple('lemaire', 'paul', '2025-09-22', null, { lead: false }),
        couple('lemaire', 'ines', '2026-01-01', '2026-01-31', { lead: false }),
      ],
      [contract],
      [{ code: 'no-lead', ...days('2026-01-01', '2026-01-31') }],
    ],
    [
      'alone, nobody needs to be called the lead',
      [couple('lemaire', 'paul', '2025-09-22', null, { lead: false })],
      [contract],
      [],
    ],
    [
      'the same master twice',
      [lemaire, couple('lemaire', 'paul', '2026-01-01', '2026-01-31', { lead: false })],
      [contract],
      [{ code: 'same-couple-twice', ...days('2026-01-01', '2026-01-31') }],
    ],
    [
      'hosted by one’s own company',
      [lemaire, host('lemaire', '2026-01-01', '2026-01-31')],
      [contract],
      [{ code: 'hosts-its-own', ...days('2026-01-01', '2026-01-31') }],
    ],
    [
      'three host companies (R6223-10)',
      [
        lemaire,
        host('a', '2026-01-05', '2026-01-09'),
        host('b', '2026-02-02', '2026-02-06'),
        host('c', '2026-03-02', '2026-03-06'),
      ],
      [contract],
      [{ code: 'too-many-hosts', most: 2 }],
    ],
    [
      'twice in one host company',
      [
        lemaire,
        host('a', '2026-01-05', '2026-01-09'),
        host('b', '2026-02-02', '2026-02-06'),
        host('a', '2026-03-02', '2026-03-06'),
      ],
      [contract],
      [],
    ],
  ])('%s', (_, couples, contracts, problems) => {
    expect(coupleProblems(couples, contracts)).toEqual(problems)
  })

  it('three host companies of a group of companies are lawful (R6223-10, 29 December 2023)', () => {
    const hosts = ['a', 'b', 'c'].map((name) => host(name, '2026-01-05', '2026-01-09'))
    expect(coupleProblems([lemaire, ...hosts], [contract], { groupOfCompanies: true })).toEqual([])
  })

  it('a couple that begins before, ends after, or ends before it begins is named', () => {
    const early = couple('lemaire', 'paul', '2025-09-21', null)
    const late = couple('lemaire', 'paul', '2025-09-22', '2027-09-22')
    const backwards = couple('duval', 'ines', '2026-02-02', '2026-02-01')

    expect(coupleProblems([early], [contract])).toEqual([
      { code: 'outside-contract', couple: early },
    ])
    expect(coupleProblems([late], [contract])).toEqual([{ code: 'outside-contract', couple: late }])
    expect(coupleProblems([lemaire, backwards], [contract])).toEqual([
      { code: 'ends-before-it-begins', couple: backwards },
    ])
  })

  it('one couple may go on in the next contract, but not in the gap before it', () => {
    const first = { start: '2025-09-22', end: '2027-09-21' }
    const next = (start: string) => ({ start, end: '2028-06-30' })
    const open = couple('lemaire', 'paul', '2025-09-22', null)

    expect(coupleProblems([open], [first, next('2027-09-22')])).toEqual([])
    expect(coupleProblems([open], [first, next('2027-09-23')])).toEqual([
      { code: 'outside-contract', couple: open },
    ])
  })

  it('a couple after the last contract is outside, open or not', () => {
    const after = couple('duval', 'ines', '2028-01-03', null)
    const problem = { code: 'outside-contract', couple: after }

    expect(coupleProblems([lemaire, after], [contract])).toEqual([problem])
    expect(coupleProblems([after], [])).toEqual([problem])
  })

  it('host companies are counted in each contract anew (R6223-10: «un même contrat»)', () => {
    const first = { start: '2025-09-22', end: '2027-09-21' }
    const next = { start: '2027-09-22', end: '2028-06-30' }
    const hosts = [
      host('a', '2026-01-05', '2026-01-09'),
      host('b', '2026-02-02', '2026-02-06'),
      host('c', '2027-10-04', '2027-10-08'),
    ]
    expect(coupleProblems([lemaire, ...hosts], [first, next])).toEqual([])
  })

  const tenDays = Array.from({ length: 10 }, (_, index) => `2026-03-${10 + index}`)

  it.each([
    ['half', [host('a', '2026-03-15', '2026-03-30')], 5, true],
    ['a day more', [host('a', '2026-03-14', '2026-03-30')], 6, false],
    [
      'two hosts, a day of both counts once',
      [host('a', '2026-03-10', '2026-03-12'), host('b', '2026-03-12', '2026-03-14')],
      5,
      true,
    ],
    ['on no day in the company', [host('a', '2026-04-01', '2026-04-30')], 0, true],
  ])(
    'hosts have half of the practical training at most: %s (R6223-10)',
    (_, hosts, hosted, lawful) => {
      const share = hostShare([lemaire, ...hosts], tenDays)
      expect(share).toEqual({ hosted, practical: 10, lawful })
    },
  )

  it('where nobody hosts there is no share to tell', () => {
    expect(hostShare([lemaire], tenDays)).toBeNull()
  })
})
