import { addDays, monthsBetween } from '../civilDate.ts'
import { yearOn, yearStart, type YearCount } from './payGrid.ts'
import { isNewContract, type PayContract } from './payInput.ts'
import type { PayStep } from './payStep.ts'
import { missingForTopUp } from './topUp.ts'

interface ExecutionYear {
  /** From 1. */
  readonly year: number
  readonly steps: readonly PayStep[]
}

/** Whether a day is in the extension, or in the new contract that stands for one. */
export const isExtended = ({ extension }: PayContract, on: string): boolean =>
  extension ? on > extension.originalEnd : false

/**
 * How years of execution are counted. A contract shorter than its cycle counts as begun that much
 * earlier (art. D6222-28-1), be it shortened by agreement, begun in the centre without a company, or
 * concluded after a breach to finish. A new contract after a failed exam goes on with the count of
 * the first one, whose months are those from its first to its last day.
 */
export function yearCount(contract: PayContract): YearCount {
  const { contractStart, contractMonths, cycleMonths, extension } = contract
  if (!isNewContract(contract) || !extension?.originalStart) {
    return { start: contractStart, creditedMonths: Math.max(0, cycleMonths - contractMonths) }
  }
  const { originalStart: start, originalEnd } = extension
  // A month that was begun counts as one: a contract of 21 months and nine days is one of 22.
  const months = monthsBetween(start, originalEnd) + 1
  return { start, creditedMonths: Math.max(0, cycleMonths - months) }
}

/** The year whose line of the grid applies on a day, and why. */
export function executionYear(contract: PayContract, on: string): ExecutionYear {
  const { contractStart, extension, topUp } = contract
  const count = yearCount(contract)
  // The last year before the extension goes on (art. D6222-28; after a suspension no text in force
  // was found, it was art. D117-2 of the code of before 2008); the age still moves (no text, the
  // usual reading).
  const counted = yearOn(count, extension && isExtended(contract, on) ? extension.originalEnd : on)
  const steps: PayStep[] = []
  if (count.creditedMonths > 0) {
    steps.push({ code: 'credited-months', months: count.creditedMonths })
  }
  steps.push({ code: 'execution-year', year: counted, from: firstDayOf(count, counted) })
  if (extension && isExtended(contract, on)) {
    const from = isNewContract(contract) ? contractStart : addDays(extension.originalEnd, 1)
    steps.push({ code: 'extension', reason: extension.reason, from, year: counted })
  }
  if (contract.oneYearProfessionalLicence) {
    steps.push({ code: 'professional-licence', year: 2 })
    return { year: 2, steps }
  }
  // Whoever has the fifteen points has done the years of the former diploma (art. D6222-30, al. 2).
  const done = topUp && missingForTopUp(contract).length === 0 ? topUp.previousYears : 0
  if (done <= counted) return { year: counted, steps }
  steps.push({ code: 'previous-years', year: done })
  return { year: done, steps }
}

/** The first day of a year of execution, or of the count where the year is credited in part. */
const firstDayOf = (count: YearCount, year: number): string => {
  const from = yearStart(count, year)
  return from < count.start ? count.start : from
}
