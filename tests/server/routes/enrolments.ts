import type { Enrolment } from '#protocol/centre.ts'
import type { TestDevice, World } from './world.ts'

const plain = (name: string) =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')

/** With an address made of the name. */
export const somebody = (name: string, place = 'nouveau.example') => ({
  name,
  email: `${plain(name)}@${place}`,
})

/** An apprentice with people of their own, as a coordinator types them. */
export const anEnrolment = (name: string, more: Partial<Enrolment> = {}): Enrolment => ({
  apprentice: somebody(name),
  guardian: null,
  company: { name: 'Boissons du Forez', city: 'Saint-Étienne', activity: 'Négoce' },
  master: somebody(`Patron ${name}`),
  trainer: somebody('Claire Roux'),
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  contract: { start: '2025-09-15', end: '2027-08-31' },
  ...more,
})

export const openWith = (
  device: TestDevice,
  enrolments: readonly unknown[],
  { preview = false, invite = false } = {},
): Promise<Response> => device.post('/api/v1/centre/logbooks', { enrolments, preview, invite })

/** All that opening logbooks can write. */
export async function countRows({ pool }: Pick<World, 'pool'>): Promise<object | undefined> {
  const { rows } = await pool.query<object>(
    `select (select count(*) from person) as people, (select count(*) from logbook) as logbooks,
       (select count(*) from member) as members, (select sum(grant_number) from logbook) as grants`,
  )
  return rows[0]
}
