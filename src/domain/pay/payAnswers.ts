import type { PayContract } from './payInput.ts'

const extensionReasons = ['exam-failure', 'disability', 'suspension'] as const
export type PayExtensionReason = (typeof extensionReasons)[number]

const routes = ['apprenticeship', 'school'] as const
export type PreviousRoute = (typeof routes)[number]

/**
 * The field of an answer that is none of those there are, or `null`. Types do not hold for what
 * comes from outside: « false » in words would be taken for true, and change the pay.
 */
export function unknownAnswer(contract: PayContract): string | null {
  const { extension, previousContract, topUp } = contract
  const yesOrNo = {
    oneYearProfessionalLicence: contract.oneYearProfessionalLicence ?? false,
    ...(previousContract && {
      sameEmployer: previousContract.sameEmployer,
      diplomaObtained: previousContract.diplomaObtained,
    }),
    ...(topUp && { sameLevel: topUp.sameLevel, directlyRelated: topUp.directlyRelated }),
  }
  const wrong = Object.entries(yesOrNo).find(([, value]) => typeof value !== 'boolean')
  if (wrong) return wrong[0]
  if (topUp && !routes.includes(topUp.previousRoute)) return 'previousRoute'
  return extension && !extensionReasons.includes(extension.reason) ? 'reason' : null
}
