import type { BreachPlan } from './breach.ts'
import { breachDays, type BreachDay } from './breachSteps.ts'
import type { ContractRecord } from './readContract.ts'

/**
 * What `checkBreach` needs of a contract with an end, or the days that are not written down yet;
 * `null`: it has no end. `companyDays`: days in the company, or `null`: the calendar is not known,
 * and nothing can be said of the trial period.
 */
export function breachPlanOf(
  { breach, breachSteps: steps, start }: ContractRecord,
  companyDays: readonly string[] | null,
): { readonly plan: BreachPlan } | { readonly missing: readonly BreachDay[] } | null {
  if (!breach) return null
  const { ground, on } = breach
  const missing = breachDays[ground].filter((day) => steps[day] === undefined)
  if (missing.length > 0) return { missing }

  const of = (day: BreachDay) => steps[day] ?? ''
  const [writtenOn, companyToldOn] = [of('breachWrittenOn'), of('companyToldOn')]
  const guardian = steps.guardianWord ?? 'missing'
  switch (ground) {
    case 'trial': {
      const own = (companyDays ?? []).filter((day) => start <= day)
      return { plan: { ground, on, writtenOn, companyDays: own } }
    }
    case 'agreement':
      // No mediator signs for a guardian here.
      return {
        plan: { ground, on, writtenOn, guardian: guardian === 'signed' ? 'signed' : 'missing' },
      }
    case 'apprentice':
      return {
        plan: { ground, on, mediatorAskedOn: of('mediatorAskedOn'), companyToldOn, guardian },
      }
    case 'diploma':
      return { plan: { ground, on, companyToldOn, obtainedOn: of('diplomaOn') } }
    case 'exclusion':
      return { plan: { ground, on, writtenOn, excludedOn: of('excludedOn') } }
    case 'resumption-refused':
      return { plan: { ground, on, notifiedOn: writtenOn } }
    default:
      return { plan: { ground, on, writtenOn } }
  }
}
