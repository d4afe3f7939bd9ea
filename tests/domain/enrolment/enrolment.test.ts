import { expect, it } from 'vitest'
import {
  enrolmentProblems,
  type Enrolment,
  type EnrolmentField,
  type EnrolmentProblemName,
} from '#domain/enrolment/enrolment.ts'

const sound: Enrolment = {
  apprentice: { name: 'Léa Moreau', email: 'lea@exemple.fr' },
  guardian: null,
  company: { name: 'Boissons du Forez', city: 'Saint-Étienne', activity: '' },
  master: { name: 'Paul Durand', email: 'paul@exemple.fr' },
  trainer: { name: 'Claire Roux', email: 'claire@exemple.fr' },
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  contract: { start: '2025-09-01', end: '2027-08-31' },
}
const cohortsOf = (programme: string) => (programme === 'bts-ndrc' ? ['2025-2027'] : null)
const other = { name: 'Inès Benali', email: 'ines@exemple.fr' }

it('what is whole can be opened, also for several apprentices of one master', () => {
  const more = { ...sound, apprentice: other }
  expect(enrolmentProblems([sound, more], cohortsOf)).toEqual([])
  const ends = { ...sound, contract: { start: '2026-08-31', end: '2026-08-31' } }
  expect(enrolmentProblems([ends], cohortsOf)).toEqual([])
})

const wrong: [string, Partial<Enrolment>, EnrolmentField, EnrolmentProblemName][] = [
  [
    'a name of spaces',
    { apprentice: { ...sound.apprentice, name: ' ' } },
    'apprentice.name',
    'empty',
  ],
  ['no address', { master: { ...sound.master, email: '' } }, 'master.email', 'empty'],
  [
    'two addresses in one',
    { trainer: { ...sound.trainer, email: 'a@b.fr c@d.fr' } },
    'trainer.email',
    'not-an-address',
  ],
  [
    'an accent in the address, with which nobody can sign in',
    { trainer: { ...sound.trainer, email: 'hélène@exemple.fr' } },
    'trainer.email',
    'not-an-address',
  ],
  [
    'an address without a place',
    { guardian: { name: 'Samira Moreau', email: 'samira@exemple' } },
    'guardian.email',
    'not-an-address',
  ],
  [
    'an apprentice who is her own guardian',
    { guardian: { ...other, email: 'INES@exemple.fr ' } },
    'guardian.email',
    'same-person',
  ],
  ['no company', { company: { ...sound.company, name: '' } }, 'company.name', 'empty'],
  ['no town', { company: { ...sound.company, city: '' } }, 'company.city', 'empty'],
  ['another programme', { programme: 'cap-cuisine' }, 'programme', 'unknown-programme'],
  ['another cohort', { cohort: '2019-2021' }, 'cohort', 'unknown-cohort'],
  [
    'a contract that ends first',
    { contract: { start: '2025-09-01', end: '2025-08-31' } },
    'contract.end',
    'ends-before-it-starts',
  ],
]

it.each(wrong)('%s is told where it stands', (_, change, field, problem) => {
  const found = enrolmentProblems([sound, { ...sound, apprentice: other, ...change }], cohortsOf)
  expect(found).toContainEqual({ index: 1, field, problem })
})

it('an apprentice stands once for each programme and cohort', () => {
  const again = { ...sound, apprentice: { ...sound.apprentice, email: 'Lea@Exemple.fr' } }
  expect(enrolmentProblems([sound, again], cohortsOf)).toEqual([
    { index: 1, field: 'apprentice.email', problem: 'twice' },
  ])
})

it('one address is one person: another name for it is a slip', () => {
  const typo = { ...sound, apprentice: other, master: { ...sound.master, name: 'Paule Durand' } }
  expect(enrolmentProblems([sound, typo], cohortsOf)).toEqual([
    { index: 1, field: 'master.name', problem: 'two-names' },
  ])
})
