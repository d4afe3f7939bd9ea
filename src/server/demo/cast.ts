import type { PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { demoId } from './demoId.ts'
import { coordinator, trainers } from './people.ts'
import type { DemoPerson, Story } from './story.ts'

/** One of the demo’s people, as the start page shows them. */
export interface CastMember extends DemoPerson {
  readonly id: PersonId
  readonly role: Role
  readonly about: string
}

/** One part in one logbook. ISO dates; `null`: no end. */
export interface Part {
  readonly key: string
  readonly role: Role
  readonly from: string
  readonly until: string | null
}

export const personIdOf = (key: string): PersonId => demoId<PersonId>(`person:${key}`)

/** Everybody, each once, in the order of the start page. */
export function castOf(stories: readonly Story[]): CastMember[] {
  const cast = new Map<string, CastMember>()
  const add = (person: DemoPerson, role: Role, about: string) => {
    const known = cast.get(person.key)
    const both = known ? `${known.about} ${about}` : about
    cast.set(person.key, { ...person, id: personIdOf(person.key), role, about: both })
  }
  for (const { apprentice, about } of stories) add(apprentice, 'apprentice', about)
  for (const { masters, apprentice, company } of stories) {
    for (const { person, company: former } of masters) {
      add(person, 'master', `${former ?? company.name}\u00a0: ${apprentice.name}.`)
    }
  }
  for (const key of ['roux', 'benali'] as const) {
    const followed = stories.filter(({ trainer }) => trainer === key)
    add(
      trainers[key],
      'trainer',
      `Suit ${followed.map(({ apprentice }) => apprentice.name).join(', ')}.`,
    )
  }
  add(coordinator, 'coordinator', 'Voit tous les apprentis du centre.')
  for (const { guardian, apprentice } of stories) {
    if (guardian)
      add(
        guardian.person,
        'guardian',
        `Mère de ${apprentice.name}, mineure. Lit, et signe les textes.`,
      )
  }
  return [...cast.values()]
}

/** Who belongs to the logbook of a story, and when. */
export function partsOf(story: Story): Part[] {
  const { start } = story.contract
  const parts: Part[] = [
    { key: story.apprentice.key, role: 'apprentice', from: start, until: null },
    { key: story.trainer, role: 'trainer', from: start, until: null },
    { key: coordinator.key, role: 'coordinator', from: start, until: null },
  ]
  for (const { person, from, until } of story.masters) {
    parts.push({ key: person.key, role: 'master', from, until })
  }
  if (story.guardian) {
    const { person, until } = story.guardian
    parts.push({ key: person.key, role: 'guardian', from: start, until })
  }
  return parts
}
