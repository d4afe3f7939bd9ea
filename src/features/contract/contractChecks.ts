import { isCivilDate } from '#domain/civilDate.ts'
import { checkBreach, type BreachProblem } from '#domain/contract/breach.ts'
import { breachPlanOf } from '#domain/contract/breachPlan.ts'
import type { BreachDay } from '#domain/contract/breachSteps.ts'
import {
  contractProblems,
  keptUntil,
  lastDay,
  resumptionDueBy,
  type ContractProblem,
} from '#domain/contract/contract.ts'
import {
  coupleProblems,
  hostShare,
  type CoupleProblem,
  type HostShare,
} from '#domain/contract/couples.ts'
import { contractDuration, type Duration } from '#domain/contract/duration.ts'
import { eligibility, type Eligibility } from '#domain/contract/eligibility.ts'
import { overloads, type Charge } from '#domain/contract/masterLimits.ts'
import { guardianUntil, isMinor } from '#domain/contract/minors.ts'
import { payContractOf, type ContractRecord } from '#domain/contract/readContract.ts'
import { startProblems, type StartProblem } from '#domain/contract/startDates.ts'
import { trialPeriod, type TrialPeriod } from '#domain/contract/trialPeriod.ts'
import type { Period } from '#domain/weekStates.ts'

/** What the rules say of one contract, in the order in which a screen tells it. */
export type ContractCheck =
  | { readonly code: 'contract'; readonly problem: ContractProblem }
  | { readonly code: 'couple'; readonly problem: CoupleProblem }
  | { readonly code: 'eligibility'; readonly eligibility: Eligibility }
  /** A third contract of a level, and when the head of the last centre agreed to it. */
  | { readonly code: 'third-of-level'; readonly agreedOn: string | null }
  /** Until when a minor’s guardian signs and reads. */
  | { readonly code: 'guardian'; readonly until: string }
  /** `difference`: months more than the cycle, or less. */
  | { readonly code: 'duration'; readonly difference: number; readonly duration: Duration }
  | { readonly code: 'starts-in-order' }
  | { readonly code: 'start'; readonly problem: StartProblem }
  | { readonly code: 'trial'; readonly trial: TrialPeriod }
  | { readonly code: 'hosts'; readonly share: HostShare }
  | { readonly code: 'master-limit'; readonly master: string; readonly lawful: true }
  | {
      readonly code: 'master-limit'
      readonly master: string
      readonly lawful: false
      readonly apprentices: number
      readonly days: Period
    }
  | { readonly code: 'breach'; readonly problem: BreachProblem }
  | { readonly code: 'breach-in-order' }
  /** Days that its ground asks for, and nobody has written down. */
  | { readonly code: 'breach-days-missing'; readonly missing: readonly BreachDay[] }
  /** Whom to tell; while there is something to tell. */
  | { readonly code: 'breach-notify' }
  /** The company owes what it would have paid until the end. */
  | { readonly code: 'pay-due-until-end' }
  /** By when somebody excluded finds another centre. */
  | { readonly code: 'other-centre'; readonly by: string }
  /** Until when the centre keeps the apprentice after a breach. */
  | { readonly code: 'kept'; readonly until: string; readonly open: boolean }
  /** By when the labour authority answers about a suspension for risk. */
  | { readonly code: 'resumption'; readonly by: string }

export interface CheckInput {
  readonly record: ContractRecord
  /** Civil date. */
  readonly today: string
  /** Days of practical training in the company, or `null`: the calendar is not known. */
  readonly companyDays: readonly string[] | null
  /** Whom the masters have, as far as this person may know. */
  readonly charges: readonly Charge[]
  /** The contracts of the same apprentice, this one among them or not. */
  readonly contracts: readonly ContractRecord[]
}

/** All that the rules have to say of a contract; a contract that contradicts itself says only that. */
export function contractChecks({ record, today, companyDays, charges, contracts }: CheckInput) {
  const broken = contractProblems(record).map((problem): ContractCheck => ({
    code: 'contract',
    problem,
  }))
  if (broken.length > 0) return broken

  const period = { start: record.start, end: lastDay(record) }
  const couples = coupleProblems(record.couples, [period]).map((problem): ContractCheck => ({
    code: 'couple',
    problem,
  }))
  return [
    ...couples,
    ...eligibilityChecks(record),
    ...guardianChecks(record, period, today),
    ...durationChecks(record, contracts),
    ...startChecks(record),
    ...trialChecks(record, period, companyDays, today),
    ...hostChecks(record, period, companyDays),
    ...masterChecks(record, period, charges),
    ...breachChecks(record, companyDays, today),
    ...record.suspensions.flatMap((each): ContractCheck[] => {
      const by = resumptionDueBy(each)
      return by === null ? [] : [{ code: 'resumption', by }]
    }),
  ]
}

function eligibilityChecks(record: ContractRecord): ContractCheck[] {
  const found = eligibility({
    birthDate: record.birthDate,
    contractStart: record.start,
    lowerSecondaryDone: record.lowerSecondaryDone,
    exceptions: record.exceptions,
    contractsOfSameLevel: record.sameLevelBefore,
  })
  const asks = found.eligible && found.centreAgreement
  return [
    { code: 'eligibility', eligibility: found },
    ...(asks ? [{ code: 'third-of-level', agreedOn: record.centreAgreedOn } as const] : []),
  ]
}

/** While somebody is a minor on a day of the contract that has not passed. */
function guardianChecks({ birthDate, start }: ContractRecord, { end }: Period, today: string) {
  const day = today < start ? start : today
  const minor = day <= end && isCivilDate(birthDate) && isMinor(birthDate, day)
  return minor ? [{ code: 'guardian', until: guardianUntil(birthDate) } as const] : []
}

/** How long it is beside its cycle; of one that prolongs another, that other one’s cycle says nothing. */
function durationChecks(
  record: ContractRecord,
  contracts: readonly ContractRecord[],
): ContractCheck[] {
  if (record.prolongs) return []
  const { cycleMonths, exceptions, extension, start, starts } = record
  const difference = payContractOf(record).contractMonths - cycleMonths
  const duration = contractDuration({
    cycleMonths,
    adjustmentMonths: difference,
    disability:
      extension?.reason === 'disability' || exceptions.some(({ code }) => code === 'disability'),
    afterBreach: contracts.some((each) => each.breach !== null && each.start < start),
    begunWithoutCompany: starts?.traineeSince !== undefined,
  })
  return [{ code: 'duration', difference, duration }]
}

function startChecks({ starts }: ContractRecord): ContractCheck[] {
  if (!starts) return []
  const problems = startProblems(starts)
  return problems.length === 0
    ? [{ code: 'starts-in-order' }]
    : problems.map((problem) => ({ code: 'start', problem }))
}

function trialChecks(
  record: ContractRecord,
  { start, end }: Period,
  companyDays: readonly string[] | null,
  today: string,
): ContractCheck[] {
  if (!companyDays || today < record.start) return []
  const own = companyDays.filter((day) => start <= day && day <= end)
  return [{ code: 'trial', trial: trialPeriod(own, today) }]
}

function hostChecks(
  { couples }: ContractRecord,
  { start, end }: Period,
  companyDays: readonly string[] | null,
): ContractCheck[] {
  const own = (companyDays ?? []).filter((day) => start <= day && day <= end)
  const share = own.length > 0 ? hostShare(couples, own) : null
  return share ? [{ code: 'hosts', share }] : []
}

/** One line for each master of the company; several, where the load is too big more than once. */
function masterChecks(
  { couples }: ContractRecord,
  period: Period,
  charges: readonly Charge[],
): ContractCheck[] {
  const masters = [...new Set(couples.map(({ masterId }) => masterId))].filter(Boolean)
  return masters.flatMap((master): ContractCheck[] => {
    const own = charges.filter(({ masterId }) => masterId === master)
    const over = overloads(own, period)
    return over.length === 0
      ? [{ code: 'master-limit', master, lawful: true }]
      : over.map(({ apprentices, days }) => ({
          ...{ code: 'master-limit', master, lawful: false, apprentices, days },
        }))
  })
}

/** How the contract ended, whether that is in order, and what follows. */
function breachChecks(
  record: ContractRecord,
  companyDays: readonly string[] | null,
  today: string,
): ContractCheck[] {
  const found = breachPlanOf(record, companyDays)
  if (!found) return []
  const until = keptUntil(record)
  const follows: ContractCheck[] = [
    { code: 'breach-notify' },
    ...(until === null ? [] : [{ code: 'kept' as const, until, open: today <= until }]),
  ]
  if ('missing' in found) {
    return [{ code: 'breach-days-missing', missing: found.missing }, ...follows]
  }
  const { problems, otherCentreBy, payDueUntilEnd } = checkBreach(found.plan, record.birthDate)
  return [
    ...(problems.length === 0
      ? [{ code: 'breach-in-order' as const }]
      : problems.map((problem): ContractCheck => ({ code: 'breach', problem }))),
    ...(payDueUntilEnd ? [{ code: 'pay-due-until-end' as const }] : []),
    ...(otherCentreBy === null ? [] : [{ code: 'other-centre' as const, by: otherCentreBy }]),
    ...follows,
  ]
}
