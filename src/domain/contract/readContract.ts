import { itemsOf, textOf } from '../content.ts'
import type { AgeException } from './eligibility.ts'
import { addDays, addMonths, monthsBetween } from '../civilDate.ts'
import { toEuros } from '../money.ts'
import type { Content } from '../operation.ts'
import type { PayContract, PayExtension, PreviousContract, TopUp } from '../pay/payInput.ts'
import type { Territory } from '../smic.ts'
import type { Period } from '../weekStates.ts'
import { breachStepsOf, type BreachSteps } from './breachSteps.ts'
import type { BreachGround, Contract, ExtensionReason, SuspensionReason } from './contract.ts'
import type { Couple } from './couples.ts'
import type { StartDates } from './startDates.ts'

/** A contract of a logbook as the rules need it. ISO days. */
export interface ContractRecord extends Contract {
  readonly birthDate: string
  readonly cycleMonths: number
  readonly territory: Territory
  /** In cents a month. */
  readonly conventionalMinimum: number | null
  /** Companies and masters by their names, in order of their first day. */
  readonly couples: readonly Couple[]
  readonly lowerSecondaryDone: boolean
  readonly exceptions: readonly AgeException[]
  /** `null`: not said when either began. */
  readonly starts: StartDates | null
  /** What was written down of its end: see `breachPlanOf`. */
  readonly breachSteps: BreachSteps
  /** What was before, as far as the pay depends on it; `null`: nothing, or not all of it is known. */
  readonly previous: PreviousContract | null
  readonly topUp: TopUp | null
  /** Apprenticeship contracts of the same level before: none, one, two or more. */
  readonly sameLevelBefore: 0 | 1 | 2
  /** When the head of the last centre agreed to a third one, or `null`: nobody has said. */
  readonly centreAgreedOn: string | null
  /** First and last day of the contract elsewhere that this one prolongs after a failed exam. */
  readonly prolongs: Period | null
}

/**
 * Reads the content of a version of kind `contract`, which holds what its `needs` name. Whether
 * its days make sense is for `contractProblems` and `coupleProblems` to say.
 */
export function readContract(content: Content): ContractRecord {
  const text = (key: string) => textOf(content, key)
  const start = text('start')
  const extendedEnd = text('extendedEnd')
  const minimum = content['conventionalMinimum']
  const cycle = content['cycleMonths']
  const exception = text('ageException')
  const [practical, centre] = [text('practicalStart'), text('centreStart')]
  return {
    birthDate: text('birthDate'),
    start,
    end: text('end'),
    extension:
      extendedEnd === ''
        ? null
        : {
            reason: (text('extensionReason') || null) as ExtensionReason | null,
            end: extendedEnd,
          },
    suspensions: itemsOf(content, 'suspensions').map((id) => ({
      from: text(`suspensions/${id}/from`),
      until: text(`suspensions/${id}/until`) || null,
      reason: (text(`suspensions/${id}/reason`) || 'beyond-control') as SuspensionReason,
    })),
    breach: text('breachOn')
      ? { on: text('breachOn'), ground: (text('breachGround') || 'agreement') as BreachGround }
      : null,
    cycleMonths: typeof cycle === 'number' ? cycle : 0,
    territory: text('territory') === 'mayotte' ? 'mayotte' : 'metropole',
    conventionalMinimum: typeof minimum === 'number' ? minimum : null,
    couples: couplesOf(content),
    lowerSecondaryDone: exception === 'lower-secondary',
    exceptions: exceptionsOf(exception, text('previousEnd')),
    starts: practical && centre ? startsOf(start, practical, centre) : null,
    breachSteps: breachStepsOf(content),
    previous: previousOf(content),
    topUp: topUpOf(content),
    sameLevelBefore: contractsBefore[text('sameLevelBefore')] ?? 0,
    centreAgreedOn: text('centreAgreedOn') || null,
    prolongs:
      text('prolongedStart') && text('prolongedEnd')
        ? { start: text('prolongedStart'), end: text('prolongedEnd') }
        : null,
  }
}

const contractsBefore: Readonly<Record<string, ContractRecord['sameLevelBefore']>> = {
  one: 1,
  more: 2,
}

/**
 * Whoever was in the centre before the contract was there without one (art. L6222-12-1): the
 * centre’s part of the contract begins with the contract itself.
 */
const startsOf = (execution: string, practical: string, centre: string): StartDates =>
  centre < execution
    ? { execution, practical, centre: execution, traineeSince: centre }
    : { execution, practical, centre }

const numberOf = (content: Content, key: string): number | null => {
  const value = content[key]
  return typeof value === 'number' ? value : null
}

/** A guarantee of nothing is no guarantee: where the percent that counts is not known, nothing is said. */
function previousOf(content: Content): PreviousContract | null {
  const company = textOf(content, 'previousCompany')
  const diploma = textOf(content, 'previousDiploma')
  if ((company !== 'same' && company !== 'other') || diploma === '') return null
  const [due, paid] = [numberOf(content, 'previousDue'), numberOf(content, 'previousPaid')]
  const counts = company === 'same' ? paid : due
  if (diploma === 'yes' && counts === null) return null
  return {
    sameEmployer: company === 'same',
    diplomaObtained: diploma === 'yes',
    lastRegulatoryPercent: (due ?? 0) / 100,
    lastPaidPercent: (paid ?? 0) / 100,
  }
}

const topUpOf = (content: Content): TopUp | null =>
  textOf(content, 'topUpLevel') === 'same'
    ? {
        sameLevel: true,
        directlyRelated: textOf(content, 'topUpLink') === 'yes',
        previousYears: numberOf(content, 'topUpYears') ?? 0,
        previousRoute:
          textOf(content, 'topUpRoute') === 'apprenticeship' ? 'apprenticeship' : 'school',
      }
    : null

/** A couple that does not say from when holds from the first day of its contract. */
const couplesOf = (content: Content): Couple[] =>
  itemsOf(content, 'couples')
    .map((id): Couple => {
      const text = (part: string) => textOf(content, `couples/${id}/${part}`)
      return {
        companyId: text('company'),
        masterId: text('master'),
        from: text('from') || textOf(content, 'start'),
        until: text('until') || null,
        host: text('part') === 'hosts',
        lead: text('lead') === 'yes',
      }
    })
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))

function exceptionsOf(code: string, previousEnd: string): AgeException[] {
  switch (code) {
    case 'higher-diploma':
    case 'broken-contract':
      return [{ code, previousEnd }]
    case 'disability':
    case 'business-project':
    case 'high-level-sport':
    case 'exam-failure':
      return [{ code }]
    default:
      return []
  }
}

/** What `minimumPay` needs of it. */
export function payContractOf(record: ContractRecord): PayContract {
  const { birthDate, start, end, cycleMonths, territory, conventionalMinimum } = record
  const { previous, topUp } = record
  const extension = payExtensionOf(record)
  const whole = monthsBetween(start, addDays(end, 1))
  const begun = end >= start && addMonths(start, whole) <= end ? 1 : 0
  return {
    birthDate,
    contractStart: start,
    contractMonths: whole + begun,
    cycleMonths,
    territory,
    ...(conventionalMinimum !== null && { conventionalMinimum: toEuros(conventionalMinimum) }),
    ...(previous && { previousContract: previous }),
    ...(topUp && { topUp }),
    ...(extension && { extension }),
  }
}

/**
 * A new contract elsewhere that stands for an extension goes on with the count of the first one.
 * Where nobody has said why a contract was extended, its last year goes on without points, as after
 * a suspension.
 */
function payExtensionOf({ end, extension, prolongs }: ContractRecord): PayExtension | null {
  if (prolongs) {
    const { start: originalStart, end: originalEnd } = prolongs
    return { reason: 'exam-failure', originalStart, originalEnd, extendedEnd: end }
  }
  return extension
    ? { reason: extension.reason ?? 'suspension', originalEnd: end, extendedEnd: extension.end }
    : null
}
