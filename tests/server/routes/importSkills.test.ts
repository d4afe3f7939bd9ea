import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { logbookFactsSchema } from '#protocol/logbookFacts.ts'
import { skillsTakenSchema } from '#protocol/importedSkills.ts'
import type { SkillProblem } from '#programmes/skillsCsv.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { writeSkillsCsv } from '#programmes/skillsCsv.ts'
import { logbooks, nextId, NOW, personId, type PersonName } from '#tests/support/builders.ts'
import {
  createWorld,
  cursorOf,
  openLogbook,
  pullBook,
  type TestDevice,
  type World,
} from './world.ts'

let world: World
let desk: TestDevice
const other = nextId<LogbookId>()
beforeAll(async () => {
  world = await createWorld()
  desk = await world.device('coordinator')
  await openLogbook(world.deps, other)
})

const HEAD = 'bloc;titre du bloc;code;compétence;nom court'
const fileOf = (...names: string[]) =>
  [HEAD, ...names.map((name, at) => `B1;Vendre;B1.C${at + 1};${name};${name}`)].join('\n')
const pathOf = (id: string) => `/api/v1/logbooks/${id}/skills`
const take = (device: TestDevice, csv: unknown, id: string = logbooks.here) =>
  device.post(pathOf(id), { csv })
const numberOf = async (answer: Response) => skillsTakenSchema.parse(await answer.json()).number
const skillsOf = async (device: TestDevice, id: LogbookId = logbooks.here) =>
  (await pullBook(device, undefined, id)).facts?.skills

// Each test goes on from what is there: the numbers are those of the whole file.
let before = 0
beforeEach(async () => {
  const { rows } = await world.pool.query<{ n: number }>('select count(*) as n from skills_import')
  before = rows[0]?.n ?? 0
})

describe('who may import skills', () => {
  const others: readonly PersonName[] = [
    ...(['apprentice', 'master', 'trainer', 'guardian', 'auditor'] as const),
    'secondApprentice',
  ]

  it.each(others)('the %s changes nothing, and learns nothing', async (who) => {
    const stranger = await world.device(who)
    const refused = await take(stranger, fileOf('Négocier'))
    const nowhere = await take(stranger, fileOf('Négocier'), nextId())
    expect(refused.status).toBe(404)
    expect(await refused.text()).toBe(await nowhere.text())
    const { rows } = await world.pool.query('select from skills_import')
    expect(rows).toHaveLength(before)
  })

  it('the coordinator of another centre cannot, nor one whose time is over', async () => {
    const elsewhere = await world.device('coordinator', 'elsewhere')
    expect((await take(elsewhere, fileOf('Négocier'))).status).toBe(404)

    const over = nextId<LogbookId>()
    await openLogbook(world.deps, over)
    const end = `update member set valid_until = '2025-11-01' where logbook_id = $1 and role = 'coordinator'`
    await world.pool.query(end, [over])
    expect((await take(desk, fileOf('Négocier'), over)).status).toBe(404)
  })

  it('a guest of another centre cannot change what all logbooks of this one are read with', async () => {
    const guest = await world.device('coordinator', 'elsewhere')
    const invited = nextId<LogbookId>()
    await openLogbook(world.deps, invited)
    await world.pool.query(
      `insert into member (logbook_id, person_id, role, valid_from) values ($1, $2, 'coordinator', '2025-09-01')`,
      [invited, personId('coordinator', 'elsewhere')],
    )
    expect((await take(guest, fileOf('Négocier'), invited)).status).toBe(404)
  })

  it('who is signed out hears only that', async () => {
    const answer = await world.app.request(pathOf(logbooks.here), {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).toBe(401)
  })
})

describe('imported skills', () => {
  it('are in every logbook of the programme and centre at the next pull, and in no other', async () => {
    const phone = await world.device('apprentice')
    const stranger = await world.device('apprentice', 'elsewhere')
    const old = await pullBook(phone)
    const oldElsewhere = await pullBook(stranger, undefined, logbooks.elsewhere)

    expect(await numberOf(await take(desk, fileOf('Négocier', 'Suivre')))).toBe(before + 1)

    // A device that was up to date fetches the logbook anew, with its facts.
    const fresh = await pullBook(phone, cursorOf(old))
    expect(fresh.reset).toBe('grant')
    expect(logbookFactsSchema.parse(fresh.facts).skills).toMatchObject({
      at: NOW,
      blocks: [{ code: 'B1', skills: [{ shortLabel: 'Négocier' }, { shortLabel: 'Suivre' }] }],
    })
    expect(await skillsOf(phone, other)).toEqual(fresh.facts?.skills)
    const cursor = cursorOf(oldElsewhere)
    expect(await pullBook(stranger, cursor, logbooks.elsewhere)).toMatchObject({
      reset: null,
      facts: null,
    })
    expect(await skillsOf(stranger, logbooks.elsewhere)).toBeUndefined()
  })

  it('leave the name of what they have no more, and of blocks that another import brought', async () => {
    const phone = await world.device('apprentice')
    await take(desk, fileOf('Négocier', 'Suivre', 'Relancer'))
    const block2 = `${HEAD}\nB2;Animer;B2.C1;Animer un site;Animer un site`
    await take(desk, block2)
    await take(desk, fileOf('Négocier'))
    const skills = await skillsOf(phone)
    expect(skills?.blocks.map(({ code }) => code)).toEqual(['B2', 'B1'])
    expect(skills?.former).toEqual(
      expect.arrayContaining([
        { code: 'B1.C2', shortLabel: 'Suivre' },
        { code: 'B1.C3', shortLabel: 'Relancer' },
      ]),
    )
    // The programme’s own, which no import has any more.
    const own = (await findProgramme('bts-ndrc'))?.blocks[0]?.skills ?? []
    expect(skills?.former.map(({ code }) => code)).toContain(own.at(-1)?.code)
  })

  it('are imported once, however often the answer is lost', async () => {
    const phone = await world.device('apprentice')
    const csv = fileOf('Une seule fois')
    const number = await numberOf(await take(desk, csv))
    const { grant } = await pullBook(phone)
    expect(await numberOf(await take(desk, csv))).toBe(number)
    expect((await pullBook(phone)).grant).toBe(grant)
  })

  it('of two coordinators at once get numbers one after the other', async () => {
    const second = await world.device('secondCoordinator')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => take(at % 2 ? desk : second, fileOf(`Fichier ${at}`))),
    )
    const numbers = await Promise.all(answers.map(numberOf))
    const expected = Array.from({ length: 8 }, (_, at) => before + 1 + at)
    expect(numbers.sort((a, b) => a - b)).toEqual(expected)
  })

  it('can be what the programme had at first', async () => {
    const blocks = (await findProgramme('bts-ndrc'))?.blocks ?? []
    await take(desk, writeSkillsCsv(blocks))
    const phone = await world.device('apprentice')
    const codes = (await skillsOf(phone))?.former.map(({ code }) => code) ?? []
    const own = blocks.flatMap(({ skills }) => skills.map(({ code }) => code))
    expect(codes.filter((code) => own.includes(code))).toEqual([])
  })

  it('are told to whoever has a page open', async () => {
    const heard: string[] = []
    const all = new Set<string>([...Object.values(logbooks), other])
    const end = world.deps.pokes.listen(all, ({ logbookId }) => heard.push(logbookId))
    await take(desk, fileOf('Entendu'))
    end()
    expect(heard).toEqual(expect.arrayContaining([logbooks.here, other]))
    expect(heard).not.toContain(logbooks.elsewhere)
  })

  it('leave with the livret, so that its codes can be read without us', async () => {
    await take(desk, fileOf('Exporté'))
    const text = await (await desk.fetch(`/api/v1/logbooks/${logbooks.here}/export`)).text()
    expect(text).toContain('Exporté')
  })

  it('are never changed afterwards', async () => {
    await expect(world.pool.query('delete from skills_import')).rejects.toThrow(/never changed/u)
  })
})

describe('what cannot be imported', () => {
  it.each<[string, string, Partial<SkillProblem>]>([
    ['nothing', '', { problem: 'empty-file' }],
    ['a block of no exam', fileOf('X').replaceAll('B1', 'B99'), { problem: 'unknown-block' }],
    ['a code twice', `${fileOf('X')}\nB1;Vendre;B1.C1;Y;Y`, { problem: 'code-twice', line: 3 }],
  ])('is refused with its line, and nothing is kept: %s', async (_, csv, problem) => {
    const answer = await take(desk, csv)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'not-skills', problems: [problem] })
    const { rows } = await world.pool.query('select from skills_import')
    expect(rows).toHaveLength(before)
  })

  it.each<[string, unknown, number]>([
    ['a file beyond any diploma', 'x'.repeat(200_001), 422],
    ['a number', 7, 422],
    ['U+0000', '\0', 422],
  ])('is refused without breaking anything: %s', async (_, csv, status) => {
    expect((await take(desk, csv)).status).toBe(status)
    expect(world.failures()).toEqual([])
  })
})
