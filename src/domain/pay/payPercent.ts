import { toParts, toPercent } from '../money.ts'
import { executionYear, isExtended } from './executionYear.ts'
import { bracketOn, gridPercent } from './payGrid.ts'
import type { PayContract } from './payInput.ts'
import type { PayStep } from './payStep.ts'
import { missingForTopUp } from './topUp.ts'

/** Percentages as parts per million, with the lines that led to them. */
interface Reckoning {
  readonly parts: number
  readonly steps: readonly PayStep[]
}

const WHOLE = toParts(100)
const POINTS = 15

/** The percent due on a day, before it meets its base. */
export function percentOn(contract: PayContract, on: string): Reckoning {
  const grid = gridOn(contract, on)
  const succession = successionOf(contract, grid.parts)
  const without = Math.max(grid.parts, succession.parts)
  const topUp = topUpOf(contract, without)
  const parts = Math.max(without, topUp.parts)
  const disability = disabilityPoints(contract, on, parts)
  return {
    parts: Math.max(parts, disability.parts),
    steps: [...grid.steps, ...succession.steps, ...topUp.steps, ...disability.steps],
  }
}

function gridOn(contract: PayContract, on: string): Reckoning {
  const { birthDate, contractStart } = contract
  const ageBracket = bracketOn(birthDate, contractStart, on)
  const { year } = executionYear(contract, on)
  const percent = gridPercent(contractStart, year, ageBracket)
  return {
    parts: toParts(percent),
    steps: [{ code: 'grid', ageBracket, executionYear: year, percent }],
  }
}

/**
 * What the former contract guarantees: with the same company what was paid, with another what was
 * due, in its last year, if it led to its diploma; unless the grid is better (art. D6222-29). Two
 * amounts are compared, the year of execution does not move. Both are taken of the same base: the
 * input tells the former pay in percent only.
 */
function successionOf({ previousContract }: PayContract, gridParts: number): Reckoning {
  if (!previousContract) return { parts: 0, steps: [] }
  if (!previousContract.diplomaObtained) {
    return { parts: 0, steps: [{ code: 'succession-without-diploma' }] }
  }
  const basis = previousContract.sameEmployer ? 'paid' : 'regulatory'
  const parts = toParts(
    basis === 'paid' ? previousContract.lastPaidPercent : previousContract.lastRegulatoryPercent,
  )
  const better = parts > gridParts
  return { parts, steps: [{ code: 'succession', basis, percent: toPercent(parts), better }] }
}

/**
 * Fifteen points on what the apprentice could claim on the day of signing, taken for the first day
 * of the contract: the administration’s reading of art. D6222-30, in the programme sheet too. They
 * stay what they are when a birthday comes; where the grid of the day is better, it is due.
 */
function topUpOf(contract: PayContract, without: number): Reckoning {
  if (!contract.topUp) return { parts: 0, steps: [] }
  const missing = missingForTopUp(contract)
  if (missing.length > 0) return { parts: 0, steps: [{ code: 'top-up-refused', missing }] }

  const start = contract.contractStart
  const grid = gridOn(contract, start).parts
  const from = Math.max(grid, successionOf(contract, grid).parts)
  const { parts, steps } = withPoints(from)
  return {
    parts,
    steps: [
      {
        code: 'top-up',
        on: start,
        from: toPercent(from),
        points: POINTS,
        percent: toPercent(parts),
        better: parts > without,
      },
      ...steps,
    ],
  }
}

/**
 * Fifteen points on the last year’s percent in an extension for disability: art. R6222-48, al. 2
 * (R6222-54 before 2019).
 */
function disabilityPoints(contract: PayContract, on: string, from: number): Reckoning {
  if (contract.extension?.reason !== 'disability' || !isExtended(contract, on)) {
    return { parts: 0, steps: [] }
  }
  const { parts, steps } = withPoints(from)
  return {
    parts,
    steps: [{ code: 'disability-points', points: POINTS, percent: toPercent(parts) }, ...steps],
  }
}

/**
 * Fifteen points more, but not above the whole base: art. D6222-31, al. 2 says 100 % of the SMIC
 * «sous réserve de dispositions conventionnelles plus favorables», hence of the agreement’s minimum
 * where that is the base. Who has more already keeps it, see the greatest of all in `percentOn`.
 */
function withPoints(from: number): Reckoning {
  const raised = from + toParts(POINTS)
  return raised <= WHOLE
    ? { parts: raised, steps: [] }
    : { parts: WHOLE, steps: [{ code: 'cap', percent: toPercent(WHOLE) }] }
}
