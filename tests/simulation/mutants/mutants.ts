import { firstMutants } from './firstMutants.ts'
import { laterMutants } from './laterMutants.ts'
import type { Mutant } from './mutant.ts'

export const mutants: readonly Mutant[] = [...firstMutants, ...laterMutants]
