import { describe, expect, it } from 'vitest'
import { createWorld } from '#tests/server/routes/world.ts'
import { logbooks, personId } from '#tests/support/builders.ts'
import { createEmptyDatabase } from '#tests/support/postgres.ts'
import { coordinatorsIn, runCentre } from './runCentre.ts'

const empty = await createEmptyDatabase()
const world = await createWorld()

const run = (words: readonly string[], url = empty.url) => runCentre(words, url)
const coordinators = (pool = empty.pool) => coordinatorsIn(pool)

const helene = ['Campus X', 'Hélène Martinet', 'Helene@Exemple.fr']

describe('npm run centre', () => {
  it('opens a centre in a database in which Livret never started, and says how to come in', async () => {
    const { code, said, complained } = await run(helene)
    expect({ code, complained }).toEqual({ code: 0, complained: '' })
    expect(said).toContain('Centre ouvert\u00a0: Campus X.')
    expect(said).toContain('Hélène Martinet le coordonne')
    expect(said).toContain('https://livret.exemple.fr')
    expect(await coordinators()).toEqual([
      'Campus X / Hélène Martinet / helene@exemple.fr / 2025-11-07',
    ])
  })

  it('the same again changes nothing, and says so', async () => {
    const before = await coordinators()
    const { code, said } = await run([' campus  x ', 'Autre nom', 'helene@exemple.FR'])
    expect(code).toBe(0)
    expect(said).toBe('Hélène Martinet coordonne déjà «\u00a0Campus X\u00a0». Rien n’a changé.')
    expect(await coordinators()).toEqual(before)
  })

  it('a second coordinator joins the same centre', async () => {
    const { code, said } = await run(['Campus X', 'Paul Roux', 'paul@exemple.fr'])
    expect(code).toBe(0)
    expect(said).toContain('Centre déjà ouvert\u00a0: Campus X.')
    expect(await coordinators()).toHaveLength(2)
  })

  it('whoever had stopped begins again', async () => {
    await empty.pool.query(
      `update coordinator set valid_from = '2025-01-01', valid_until = '2025-11-06'
       where person_id = (select id from person where email = 'paul@exemple.fr')`,
    )
    expect((await run(['Campus X', 'Paul Roux', 'paul@exemple.fr'])).code).toBe(0)
    const rows = await coordinators()
    expect(rows.filter((line) => line.includes('Paul'))).toEqual([
      'Campus X / Paul Roux / paul@exemple.fr / 2025-01-01 / 2025-11-06',
      'Campus X / Paul Roux / paul@exemple.fr / 2025-11-07',
    ])
  })

  it.each<[string, string[], RegExp]>([
    ['nothing', [], /npm run centre -- "Campus X"/u],
    ['no address', ['Campus X', 'Hélène Martinet'], /à quelle adresse/u],
    ['an empty name', ['Campus X', ' ', 'a@b.fr'], /qui/u],
    ['a name without quotes', ['Campus X', 'Hélène', 'Martinet', 'a@b.fr'], /npm run centre/u],
    ['no @', ['Campus X', 'Hélène Martinet', 'helene'], /« helene » n’est pas une adresse/u],
    ['an accent', ['Campus X', 'H M', 'hélène@exemple.fr'], /n’est pas une adresse/u],
    ['a novel', ['x'.repeat(201), 'H M', 'a@b.fr'], /200 caractères/u],
    ['an address of another centre', ['Campus Y', 'H M', 'HELENE@exemple.fr'], /autre centre/u],
  ])('is refused with a sentence: %s', async (_, words, sentence) => {
    const before = await coordinators()
    const { code, said, complained } = await run(words)
    expect(code).toBe(1)
    expect(said).toBe('')
    expect(complained.replaceAll('\u00a0', ' ')).toMatch(sentence)
    expect(await coordinators()).toEqual(before)
    const { rows } = await empty.pool.query('select name from centre')
    expect(rows).toEqual([{ name: 'Campus X' }])
  })

  it('at the same moment, opens one centre', async () => {
    const all = await Promise.all(
      ['un', 'deux', 'trois'].map((name) => run(['Campus Z', name, `${name}@exemple.fr`])),
    )
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0])
    const { rows } = await empty.pool.query(`select from centre where name = 'Campus Z'`)
    expect(rows).toHaveLength(1)
  })

  it('who takes over has the logbooks of the centre, and no other', async () => {
    const { code, said } = await run(['CFA here', 'Relève', 'releve@exemple.fr'], world.url)
    expect(code).toBe(0)
    expect(said).toContain('Livrets du centre qui lui sont ouverts\u00a0: 1.')
    const { rows } = await world.pool.query(
      `select m.logbook_id, m.role from member m join person p on p.id = m.person_id
       where p.email = 'releve@exemple.fr'`,
    )
    expect(rows).toEqual([{ logbook_id: logbooks.here, role: 'coordinator' }])
  })

  it('who is known in the centre keeps the name, and no part twice', async () => {
    const email = 'secondCoordinator@here.example'
    expect((await run(['CFA here', 'Autrement', email], world.url)).code).toBe(0)
    expect(await coordinators(world.pool)).toContain(
      `CFA here / Élodie secondCoordinator / ${email} / 2025-11-07`,
    )
    const { rows } = await world.pool.query('select from member where person_id = $1', [
      personId('secondCoordinator'),
    ])
    expect(rows).toHaveLength(1)
  })
})
