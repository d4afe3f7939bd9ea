import { describe, expect, it } from 'vitest'
import {
  selfCheck,
  type Finding,
  type PieceRule,
  type SelfCheckInput,
} from '#domain/exams/selfCheck.ts'
import type { ExamSession } from '#domain/exams/session.ts'

const session: ExamSession = {
  year: 2027,
  registrationUntil: '2026-11-15',
  convocationFrom: null,
  writtenFrom: null,
  writtenUntil: null,
  resultsOn: null,
  handIn: { E4: '2027-03-20', E6: '2027-05-22' },
  written: {},
  source: 'made up for the test',
}
const rule = (code: string, exam: string, more: Partial<PieceRule> = {}): PieceRule => ({
  code,
  exam,
  from: 2020,
  until: null,
  count: 1,
  distinct: false,
  needsSignature: false,
  ifMissing: 'penalty',
  source: 'définition des épreuves',
  ...more,
})
/** As the référentiel asks: sheets of different natures, a certificate, a study until 2024. */
const rules = [
  rule('e4-sheets', 'E4', { count: 2, distinct: true, needsSignature: true }),
  rule('e4-certificate', 'E4', { ifMissing: 'not-valid' }),
  rule('e6-sheets', 'E6', { count: 3, distinct: true }),
  rule('e6-study', 'E6', { until: 2024 }),
]
const piece = (code: string, nature: string | null = null, signed = true) => ({
  rule: code,
  nature,
  signed,
})
const whole = [
  piece('e4-sheets', 'negotiation'),
  piece('e4-sheets', 'event'),
  piece('e4-certificate'),
  piece('e6-sheets', 'distributors'),
  piece('e6-sheets', 'partners'),
  piece('e6-sheets', 'direct'),
]
const ready: SelfCheckInput = {
  session,
  registered: true,
  missingWeeks: [],
  unsignedWeeks: [],
  unsignedDocuments: [],
  skillsWithoutEvidence: { E4: [], E6: [] },
  rules,
  pieces: whole,
  handedIn: { E4: '2027-03-20', E6: '2027-05-20' },
  companyTime: { weeks: 16, required: 16 },
}
const check = (change: Partial<SelfCheckInput>) => selfCheck({ ...ready, ...change })
const finding = (change: Partial<Finding>): Finding => ({
  code: 'piece-missing',
  weight: 'not-valid',
  exam: null,
  about: [],
  by: null,
  ...change,
})

describe('what would be refused today', () => {
  it('nothing, where all is there, signed and in time', () => {
    expect(check({})).toEqual([])
  })

  it.each<[string, Partial<SelfCheckInput>, Partial<Finding>]>([
    [
      'NV: no file was handed in',
      { handedIn: { E6: '2027-05-20' } },
      { code: 'not-handed-in', exam: 'E4', by: '2027-03-20' },
    ],
    [
      'NV: a file after the date of the academy',
      { handedIn: { E4: '2027-03-21', E6: '2027-05-20' } },
      { code: 'handed-in-late', exam: 'E4', by: '2027-03-20' },
    ],
    [
      'NV: too little experience',
      { companyTime: { weeks: 15, required: 16 } },
      { code: 'experience-too-short', about: ['15', '16'] },
    ],
    [
      'NV: no certificate',
      { pieces: whole.filter((each) => each.rule !== 'e4-certificate') },
      { exam: 'E4', about: ['e4-certificate'], by: '2027-03-20' },
    ],
    [
      'NV: a document that nobody signed',
      { pieces: [piece('e4-sheets', 'negotiation', false), ...whole.slice(1)] },
      { code: 'piece-unsigned', exam: 'E4', about: ['e4-sheets'], by: '2027-03-20' },
    ],
    [
      'penalty: a sheet is missing',
      { pieces: whole.slice(1) },
      { weight: 'penalty', exam: 'E4', about: ['e4-sheets'], by: '2027-03-20' },
    ],
    [
      'penalty: two sheets of the same nature',
      { pieces: [piece('e4-sheets', 'event'), ...whole.slice(1)] },
      { code: 'same-nature', weight: 'penalty', exam: 'E4', about: ['event'], by: '2027-03-20' },
    ],
    [
      'sheet: the centre registers, and has not yet',
      { registered: false },
      { code: 'not-registered', by: '2026-11-15' },
    ],
    [
      'sheet: the logbook has gaps',
      { missingWeeks: ['2026-W10', '2026-W11'] },
      { code: 'weeks-missing', weight: 'gap', about: ['2026-W10', '2026-W11'] },
    ],
    [
      'sheet: weeks nobody signed',
      { unsignedWeeks: ['2026-W12'] },
      { code: 'weeks-unsigned', weight: 'gap', about: ['2026-W12'] },
    ],
    [
      'sheet: an interview lacks a signature',
      { unsignedDocuments: ['an-interview'] },
      { code: 'documents-unsigned', weight: 'gap', about: ['an-interview'] },
    ],
    [
      'a skill that nothing shows',
      { skillsWithoutEvidence: { E4: ['B1.C3.2'], E6: [] } },
      { code: 'skills-without-evidence', weight: 'gap', exam: 'E4', about: ['B1.C3.2'] },
    ],
  ])('%s', (_, change, expected) => {
    expect(check(change)).toEqual([finding(expected)])
  })

  it('a piece that the session no longer asks for is missed by nobody', () => {
    expect(check({ session: { ...session, year: 2024 } })).toEqual([
      finding({ weight: 'penalty', exam: 'E6', about: ['e6-study'], by: '2027-05-22' }),
    ])
  })

  it('no date of the academy: what is missing is told, and nothing is late', () => {
    const change = { session: { ...session, handIn: {} }, handedIn: { E4: '2027-06-30' } }
    expect(check(change)).toEqual([finding({ code: 'not-handed-in', exam: 'E6' })])
  })

  it('the worst comes first, of the same weight what is due first', () => {
    const found = check({
      registered: false,
      handedIn: {},
      missingWeeks: ['2026-W10'],
      pieces: whole.slice(1, 3),
      companyTime: { weeks: 15, required: 16 },
    })
    expect(found.map(({ code, exam, weight }) => `${weight} ${code} ${exam ?? ''}`.trim())).toEqual(
      [
        'not-valid not-registered',
        'not-valid not-handed-in E4',
        'not-valid not-handed-in E6',
        'not-valid experience-too-short',
        'penalty piece-missing E4',
        'penalty piece-missing E6',
        'gap weeks-missing',
      ],
    )
  })
})
