import { enrolledParts, sameAddress, type Enrolment } from '#domain/enrolment/enrolment.ts'
import type { Role } from '#domain/kind.ts'
import type { Enrolled } from '#protocol/centre.ts'

interface NewPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** Who comes in for the first time, each once, with the address that a mail would go to. */
export function newPeople(
  enrolments: readonly Enrolment[],
  logbooks: Enrolled['logbooks'],
): readonly NewPerson[] {
  const people: NewPerson[] = []
  enrolments.forEach((enrolment, index) => {
    const names = logbooks[index]?.newPeople ?? []
    for (const role of enrolledParts) {
      const person = enrolment[role]
      if (!person || !names.includes(person.name)) continue
      if (people.some(({ email }) => sameAddress(email, person.email))) continue
      people.push({ ...person, role })
    }
  })
  return people
}
