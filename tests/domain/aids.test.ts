import { describe, expect, it } from 'vitest'
import {
  aidRules,
  drivingLicenceAid,
  firstEquipmentAid,
  lodgingAid,
  mealAid,
  type DrivingLicenceAid,
  type DrivingLicenceRequest,
  type TakenMeal,
} from '#domain/aids.ts'

/** Monday to Wednesday in the centre, two weeks. */
const centre = [
  { start: '2026-01-05', end: '2026-01-07' },
  { start: '2026-01-12', end: '2026-01-14' },
]

describe('6 € a night really taken in a centre period (D6332-83, arrêté of 29 September 2020)', () => {
  it('nights between days of the centre, the evening before and the last one; no others', () => {
    const nights = [
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
      '2026-01-06',
      '2026-01-07',
      '2026-01-08',
    ]
    expect(lodgingAid(nights, centre)).toEqual({
      count: 4,
      cents: 24_00,
      leftOut: [
        { taken: '2026-01-03', why: 'outside-centre-period' },
        { taken: '2026-01-08', why: 'outside-centre-period' },
      ],
    })
  })

  it('one night told twice is paid once', () => {
    expect(lodgingAid(['2026-01-05', '2026-01-05'], centre)).toEqual({
      count: 1,
      cents: 6_00,
      leftOut: [{ taken: '2026-01-05', why: 'twice' }],
    })
  })

  it('nothing before the aid, and nothing for what is no day', () => {
    const old = [{ start: '2020-09-01', end: '2020-10-31' }]
    expect(lodgingAid(['2020-09-28', '2020-09-29', '2026-02-30'], old)).toEqual({
      count: 1,
      cents: 6_00,
      leftOut: [
        { taken: '2020-09-28', why: 'no-aid-then' },
        { taken: '2026-02-30', why: 'not-a-date' },
      ],
    })
  })

  it('a new amount holds from its day on, within one count', () => {
    const lodging = aidRules.filter(({ code }) => code === 'lodging')
    const rules = [
      ...lodging.map((rule) => ({ ...rule, until: '2026-01-05' })),
      ...lodging.map((rule) => ({ ...rule, from: '2026-01-06', cents: 7_00 })),
    ]
    expect(lodgingAid(['2026-01-05', '2026-01-06'], centre, rules).cents).toBe(13_00)
  })
})

describe('3 € a meal really taken in a centre period', () => {
  const lunch = (day: string): TakenMeal => ({ day, meal: 'lunch' })
  const dinner = (day: string): TakenMeal => ({ day, meal: 'dinner' })

  it('lunch and dinner of one day are two; a company day is none', () => {
    const meals = [
      lunch('2026-01-05'),
      dinner('2026-01-05'),
      lunch('2026-01-08'),
      lunch('2026-01-12'),
    ]
    expect(mealAid(meals, centre)).toEqual({
      count: 3,
      cents: 9_00,
      leftOut: [{ taken: lunch('2026-01-08'), why: 'outside-centre-period' }],
    })
  })

  it('the eve of the centre period is no day of it', () => {
    expect(mealAid([dinner('2026-01-04')], centre).count).toBe(0)
  })

  it('one lunch told twice is paid once', () => {
    expect(mealAid([lunch('2026-01-05'), lunch('2026-01-05')], centre)).toMatchObject({
      count: 1,
      cents: 3_00,
    })
  })
})

describe('500 € at most for first equipment (D6332-83)', () => {
  it.each([
    ['less', '2026-01-05', 320_50, 0, 320_50],
    ['exactly', '2026-01-05', 500_00, 0, 500_00],
    ['more', '2026-01-05', 700_00, 0, 500_00],
    ['what is left of it', '2026-01-05', 320_50, 400_00, 100_00],
    ['nothing is left', '2026-01-05', 320_50, 500_00, 0],
    ['more was paid already than there is', '2026-01-05', 320_50, 600_00, 0],
    ['before the law', '2018-12-31', 320_50, 0, null],
  ])('%s', (_, on, spentCents, alreadyCents, cents) => {
    expect(firstEquipmentAid({ on, spentCents, alreadyCents })).toBe(cents)
  })
})

describe('500 € for the driving licence, until 2026 (décret 2019-1; loi de finances 2026)', () => {
  const request = (changes: Partial<DrivingLicenceRequest>): DrivingLicenceRequest => ({
    askedOn: '2025-11-03',
    birthDate: '2007-03-14',
    contractRunning: true,
    categoryB: true,
    invoicedOn: '2025-10-20',
    alreadyReceived: false,
    ...changes,
  })

  it.each<[string, Partial<DrivingLicenceRequest>, DrivingLicenceAid]>([
    ['granted', {}, { cents: 500_00 }],
    ['on the last day', { askedOn: '2026-02-19' }, { cents: 500_00 }],
    ['the day after', { askedOn: '2026-02-20' }, { refused: 'closed', since: '2026-02-20' }],
    ['years after', { askedOn: '2028-01-01' }, { refused: 'closed', since: '2026-02-20' }],
    ['before the decree', { askedOn: '2019-01-02' }, { refused: 'not-open-yet' }],
    ['on the eve of eighteen', { birthDate: '2007-11-04' }, { refused: 'under-18' }],
    ['at eighteen', { birthDate: '2007-11-03' }, { cents: 500_00 }],
    ['without a contract', { contractRunning: false }, { refused: 'no-contract' }],
    ['for a motorbike', { categoryB: false }, { refused: 'not-category-b' }],
    [
      'with an invoice of twelve months',
      { invoicedOn: '2024-11-03' },
      { refused: 'invoice-over-twelve-months' },
    ],
    ['with an invoice a day younger', { invoicedOn: '2024-11-04' }, { cents: 500_00 }],
    ['a second time', { alreadyReceived: true }, { refused: 'already-received' }],
    ['on no day', { askedOn: '2025-11-31' }, { refused: 'not-a-date' }],
  ])('%s', (_, changes, answer) => {
    expect(drivingLicenceAid(request(changes))).toEqual(answer)
  })

  it('a centre that knows another last day passes its own rules', () => {
    const rules = aidRules.map((rule) =>
      rule.code === 'driving-licence' ? { ...rule, until: '2025-12-31' } : rule,
    )
    const answer = { refused: 'closed', since: '2026-01-01' }
    expect(drivingLicenceAid(request({ askedOn: '2026-01-15' }), rules)).toEqual(answer)
  })
})

describe('the rules themselves', () => {
  it('say for each aid what a person has to fulfil', () => {
    expect(Object.fromEntries(aidRules.map(({ code, conditions }) => [code, conditions]))).toEqual({
      lodging: ['private-sector', 'financed-by-centre', 'centre-period', 'really-taken'],
      meal: ['private-sector', 'financed-by-centre', 'centre-period', 'really-taken'],
      'first-equipment': ['private-sector', 'financed-by-centre', 'proof'],
      'driving-licence': [
        'of-age',
        'contract-running',
        'category-b',
        'estimate-under-twelve-months',
        'once',
      ],
    })
  })
})
