import { expect, it } from 'vitest'
import { kindNames } from '#domain/kinds.ts'
import { operationTypes } from '#domain/operation.ts'
import { texts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'

const { fr } = texts

it.each([
  ['entry', '2026-W48', 'Semaine\u00a048'],
  ['visit', '2026-11-03', 'Visite du 3\u00a0novembre 2026'],
  ['interview', '', 'Entretien'],
  ['entry', '', 'Semaine'],
  // Of a newer app, or damaged.
  ['podcast', '', 'Envoi inconnu'],
  [null, '2026-W48', 'Semaine\u00a048'],
])('%s of “%s” is called %s', (kind, when, name) => {
  expect(documentName({ kind, when }, fr, 'fr')).toBe(name)
})

it('everything people write, and all they do with it, has a name in both languages', async () => {
  for (const t of [fr, await texts.en()]) {
    expect(Object.keys(t.kinds).sort()).toEqual([...kindNames].sort())
    expect(Object.keys(t.acts).sort()).toEqual([...operationTypes].sort())
  }
})
