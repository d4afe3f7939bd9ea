import { deskMutants } from './deskMutants.ts'
import { deviceMutants } from './deviceMutants.ts'
import { firstMutants } from './firstMutants.ts'
import { keptMutants } from './keptMutants.ts'
import { laterMutants } from './laterMutants.ts'
import type { Mutant } from './mutant.ts'

export const mutants: readonly Mutant[] = [
  ...firstMutants,
  ...laterMutants,
  ...deskMutants,
  ...deviceMutants,
  ...keptMutants,
]
