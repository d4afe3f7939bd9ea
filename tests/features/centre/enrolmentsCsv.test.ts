import { describe, expect, it } from 'vitest'
import { modelCsv, readEnrolmentsCsv } from '#features/centre/enrolmentsCsv.ts'
import { offered } from './someCentre.ts'

const HEAD =
  'Apprenti;Mail apprenti;Entreprise;Ville;Activité;Maître;Mail maître;Formateur;Mail formateur;Formation;Promotion;Début du contrat;Fin du contrat'
const LINE =
  'Zoé Blanc;zoe@mail.fr;Vins du Rhône;Lyon;Caviste;Max Roy;max@vins.fr;Claire Roux;claire@cfa.fr;BTS NDRC;2025-2027;01/09/2025;31/08/2027'

/** The line with other words in some columns. */
const line = (change: Readonly<Record<string, string>> = {}) =>
  LINE.split(';')
    .map((cell, at) => change[HEAD.split(';')[at] ?? ''] ?? cell)
    .join(';')
const read = (...lines: string[]) => readEnrolmentsCsv(lines.join('\n'), offered)
const enrolmentsOf = (...lines: string[]) => {
  const file = read(...lines)
  if (file.type === 'refused') throw new Error(JSON.stringify(file.problems))
  return file.enrolments
}
const toldOf = (...lines: string[]) => {
  const file = read(...lines)
  return file.type === 'refused'
    ? file.problems.map((each) => [each.line, each.column, each.problem, each.value])
    : []
}

const zoe = {
  apprentice: { name: 'Zoé Blanc', email: 'zoe@mail.fr' },
  guardian: null,
  company: { name: 'Vins du Rhône', city: 'Lyon', activity: 'Caviste' },
  master: { name: 'Max Roy', email: 'max@vins.fr' },
  trainer: { name: 'Claire Roux', email: 'claire@cfa.fr' },
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  contract: { start: '2025-09-01', end: '2027-08-31' },
}

describe('apprentices from a CSV file', () => {
  it('are read one line for each, in the order of the file', () => {
    const other = line({ Apprenti: 'Ali Ben', 'Mail apprenti': 'ali@mail.fr' })
    expect(enrolmentsOf(HEAD, LINE, '', other)).toEqual([
      zoe,
      { ...zoe, apprentice: { name: 'Ali Ben', email: 'ali@mail.fr' } },
    ])
  })

  it('may come with a guardian, who is there only where somebody is named', () => {
    const head = `${HEAD};REPRESENTANT  LEGAL;mail representant legal`
    const ali = line({ 'Mail apprenti': 'ali@mail.fr' })
    expect(
      enrolmentsOf(head, `${LINE};Lou Blanc;lou@mail.fr`, `${ali};;`).map((one) => one.guardian),
    ).toEqual([{ name: 'Lou Blanc', email: 'lou@mail.fr' }, null])
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['ISO days', { 'Début du contrat': '2025-09-01' }],
    ['days without zeros', { 'Début du contrat': '1/9/2025' }],
    ['days with dots', { 'Début du contrat': '01.09.2025' }],
    ['the id of a programme', { Formation: 'bts-ndrc' }],
    ['a programme in any case', { Formation: 'bts  ndrc' }],
    ['the title of a cohort', { Promotion: 'promotion 2025-2027' }],
    ['spaces around the words', { Apprenti: ' Zoé Blanc ', Promotion: '2025-2027 ' }],
  ])('may be written with %s', (_, change) => {
    expect(enrolmentsOf(HEAD, line(change))).toEqual([zoe])
  })

  it('may have columns in any order, with or without accents, under commas', () => {
    const cells = LINE.split(';').reverse().join(',')
    const head = HEAD.split(';').reverse().join(',').replace('Maître', 'MAITRE')
    expect(enrolmentsOf(head, cells)).toEqual([zoe])
  })

  it.each<[string, string[], unknown[][]]>([
    ['nothing', [''], [[1, null, 'empty-file', '']]],
    ['headings alone', [HEAD], [[1, null, 'empty-file', '']]],
    [
      'a column that is not there',
      [HEAD.replace(';Ville', ''), LINE],
      [[1, 'ville', 'no-column', '']],
    ],
    [
      'more than 300 lines',
      [HEAD, ...Array<string>(301).fill(LINE)],
      [[1, null, 'too-many-rows', '']],
    ],
    ['a cell without words', [HEAD, line({ Ville: ' ' })], [[2, 'ville', 'empty-cell', '']]],
    [
      'no programme and no cohort, each told once',
      [HEAD, line({ Formation: '', Promotion: '' })],
      [
        [2, 'formation', 'empty-cell', ''],
        [2, 'promotion', 'empty-cell', ''],
      ],
    ],
    [
      'no address, told once',
      [HEAD, line({ 'Mail maître': '' })],
      [[2, 'mail maître', 'empty-cell', '']],
    ],
    [
      'an address that is none',
      [HEAD, line({ 'Mail maître': 'max chez vins.fr' })],
      [[2, 'mail maître', 'not-an-address', 'max chez vins.fr']],
    ],
    [
      'a day that no calendar has',
      [HEAD, line({ 'Fin du contrat': '31/02/2027' })],
      [[2, 'fin du contrat', 'not-a-date', '31/02/2027']],
    ],
    [
      'a year of two digits',
      [HEAD, line({ 'Début du contrat': '01/09/25' })],
      [[2, 'début du contrat', 'not-a-date', '01/09/25']],
    ],
    [
      'no first day, and not also that the end comes before it',
      [HEAD, line({ 'Début du contrat': '' })],
      [[2, 'début du contrat', 'empty-cell', '']],
    ],
    [
      'an end before the start',
      [HEAD, line({ 'Fin du contrat': '31/08/2025' })],
      [[2, 'fin du contrat', 'ends-before-it-starts', '31/08/2025']],
    ],
    [
      'a programme that nobody knows',
      [HEAD, line({ Formation: 'BTS Photo' })],
      [[2, 'formation', 'unknown-programme', 'BTS Photo']],
    ],
    [
      'a cohort of another programme',
      [HEAD, line({ Promotion: '2026-2028' })],
      [[2, 'promotion', 'unknown-cohort', '2026-2028']],
    ],
    [
      'the apprentice as master',
      [HEAD, line({ 'Mail maître': 'ZOE@mail.fr', Maître: 'Zoé Blanc' })],
      [[2, 'mail maître', 'same-person', 'ZOE@mail.fr']],
    ],
    [
      'the same apprentice twice',
      [HEAD, LINE, LINE],
      [[3, 'mail apprenti', 'twice', 'zoe@mail.fr']],
    ],
    [
      'two names for one address',
      [HEAD, LINE, line({ 'Mail apprenti': 'ali@mail.fr', Maître: 'Maxime Roy' })],
      [[3, 'maître', 'two-names', 'Maxime Roy']],
    ],
    [
      'words that are too long for anybody’s name',
      [HEAD, line({ Activité: 'x'.repeat(201) })],
      [[2, 'activité', 'too-long', 'x'.repeat(201)]],
    ],
    ['a word too much', [HEAD, `${LINE};oups`], [[2, null, 'extra-cell', 'oups']]],
    [
      'a guardian without an address',
      [`${HEAD};Représentant légal;Mail représentant légal`, `${LINE};Lou Blanc;`],
      [[2, 'mail représentant légal', 'empty', '']],
    ],
    [
      'several things on several lines, in the order of the file',
      [HEAD, line({ Promotion: 'x', 'Mail apprenti': 'x' }), line({ Ville: '', Apprenti: '' })],
      [
        [2, 'mail apprenti', 'not-an-address', 'x'],
        [2, 'promotion', 'unknown-cohort', 'x'],
        [3, 'apprenti', 'empty-cell', ''],
        [3, 'ville', 'empty-cell', ''],
      ],
    ],
  ])('is refused with %s', (_, lines, told) => {
    expect(toldOf(...lines)).toEqual(told)
  })

  it('what the server finds is told at the line of the file, empty lines or not', () => {
    const file = read(HEAD, '', LINE)
    expect(
      file.type === 'enrolments' &&
        file.locate([{ index: 0, field: 'apprentice.email', problem: 'twice' }]),
    ).toEqual([{ line: 3, column: 'mail apprenti', problem: 'twice', value: 'zoe@mail.fr' }])
  })
})

describe('the model file', () => {
  const model = modelCsv(offered, { name: 'Claire Roux', email: 'claire@cfa.fr' })

  it('opens no logbook for the person of the example', () => {
    expect(toldOf(model)).toEqual([[2, 'mail apprenti', 'example', 'camille.martin@exemple.fr']])
  })

  it('is right in everything else: whoever writes over the line can go on', () => {
    const own = model.replace('camille.martin@exemple.fr', 'zoe@mail.fr')
    expect(enrolmentsOf(own)).toMatchObject([
      { programme: 'bts-ndrc', cohort: '2025-2027', trainer: { email: 'claire@cfa.fr' } },
    ])
  })

  it('begins so that spreadsheets see its accents', () => {
    expect(model).toMatch(/^\uFEFF"apprenti";"mail apprenti";"représentant légal"/u)
  })
})
