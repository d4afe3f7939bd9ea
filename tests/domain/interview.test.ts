import { describe, expect, it } from 'vitest'
import { decide, sectionIdOf } from '#domain/decide.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import { may } from '#domain/rights.ts'
import {
  aBook,
  actor,
  aFreeze,
  anAct,
  anInterview,
  aPatch,
  apprentice,
  aSignature,
  aWeek,
  lastHash,
  master,
  personId,
  present,
  trainer,
  unwritten,
  writeFrame,
  writeSection,
  writeVisit,
  type Book,
} from '#tests/support/builders.ts'

type Party = 'apprentice' | 'master' | 'trainer'

const sectionOf = (book: Book, interview: LogbookDocument, party: Party): LogbookDocument => {
  const section = book.find(sectionIdOf(interview, party))
  if (!section) throw new Error(`no section of ${party}`)
  return section
}

const hashesOf = (book: Book, interview: LogbookDocument) => ({
  apprentice: lastHash(sectionOf(book, interview, 'apprentice')),
  master: lastHash(sectionOf(book, interview, 'master')),
  trainer: lastHash(sectionOf(book, interview, 'trainer')),
})

const rejected = (code: string) => expect.objectContaining({ verdict: 'rejected', code }) as unknown
const merged = (code: string) => expect.objectContaining({ verdict: 'merged', code }) as unknown
const applied = expect.objectContaining({ verdict: 'applied' }) as unknown

describe('freezing a tripartite interview', () => {
  it('names the version of each party’s section, and nothing else makes it whole', () => {
    const { book, interview } = anInterview('open')
    const hashes = hashesOf(book, interview)
    expect(book.act(aFreeze(interview, hashes), trainer)).toEqual(applied)

    const frozen = book.find(interview.id)
    expect(frozen?.state).toBe('frozen')
    expect(frozen && lastVersion(frozen)?.content).toMatchObject({
      type: 'tripartite',
      'sections/apprentice': hashes.apprentice,
      'sections/master': hashes.master,
      'sections/trainer': hashes.trainer,
    })
  })

  it.each<Party>(['apprentice', 'master', 'trainer'])(
    'waits for the section of the %s',
    (missing) => {
      const { book, interview } = anInterview('open')
      const { [missing]: _missing, ...others } = hashesOf(book, interview)
      expect(book.act(aFreeze(interview, others), trainer)).toEqual(rejected('sections-missing'))
      expect(book.find(interview.id)).toBe(interview)
    },
  )

  it('refuses a hash that is not the version sent', () => {
    const { book, interview } = anInterview('open')
    const sections = { ...hashesOf(book, interview), master: 'a'.repeat(64) }
    expect(book.act(aFreeze(interview, sections), trainer)).toEqual(rejected('sections-missing'))
  })

  it('refuses a version that was replaced by a newer one', () => {
    const { book, interview } = anInterview('open')
    const read = hashesOf(book, interview)
    const section = sectionOf(book, interview, 'master')
    book.must(anAct('withdraw', section), master)
    book.must(aPatch(section, { progress: 'Autre chose.' }), master)
    book.must(anAct('submit', section), master)
    expect(book.act(aFreeze(interview, read), trainer)).toEqual(rejected('sections-missing'))
    expect(book.act(aFreeze(interview, hashesOf(book, interview)), trainer)).toEqual(applied)
  })

  it('refuses a section that was taken back, and the other way round the taking back', () => {
    const one = anInterview('open')
    const read = hashesOf(one.book, one.interview)
    one.book.must(anAct('withdraw', sectionOf(one.book, one.interview, 'master')), master)
    expect(one.book.act(aFreeze(one.interview, read), trainer)).toEqual(
      rejected('sections-missing'),
    )

    const { book, interview } = anInterview('frozen')
    const section = sectionOf(book, interview, 'master')
    expect(book.act(anAct('withdraw', section), master)).toEqual(rejected('wrong-state'))
    expect(may(master, 'withdraw', section, book.find)).toBe(false)
  })

  it.each([
    ['its date', 'date'],
    ['its mode', 'mode'],
    ['its type', 'type'],
  ])('waits for %s', (_, field) => {
    const { book, interview } = anInterview('open')
    const edited = book.must(aPatch(interview, { [field]: null }), trainer)
    const freeze = aFreeze(edited, hashesOf(book, edited))
    expect(book.act(freeze, trainer)).toEqual(rejected('incomplete'))
  })

  it('a formative one needs the apprentice and the trainer only', () => {
    const { book, interview } = anInterview('frozen', 'formative')
    expect(book.find(sectionIdOf(interview, 'master'))).toBeNull()
    expect(book.act(aSignature(interview), master)).toEqual(rejected('not-allowed'))
    book.must(aSignature(interview), apprentice)
    expect(book.must(aSignature(interview), trainer).state).toBe('signed')
  })
})

describe('signing it', () => {
  const orders: Party[][] = [
    ['apprentice', 'master', 'trainer'],
    ['trainer', 'master', 'apprentice'],
    ['master', 'trainer', 'apprentice'],
  ]
  it.each(orders)('is done when the third has signed: %s, %s, %s', (first, second, third) => {
    const { book, interview } = anInterview('frozen')
    expect(book.must(aSignature(interview), actor(first)).state).toBe('frozen')
    expect(book.must(aSignature(interview), actor(second)).state).toBe('frozen')
    const signed = book.must(aSignature(interview), actor(third))
    expect(signed.state).toBe('signed')
    expect(signed.signatures.map(({ role }) => role)).toEqual([first, second, third])
  })

  it('two trainers do not stand for the master', () => {
    const { book, interview } = anInterview('frozen')
    book.must(aSignature(interview), trainer)
    book.must(aSignature(interview), actor('secondTrainer'))
    expect(book.must(aSignature(interview), apprentice).state).toBe('frozen')
  })

  it('a correction is a new version that needs three new signatures', () => {
    const { book, interview } = anInterview('signed')
    const open = book.must(anAct('amend', interview), trainer)
    const frozen = book.must(aFreeze(open, hashesOf(book, open)), trainer)
    expect(frozen.versions.map(({ number }) => number)).toEqual([1, 2])
    expect(frozen.signatures.every(({ version }) => version === 1)).toBe(true)
    expect(book.must(aSignature(frozen), master).state).toBe('frozen')
    book.must(aSignature(frozen), apprentice)
    expect(book.must(aSignature(frozen), trainer).state).toBe('signed')
  })

  it('a late signature of the master stays, though the correction no longer asks for it', () => {
    const { book, interview } = anInterview('frozen')
    const read = aSignature(interview)
    const open = book.must(anAct('amend', interview), trainer)
    const formative = book.must(aPatch(open, { type: 'formative' }), trainer)
    const { apprentice: hers, trainer: his } = hashesOf(book, interview)
    const frozen = book.must(aFreeze(formative, { apprentice: hers, trainer: his }), trainer)

    expect(book.act(read, master)).toEqual(merged('superseded'))
    expect(book.find(interview.id)?.signatures).toMatchObject([{ version: 1, role: 'master' }])
    expect(may(master, 'sign', frozen)).toBe(false)
    expect(book.act(aSignature(frozen), master)).toEqual(rejected('not-allowed'))
  })

  it('with the frame open again, a section can be taken back', () => {
    const { book, interview } = anInterview('amended')
    const section = sectionOf(book, interview, 'master')
    expect(may(master, 'withdraw', section, book.find)).toBe(true)
    expect(book.act(anAct('withdraw', section), master)).toEqual(applied)
  })
})

describe('a section that comes too late', () => {
  const set = (interview: LogbookDocument, progress: string) => ({
    interview: interview.id,
    party: 'master',
    progress,
  })

  it('its first words, written without a network, are put aside under its own name', () => {
    const { book, interview } = anInterview('frozen', 'formative')
    const id = sectionIdOf(interview, 'master')
    const first = aPatch(unwritten('section', id), set(interview, 'Mes mots.'))

    expect(book.act(first, master)).toEqual(merged('late'))

    const section = book.find(id)
    expect(section?.alternatives).toEqual({ progress: [{ value: 'Mes mots.', by: first.id }] })
    expect(section?.fields).toEqual({
      interview: { value: interview.id, by: first.id },
      party: { value: 'master', by: first.id },
    })
    const second = aPatch(section ?? unwritten('section', id), { progress: 'D’autres.' })
    expect(book.act(second, master)).toEqual(merged('late'))
  })

  it('a draft cannot be sent once the interview is frozen, and keeps its words', () => {
    const book = aBook()
    const interview = writeFrame(book, 'formative')
    const draft = writeSection(book, interview, 'master', 'draft')
    const hers = lastHash(writeSection(book, interview, 'apprentice'))
    const his = lastHash(writeSection(book, interview, 'trainer'))
    book.must(aFreeze(interview, { apprentice: hers, trainer: his }), trainer)

    expect(book.act(anAct('submit', draft), master)).toEqual(rejected('wrong-state'))
    expect(may(master, 'submit', draft, book.find)).toBe(false)
    expect(book.find(draft.id)).toBe(draft)
    expect(book.act(aPatch(draft, { progress: 'Encore.' }), master)).toEqual(merged('late'))
    expect(book.find(draft.id)?.fields).toEqual(draft.fields)
  })

  it('what everybody has signed cannot be taken back piece by piece', () => {
    const { book, interview } = anInterview('signed')
    const section = sectionOf(book, interview, 'master')
    expect(book.act(anAct('withdraw', section), master)).toEqual(rejected('wrong-state'))
    expect(may(master, 'withdraw', section, book.find)).toBe(false)
  })

  it('an interview thrown away closes its sections; brought back, it opens them', () => {
    const book = aBook()
    const interview = writeFrame(book)
    const section = writeSection(book, interview, 'master')
    book.must(anAct('discard', interview), trainer)
    expect(book.act(anAct('withdraw', section), master)).toEqual(rejected('wrong-state'))
    book.must(aPatch(interview, { place: 'Atelier' }), trainer)
    expect(book.act(anAct('withdraw', section), master)).toEqual(applied)
  })
})

describe('the trainer hands over the phone', () => {
  const masterHere = present('master', 'trainer')

  it('a master without an account signs the visit: the row says whose phone it was', () => {
    const book = aBook()
    const visit = writeVisit(book, 'published')
    expect(book.must(aSignature(visit), masterHere).signatures).toMatchObject([
      { signer: personId('master'), role: 'master', level: 'in-person', via: personId('trainer') },
    ])
  })

  it('three people sign the interview on one phone', () => {
    const { book, interview } = anInterview('frozen')
    book.must(aSignature(interview), present('apprentice', 'trainer'))
    book.must(aSignature(interview), masterHere)
    const signed = book.must(aSignature(interview), trainer)
    expect(signed.state).toBe('signed')
    expect(signed.signatures.map(({ level }) => level)).toEqual([
      'in-person',
      'in-person',
      'session',
    ])
  })

  it('somebody present writes, sends and takes back a section of their own', () => {
    const book = aBook()
    const interview = writeFrame(book)
    const id = sectionIdOf(interview, 'master')
    const words = { interview: interview.id, party: 'master', progress: 'À l’aise au téléphone.' }
    const draft = book.must(aPatch(unwritten('section', id), words), masterHere)
    expect(draft.author).toBe(personId('master'))
    const sent = book.must(anAct('submit', draft), masterHere)
    expect(book.must(anAct('withdraw', sent), masterHere).state).toBe('draft')
  })

  const { book, interview } = anInterview('frozen')
  const visit = writeVisit(book, 'published')
  const amendable = writeVisit(book, 'draft')
  const week = aWeek('submitted')
  it.each<[string, LogbookDocument | null, Operation, Parameters<typeof decide>[2]]>([
    [
      'to oneself',
      interview,
      aSignature(interview),
      { ...trainer, via: { personId: trainer.personId, role: 'trainer' } },
    ],
    ['of the apprentice', interview, aSignature(interview), present('master', 'apprentice')],
    ['of the master', interview, aSignature(interview), present('apprentice', 'master')],
    ['of the auditor', interview, aSignature(interview), present('master', 'auditor')],
    ['to sign a week, which is never done in a visit', week, aSignature(week), masterHere],
    [
      'to publish a visit',
      amendable,
      anAct('publish', amendable),
      present('trainer', 'coordinator'),
    ],
    ['to amend a visit', visit, anAct('amend', visit), present('trainer', 'coordinator')],
    [
      'to write a note',
      null,
      aPatch(unwritten('note'), { text: 'Mots.' }),
      present('master', 'trainer'),
    ],
  ])('never hands over a phone %s', (_, document, operation, who) => {
    expect(decide(document, operation, who, book.find)).toEqual({
      verdict: 'rejected',
      code: 'not-allowed',
      document,
    })
    if (document) expect(may(who, operation.type, document, book.find)).toBe(false)
  })
})
