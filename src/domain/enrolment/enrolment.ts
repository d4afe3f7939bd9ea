interface Somebody {
  readonly name: string
  readonly email: string
}

/** What a coordinator knows of an apprentice before there is a logbook; dates are ISO. */
export interface Enrolment {
  readonly apprentice: Somebody
  /** Of a minor; `null`: none. */
  readonly guardian: Somebody | null
  readonly company: { readonly name: string; readonly city: string; readonly activity: string }
  readonly master: Somebody
  readonly trainer: Somebody
  readonly programme: string
  readonly cohort: string
  readonly contract: { readonly start: string; readonly end: string }
}

/** Whom an enrolment names. */
export const enrolledParts = ['apprentice', 'guardian', 'master', 'trainer'] as const
type PartName = (typeof enrolledParts)[number]

export type EnrolmentField =
  | `${PartName}.${'name' | 'email'}`
  | 'company.name'
  | 'company.city'
  | 'programme'
  | 'cohort'
  | 'contract.end'

/**
 * `two-names`: the same address has another name further up. `same-person`: the address of the
 * apprentice stands for somebody else in the same logbook, too. `twice`: this apprentice stands
 * further up for the same programme and cohort. `taken-address`: it cannot be used in this centre,
 * which only the server knows.
 */
export type EnrolmentProblemName =
  | 'empty'
  | 'not-an-address'
  | 'two-names'
  | 'same-person'
  | 'twice'
  | 'taken-address'
  | 'unknown-programme'
  | 'unknown-cohort'
  | 'ends-before-it-starts'

export interface EnrolmentProblem {
  /** Which one, from 0. */
  readonly index: number
  readonly field: EnrolmentField
  readonly problem: EnrolmentProblemName
}

/**
 * What the sign-in takes (`z.email` of zod, in lower case or not): whoever has another address could
 * never come in. No accents; a dot behind the `@`. The rest only the mail tells.
 */
const address = /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/u

/** As addresses are kept and compared: who signs in types them in any case. */
export const addressOf = (typed: string): string => typed.trim().toLowerCase()

/** Whether a mail can go to it, spaces around it aside. */
export const isAddress = (typed: string): boolean => address.test(typed.trim())

export const sameAddress = (one: string, other: string): boolean =>
  addressOf(one) === addressOf(other)

/**
 * Why logbooks cannot be opened, in their order; none: they can. `cohortsOf`: names of the cohorts
 * of a programme, or `null`: nobody knows it.
 */
export function enrolmentProblems(
  enrolments: readonly Enrolment[],
  cohortsOf: (programme: string) => readonly string[] | null,
): readonly EnrolmentProblem[] {
  const names = new Map<string, string>()
  const places = new Set<string>()
  return enrolments.flatMap((enrolment, index) => {
    const found = [...ownProblems(enrolment, cohortsOf)]
    for (const part of enrolledParts) {
      const person = enrolment[part]
      if (!person) continue
      const email = addressOf(person.email)
      const known = names.get(email)
      if (known === undefined) names.set(email, person.name.trim())
      else if (known !== person.name.trim()) found.push([`${part}.name`, 'two-names'])
    }
    const { apprentice, programme, cohort } = enrolment
    const place = [addressOf(apprentice.email), programme, cohort].join('\n')
    if (places.has(place)) found.push(['apprentice.email', 'twice'])
    places.add(place)
    return found.map(([field, problem]) => ({ index, field, problem }))
  })
}

type Found = readonly [EnrolmentField, EnrolmentProblemName]

function* ownProblems(
  enrolment: Enrolment,
  cohortsOf: (programme: string) => readonly string[] | null,
): Generator<Found> {
  const { apprentice, company, programme, cohort, contract } = enrolment
  for (const part of enrolledParts) {
    const person = enrolment[part]
    if (!person) continue
    if (person.name.trim() === '') yield [`${part}.name`, 'empty']
    if (person.email.trim() === '') yield [`${part}.email`, 'empty']
    else if (!isAddress(person.email)) yield [`${part}.email`, 'not-an-address']
    else if (part !== 'apprentice' && sameAddress(person.email, apprentice.email)) {
      yield [`${part}.email`, 'same-person']
    }
  }
  if (company.name.trim() === '') yield ['company.name', 'empty']
  if (company.city.trim() === '') yield ['company.city', 'empty']
  const cohorts = cohortsOf(programme)
  if (!cohorts) yield ['programme', 'unknown-programme']
  else if (!cohorts.includes(cohort)) yield ['cohort', 'unknown-cohort']
  if (contract.end < contract.start) yield ['contract.end', 'ends-before-it-starts']
}
