import { beforeAll, describe, expect, it } from 'vitest'
import { createWorld, pullBook, type TestDevice, type World } from '#tests/server/routes/world.ts'
import { logbooks, personId } from '#tests/support/builders.ts'
import { coordinatorsIn, runCentre } from './runCentre.ts'

const HELENE = 'helene@exemple.fr'
const CENTRE = 'CFA here'

let world: World
let desk: TestDevice
const run = (...words: string[]) => runCentre(words, world.url)
const leaders = async () => {
  const { rows } = await world.pool.query<{ line: string }>(
    `select concat_ws(' ', p.email, m.valid_from, m.valid_until) as line
     from member m join person p on p.id = m.person_id
     where m.logbook_id = $1 and m.role = 'coordinator' order by 1`,
    [logbooks.here],
  )
  return rows.map(({ line }) => line)
}

beforeAll(async () => {
  world = await createWorld()
  desk = await world.device('coordinator')
  expect((await run(CENTRE, 'Hélène Martinet', HELENE)).code).toBe(0)
})

describe('npm run centre -- --fin', () => {
  it.each<[string, string[], RegExp]>([
    ['nothing', [], /quelle adresse/u],
    ['no address', [CENTRE], /quelle adresse/u],
    ['a name, too', [CENTRE, 'Hélène Martinet', HELENE], /quelle adresse/u],
    ['another centre', ['CFA nowhere', HELENE], /Il n’y a pas de centre/u],
    ['somebody of it who does not coordinate it', [CENTRE, 'trainer@here.example'], /Personne/u],
    ['somebody of another one', [CENTRE, 'coordinator@elsewhere.example'], /Personne/u],
    ['the only one', ['CFA elsewhere', 'coordinator@elsewhere.example'], /ne coordonnerait plus/u],
  ])('is refused with a sentence, and nothing changes: %s', async (_, words, sentence) => {
    const before = [await coordinatorsIn(world.pool), await leaders()]
    const { code, said, complained } = await run('--fin', ...words)
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(complained).toMatch(sentence)
    expect([await coordinatorsIn(world.pool), await leaders()]).toEqual(before)
  })

  it('who came in today by mistake is out at once: of the centre, and of its logbooks', async () => {
    expect((await run(CENTRE, 'Paul Roux', 'paul@exemple.fr')).code).toBe(0)
    expect(await leaders()).toContain('paul@exemple.fr 2025-11-07')

    const { code, said } = await run('--fin', ' cfa  HERE ', 'PAUL@exemple.fr')
    expect(code).toBe(0)
    expect(said.replaceAll('\u00a0', ' ')).toBe(
      'Paul Roux ne coordonne plus « CFA here ».\nLivrets qui lui sont fermés : 1.',
    )
    expect(await leaders()).toContain('paul@exemple.fr 2025-11-07 2025-11-06')
    expect(await coordinatorsIn(world.pool)).toContain(
      'CFA here / Paul Roux / paul@exemple.fr / 2025-11-07 / 2025-11-06',
    )
    expect((await run('--fin', CENTRE, 'paul@exemple.fr')).code, 'once is enough').toBe(1)
  })

  it('whose logbook would have nobody left stays, until somebody else is in it', async () => {
    expect((await run(CENTRE, 'Élodie', 'secondCoordinator@here.example')).code).toBe(0)
    await world.pool.query(
      `update member set valid_until = '2025-11-06' where role = 'coordinator' and logbook_id = $1
         and person_id <> (select id from person where email = $2)`,
      [logbooks.here, HELENE],
    )
    const { code, complained } = await run('--fin', CENTRE, HELENE)
    expect(code).toBe(1)
    expect(complained).toContain('personne d’autre n’est responsable\u00a0: 1')

    await world.pool.query(
      `update member set valid_until = null where role = 'coordinator' and logbook_id = $1
         and person_id = $2`,
      [logbooks.here, personId('coordinator')],
    )
    const { grant } = await pullBook(desk)
    expect((await run('--fin', CENTRE, HELENE)).code).toBe(0)
    // The devices of those who stay fetch anew who belongs to it.
    expect((await pullBook(desk)).grant).toBeGreaterThan(grant)
  })
})
