/**
 * The door to the rules of pay, for whoever checks them from outside: nothing but this file and the
 * domain files it leads to is needed. Inside, each rule has its file in `pay/`.
 */
export { benefitInKind } from './pay/benefitInKind.ts'
export { contributionBase } from './pay/contributionBase.ts'
export { minimumPay } from './pay/minimumPay.ts'
export { payCurve } from './pay/payCurve.ts'
