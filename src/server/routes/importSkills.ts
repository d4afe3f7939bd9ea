import type { Handler } from 'hono'
import { isDeepStrictEqual } from 'node:util'
import type { PersonId } from '#domain/identifiers.ts'
import { mayImportSkills } from '#domain/skills/mayImportSkills.ts'
import { formerSkills } from '#programmes/importedSkills.ts'
import { layOver } from '#programmes/outlines.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { readSkillsCsv, type SkillProblem } from '#programmes/skillsCsv.ts'
import { logbookId } from '#protocol/identifier.ts'
import {
  SKILLS_FILE_MAX,
  skillsFileSchema,
  type ImportedBlock,
  type SkillsTaken,
} from '#protocol/importedSkills.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction, type Database } from '#server/storage/database.ts'
import { listMemberships } from '#server/storage/logbooks.ts'
import {
  addImport,
  findProgrammePlace,
  listLogbooksOf,
  lockImports,
  type ProgrammePlace,
} from '#server/storage/skillsImports.ts'

/** Each letter as an escape, and the rest of the request; in bytes. */
const BYTES_MAX = SKILLS_FILE_MAX * 6 + 1_000

/**
 * `POST /api/v1/logbooks/:id/skills` `{ csv }`: the skills of the programme of this logbook, for all
 * its logbooks in the centre, 200 `{ number, at }`. What is imported already is not imported again:
 * it is answered with its own number.
 *
 * 401 `signed-out` · 404 `not-found`: no such logbook, or this person is no coordinator of it and of
 * its centre · 422 `not-skills` with `problems` (`SkillProblem`) · what `readJson` refuses.
 */
export const postSkills = ({ pool, now, pokes }: Deps): Handler<Env> => {
  return async (c) => {
    const id = logbookId.safeParse(c.req.param('id'))
    const personId = c.get('session').personId as PersonId
    const at = now()
    const mayImport =
      id.success && mayImportSkills(await listMemberships(pool, id.data), personId, civilDay(at))
    const place = mayImport ? await findProgrammePlace(pool, id.data, personId) : null
    if (!place) return notFound()
    const body = await readJson(c, skillsFileSchema, { max: BYTES_MAX })
    if (!body.ok) return body.refusal
    const { csv } = body.value
    const taken = await inTransaction(pool, (tx) => take(tx, { place, personId, at, csv }))
    if ('problems' in taken) {
      const { problems } = taken
      return problem(422, 'not-skills', 'Ce fichier n’a pas pu être importé.', { problems })
    }
    if (taken.isNew) {
      for (const each of await listLogbooksOf(pool, place)) {
        pokes.poke({ logbookId: each, news: null })
      }
    }
    return c.json(taken.answer)
  }
}

interface Chosen {
  readonly place: ProgrammePlace
  readonly personId: PersonId
  readonly at: Date
  readonly csv: string
}

type Taken =
  | { readonly answer: SkillsTaken; readonly isNew: boolean }
  | { readonly problems: readonly SkillProblem[] }

async function take(tx: Database, { place, personId, at, csv }: Chosen): Promise<Taken> {
  const programme = await findProgramme(place.programme)
  const own = programme?.blocks ?? []
  const file = readSkillsCsv(
    csv,
    own.map(({ code }) => code),
  )
  if (file.type === 'refused') return { problems: file.problems }

  const latest = await lockImports(tx, place)
  const before = latest?.content ?? { blocks: [], former: [] }
  const current = layOver({ blocks: own }, before).blocks
  const content = {
    blocks: merged(before.blocks, file.blocks),
    former: formerSkills(before.former, current, file.blocks),
  }
  if (latest && isDeepStrictEqual(latest.content, content)) {
    return { answer: { number: latest.number, at: latest.at.toISOString() }, isNew: false }
  }
  const number = (latest?.number ?? 0) + 1
  await addImport(tx, { ...place, number, personId, at, csv, content })
  return { answer: { number, at: at.toISOString() }, isNew: true }
}

/** Blocks of an earlier import stay, unless the new one has them too. */
const merged = (before: readonly ImportedBlock[], now: readonly ImportedBlock[]) => [
  ...before.filter(({ code }) => now.every((block) => block.code !== code)),
  ...now,
]

const notFound = () => problem(404, 'not-found', 'Il n’y a pas de formation à cette adresse.')
