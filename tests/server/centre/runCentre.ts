import type pg from 'pg'
import { readConfiguration } from '#server/configuration.ts'
import { commands } from '#server/commands/commands.ts'
import { newId } from '#server/newId.ts'
import { NOW } from '#tests/support/builders.ts'

/** What `npm run centre -- …` says on the database at `url`, and how it ends. */
export async function runCentre(words: readonly string[], url: string) {
  const configuration = readConfiguration({
    DATABASE_URL: url,
    PUBLIC_URL: 'https://livret.exemple.fr',
  })
  if ('refused' in configuration) throw new Error(configuration.refused.join(' '))
  const said: string[] = []
  const complained: string[] = []
  const code = await commands.centre({
    ...{ words, from: '/', configuration, newId, now: () => new Date(NOW) },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    signal: new AbortController().signal,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

/** Who coordinates what, from when and until when. */
export async function coordinatorsIn(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(' / ', c.name, p.name, p.email, o.valid_from, o.valid_until) as line
     from coordinator o join centre c on c.id = o.centre_id join person p on p.id = o.person_id
     order by 1`,
  )
  return rows.map(({ line }) => line)
}
