import type { Period } from '../weekStates.ts'
import { holds, segments, type Span } from './segments.ts'

/**
 * A master in a company, for a time. Several masters of one company at once are a mentoring team
 * (équipe tutorale), of whom one is the `lead` (maître d’apprentissage référent).
 */
export interface Couple extends Span {
  readonly companyId: string
  readonly masterId: string
  /** The company only hosts a part of the practical training (entreprise d’accueil). */
  readonly host: boolean
  readonly lead: boolean
}

/** Who answers for the apprentice’s training on a day. */
export interface MastersOnDay {
  readonly companyId: string
  /** The only master, or the lead of the team; `null` where a team has no lead. */
  readonly masterId: string | null
  /** The others of the team. */
  readonly team: readonly string[]
  readonly hosts: readonly { readonly companyId: string; readonly masterId: string }[]
}

export type CoupleProblem =
  | { readonly code: 'ends-before-it-begins'; readonly couple: Couple }
  /** On days on which no contract runs. */
  | { readonly code: 'outside-contract'; readonly couple: Couple }
  | {
      readonly code: 'no-company' | 'two-companies' | 'no-lead' | 'two-leads'
      readonly days: Period
    }
  /** One master twice in one company at the same time. */
  | { readonly code: 'same-couple-twice'; readonly days: Period }
  /** A company cannot host its own apprentice. */
  | { readonly code: 'hosts-its-own'; readonly days: Period }
  | { readonly code: 'too-many-hosts'; readonly most: number }

/** Code du travail, art. R6223-10, I; three where a group of companies employs (29 December 2023). */
const MOST_HOSTS = 2
const MOST_HOSTS_OF_A_GROUP = 3

/** Who answers for the apprentice on a day, or `null` where no company does. */
export function mastersOn(couples: readonly Couple[], day: string): MastersOnDay | null {
  const present = couples.filter((couple) => holds(couple, day))
  const own = present.filter(({ host }) => !host)
  const company = own[0]
  if (!company) return null
  const lead = own.length === 1 ? company : own.find((each) => each.lead)
  return {
    companyId: company.companyId,
    masterId: lead?.masterId ?? null,
    team: own.filter((each) => each !== lead).map(({ masterId }) => masterId),
    hosts: present
      .filter(({ host }) => host)
      .map(({ companyId, masterId }) => ({ companyId, masterId })),
  }
}

/**
 * What is wrong with the couples of one apprenticeship, in order of the days. `contracts`: the
 * periods in which one runs, in order; a change of company is two of them, with or without a gap.
 *
 * On each day of a contract one company employs, with one master or a team that has one lead (art.
 * L6223-5, L6223-6). It may have the practical training done in part by two other companies at
 * most during one contract, each with a master of its own (art. R6223-10, R6223-11).
 */
export function coupleProblems(
  couples: readonly Couple[],
  contracts: readonly Period[],
  options: { readonly groupOfCompanies?: boolean } = {},
): CoupleProblem[] {
  const problems: CoupleProblem[] = couples.flatMap((couple): CoupleProblem[] => {
    if (couple.until !== null && couple.until < couple.from) {
      return [{ code: 'ends-before-it-begins', couple }]
    }
    return isWithin(couple, contracts) ? [] : [{ code: 'outside-contract', couple }]
  })
  for (const contract of contracts) {
    const most = options.groupOfCompanies ? MOST_HOSTS_OF_A_GROUP : MOST_HOSTS
    const hosts = couples.filter((couple) => couple.host && shareDays(couple, contract))
    if (new Set(hosts.map(({ companyId }) => companyId)).size > most) {
      problems.push({ code: 'too-many-hosts', most })
    }
    for (const days of segments(contract, couples)) problems.push(...problemsOf(couples, days))
  }
  return problems
}

/** Whether a contract runs on every day of a couple; one without an end lasts to the last contract. */
function isWithin({ from, until }: Couple, contracts: readonly Period[]): boolean {
  const last = contracts.at(-1)?.end ?? ''
  const days = { start: from, end: until ?? (last < from ? from : last) }
  const spans = contracts.map(({ start, end }) => ({ from: start, until: end }))
  return segments(days, spans).every(({ start }) => spans.some((span) => holds(span, start)))
}

const shareDays = ({ from, until }: Couple, { start, end }: Period) =>
  from <= end && (until === null || until >= start)

/** What is wrong on days during which no couple begins or ends. */
function problemsOf(couples: readonly Couple[], days: Period): CoupleProblem[] {
  const present = couples.filter((couple) => holds(couple, days.start))
  const own = present.filter(({ host }) => !host)
  const companies = new Set(own.map(({ companyId }) => companyId))
  const names = present.map(({ companyId, masterId }) => `${companyId} ${masterId}`)
  const leads = own.filter(({ lead }) => lead).length

  const problems: CoupleProblem[] = []
  if (own.length === 0) problems.push({ code: 'no-company', days })
  if (companies.size > 1) problems.push({ code: 'two-companies', days })
  if (companies.size === 1 && own.length > 1 && leads === 0)
    problems.push({ code: 'no-lead', days })
  if (leads > 1) problems.push({ code: 'two-leads', days })
  if (new Set(names).size < names.length) problems.push({ code: 'same-couple-twice', days })
  if (present.some(({ host, companyId }) => host && companies.has(companyId))) {
    problems.push({ code: 'hosts-its-own', days })
  }
  return problems
}

/** How much of the practical training other companies may have, in days. */
export interface HostShare {
  readonly hosted: number
  /** All of it, with what they host. */
  readonly practical: number
  readonly lawful: boolean
}

/**
 * The days in the company on which another one may host, if its dates are filled; or `null`: none
 * does. They may be no more than half of the practical training that the contract plans (art.
 * R6223-10, I, al. 2). `companyDays`: of the contract, planned ones too.
 */
export function hostShare(
  couples: readonly Couple[],
  companyDays: readonly string[],
): HostShare | null {
  const hosts = couples.filter(({ host }) => host)
  if (hosts.length === 0) return null
  const practical = companyDays.length
  const hosted = companyDays.filter((day) => hosts.some((couple) => holds(couple, day))).length
  return { hosted, practical, lawful: hosted * 2 <= practical }
}
