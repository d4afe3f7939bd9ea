import { expect, it } from 'vitest'
import { findMember, givenName, ofPerson, personName } from '#features/parts/personName.ts'
import { someFacts } from '#tests/app/routes/aWorkspace.ts'
import { personId } from '#tests/support/builders.ts'

it.each([
  ['Léa', 'de\u00a0Léa'],
  ['Inès', 'd’Inès'],
  ['Éva', 'd’Éva'],
  ['Hugo', 'de\u00a0Hugo'],
])('the livret of %s is « livret %s »', (name, said) => {
  expect(ofPerson(name)).toBe(said)
})

it('a given name with a hyphen stays whole', () => {
  expect(givenName('Jean-Pierre Martin')).toBe('Jean-Pierre')
})

it('who left keeps a name on what was signed; a stranger has none', () => {
  const facts = someFacts()
  const past = facts.members.map((member) => ({ ...member, until: '2025-10-31' }))

  expect(personName({ ...facts, members: past }, personId('master'))).toBe('Paul Durand')
  expect(personName(facts, personId('secondMaster'))).toBe('—')
})

it('a week is sent to the master of that day, not to the one who left', () => {
  const facts = someFacts()
  const [apprentice, master] = facts.members
  if (!apprentice || !master) throw new Error('the facts have members')
  const left = { ...master, until: '2025-10-31' }
  const next = {
    ...master,
    personId: personId('secondMaster'),
    name: 'Anne Petit',
    from: '2025-11-01',
  }
  const members = [apprentice, next, left]

  expect(findMember({ ...facts, members }, 'master', '2025-10-31')?.name).toBe('Paul Durand')
  expect(findMember({ ...facts, members }, 'master', '2025-11-07')?.name).toBe('Anne Petit')
  expect(findMember({ ...facts, members: [apprentice] }, 'master', '2025-11-07')).toBeNull()
})
