import { describe, expect, it } from 'vitest'
import {
  candidacyOf,
  piecesOf,
  selfCheckInput,
  unknownSession,
  withNotedDates,
  type LogbookOfCandidate,
} from '#domain/exams/examFile.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { selfCheck } from '#domain/exams/selfCheck.ts'
import {
  aBook,
  actor,
  anAct,
  aPatch,
  aReturn,
  writeInterview,
  writeVisit,
  writeWeek,
  type Book,
} from '#tests/support/builders.ts'
import { writePiece, writePublished } from '#tests/support/trainingDocuments.ts'

const rule = {
  code: 'e4-sheets',
  exam: 'E4',
  from: 2020,
  until: null,
  count: 2,
  distinct: true,
  needsSignature: true,
  ifMissing: 'penalty' as const,
  source: 'Table of the test',
}

const aLogbook = (change: Partial<LogbookOfCandidate> = {}): LogbookOfCandidate => ({
  documents: [],
  weeks: [],
  session: unknownSession(2027),
  rules: [rule],
  companyTime: null,
  blocks: [{ exam: 'E4', skills: [{ code: 'B1.C1.1' }, { code: 'B1.C1.3' }] }],
  notTaken: [],
  ...change,
})

describe('what the centre did', () => {
  it('counts for its own session, and is corrected by a new version', () => {
    const book = aBook()
    const noted = writePublished(book, 'candidacy', 'amended')
    const now = () => candidacyOf([book.find(noted.id) ?? noted], 2027)
    expect(now().registeredOn).toBe('2026-11-12')
    book.must(aPatch(noted, { registeredOn: null }), actor('trainer'))
    expect(now().registeredOn).toBe('2026-11-12')
    book.must(anAct('publish', noted), actor('trainer'))
    expect(now()).toEqual({
      ...{ registrationUntil: null, handInUntil: {} },
      registeredOn: null,
      convocationOn: null,
      handedIn: { E4: '2027-03-10' },
    })
    expect(candidacyOf([noted], 2026).registeredOn).toBeNull()
  })

  it('of two people, the earlier date counts and nothing is lost', () => {
    const book = aBook()
    const documents = [
      writePublished(book, 'candidacy', 'published'),
      writePublished(book, 'candidacy', 'published', {
        set: { registeredOn: '2026-11-02', 'handedIn/E6/on': '2027-03-12' },
      }),
    ]
    expect(candidacyOf(documents, 2027)).toMatchObject({
      registeredOn: '2026-11-02',
      handedIn: { E4: '2027-03-10', E6: '2027-03-12' },
    })
  })
})

describe('the last days that the academy set', () => {
  it('count once the centre noted them: a file after its day is late, and not before', () => {
    const check = (handedIn: string) => {
      const noted = writePublished(aBook(), 'candidacy', 'published', {
        set: {
          registrationUntil: '2026-11-20',
          'handedIn/E4/until': '2027-03-12',
          'handedIn/E6/until': '2027-03-19',
          'handedIn/E4/on': handedIn,
        },
      })
      const published = { ...unknownSession(2027), handIn: { E4: null, E6: null } }
      const session = withNotedDates(published, candidacyOf([noted], 2027))
      expect(session).toMatchObject({
        registrationUntil: '2026-11-20',
        handIn: { E4: '2027-03-12', E6: '2027-03-19' },
      })
      return selfCheck(selfCheckInput(aLogbook({ documents: [noted], session })))
        .filter(({ code }) => code.startsWith('handed-in') || code === 'not-handed-in')
        .map(({ code, by }) => `${code} ${by ?? ''}`)
    }
    expect(check('2027-03-12')).toEqual([])
    expect(check('2027-03-13')).toEqual(['handed-in-late 2027-03-12'])
  })

  it('are those that were published, where the centre noted none', () => {
    const published = {
      ...unknownSession(2027),
      registrationUntil: '2026-11-15',
      handIn: { E4: '2027-03-01', E6: null },
    }
    const noted = writePublished(aBook(), 'candidacy', 'published', {
      set: { 'handedIn/E6/until': '2027-03-19' },
    })
    expect(withNotedDates(published, candidacyOf([noted], 2027))).toMatchObject({
      registrationUntil: '2026-11-15',
      handIn: { E4: '2027-03-01', E6: '2027-03-19' },
    })
    expect(withNotedDates(published, candidacyOf([noted], 2028))).toEqual(published)
  })
})

describe('pieces', () => {
  it('a draft is in no file, and a signature on an earlier wording is none', () => {
    const book = aBook()
    const signed = writePiece(book, 'signed')
    expect(piecesOf([signed, writePiece(book, 'draft')]).map((each) => each.signed)).toEqual([true])

    book.must(anAct('amend', signed), actor('apprentice'))
    book.must(aPatch(signed, { label: 'Autre titre' }), actor('apprentice'))
    book.must(anAct('submit', signed), actor('apprentice'))
    const changed = book.find(signed.id)
    expect(changed && piecesOf([changed])).toMatchObject([{ label: 'Autre titre', signed: false }])
  })

  it('what came back, or was taken back, is in no file until it is sent again', () => {
    const isThere = (book: Book, piece: LogbookDocument) => {
      const found = piecesOf([book.find(piece.id) ?? piece])
      const counted = selfCheckInput(aLogbook({ documents: [book.find(piece.id) ?? piece] }))
      expect(counted.pieces).toHaveLength(found.filter((each) => each.isThere).length)
      return found.map((each) => each.isThere)
    }
    const book = aBook()
    const returned = writePiece(book, 'submitted')
    expect(isThere(book, returned)).toEqual([true])
    book.must(aReturn(returned), actor('master'))
    expect(isThere(book, returned)).toEqual([false])
    book.must(anAct('submit', returned), actor('apprentice'))
    expect(isThere(book, returned)).toEqual([true])

    const takenBack = writePiece(book, 'submitted')
    book.must(anAct('withdraw', takenBack), actor('apprentice'))
    expect(isThere(book, takenBack)).toEqual([false])

    const signed = writePiece(book, 'signed')
    book.must(anAct('amend', signed), actor('apprentice'))
    expect(isThere(book, signed)).toEqual([true])
  })
})

describe('what would be refused today', () => {
  const codesOf = (logbook: LogbookOfCandidate) =>
    selfCheck(selfCheckInput(logbook)).map(({ code }) => code)

  it('of an empty logbook: everything', () => {
    expect(codesOf(aLogbook())).toEqual([
      'not-registered',
      'not-handed-in',
      'piece-missing',
      'skills-without-evidence',
    ])
  })

  it('of a full one: nothing', () => {
    const book = aBook()
    const documents = [
      writePublished(book, 'candidacy', 'published'),
      writePiece(book, 'signed'),
      writePiece(book, 'signed', { nature: 'negotiation' }),
      writeWeek(book, 'signed', { more: { 'skills/B1.C1.1': true } }),
      writePublished(book, 'assessment', 'published'),
      writeVisit(book, 'acknowledged'),
      writeInterview(book, 'signed'),
    ]
    expect(codesOf(aLogbook({ documents }))).toEqual([])
  })

  it('what an apprentice thinks alone, or nobody has seen, is no evidence of a skill', () => {
    const book = aBook()
    const documents = [
      writePublished(book, 'selfAssessment', 'published'),
      writePublished(book, 'assessment', 'published', {
        set: { 'skills/B1.C1.1/level': 'not-seen', 'skills/B1.C1.3/level': null },
      }),
    ]
    const { skillsWithoutEvidence } = selfCheckInput(aLogbook({ documents }))
    expect(skillsWithoutEvidence).toEqual({ E4: ['B1.C1.1', 'B1.C1.3'] })
  })

  it.each([
    ['visit', (book: Book, skill: Content) => writeVisit(book, 'published', skill)],
    [
      'interview',
      (book: Book, skill: Content) => writeInterview(book, 'frozen', 'tripartite', skill),
    ],
  ] as const)('a skill that a %s names has its evidence', (_, write) => {
    const documents = [write(aBook(), { 'skills/B1.C1.3': true })]
    const { skillsWithoutEvidence } = selfCheckInput(aLogbook({ documents }))
    expect(skillsWithoutEvidence).toEqual({ E4: ['B1.C1.1'] })
  })

  it('weeks that are late or not signed, and reports that nobody signed', () => {
    const book = aBook()
    const week = { place: 'mixed', documentId: null } as const
    const found = selfCheck(
      selfCheckInput(
        aLogbook({
          documents: [writeVisit(book, 'published'), writeInterview(book, 'frozen')],
          weeks: [
            { ...week, week: '2025-W44', state: 'late' },
            { ...week, week: '2025-W45', state: 'sent' },
            { ...week, week: '2025-W46', state: 'signed' },
            { ...week, week: '2025-W47', state: 'empty' },
          ],
        }),
      ),
    )
    const about = Object.fromEntries(found.map(({ code, about: what }) => [code, what]))
    expect(about['weeks-missing']).toEqual(['2025-W44'])
    expect(about['weeks-unsigned']).toEqual(['2025-W45'])
    expect(about['documents-unsigned']).toHaveLength(2)
  })
})

it('asks for nothing of an exam that the candidate does not take', () => {
  expect(selfCheckInput(aLogbook({ notTaken: ['E4'] }))).toMatchObject({
    rules: [],
    skillsWithoutEvidence: {},
  })
  expect(selfCheckInput(aLogbook({ notTaken: ['E1'] }))).toMatchObject({
    rules: [rule],
    skillsWithoutEvidence: { E4: ['B1.C1.1', 'B1.C1.3'] },
  })
})
