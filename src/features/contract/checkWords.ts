import type { Period } from '#domain/weekStates.ts'
import type { Tone } from '#ui/tone.ts'
import type { ContractCheck } from './contractChecks.ts'
import type { texts as breachTexts } from './breach.texts.ts'
import type { texts } from './texts.ts'

interface Words {
  readonly t: (typeof texts)['fr']
  readonly breach: (typeof breachTexts)['fr']
  /** A civil date as people write it. */
  readonly day: (date: string) => string
}

/** What a check says, and how it stands. */
export function checkWords(check: ContractCheck, words: Words): { tone: Tone; text: string } {
  const { t, day } = words
  switch (check.code) {
    case 'contract':
      return { tone: 'problem', text: t.problems[check.problem] }
    case 'couple': {
      const { problem } = check
      const days = 'days' in problem ? spanOf(problem.days, words) : ''
      return { tone: 'problem', text: t.couples[problem.code]?.(days) ?? problem.code }
    }
    case 'eligibility':
      return eligibilityWords(check.eligibility, words)
    case 'third-of-level':
      return check.agreedOn === null
        ? { tone: 'waiting', text: t.thirdOfLevel }
        : { tone: 'success', text: t.thirdAgreed(day(check.agreedOn)) }
    case 'guardian':
      return { tone: 'info', text: t.guardian(day(check.until)) }
    case 'duration':
      return durationWords(check, words)
    case 'starts-in-order':
      return { tone: 'success', text: t.startsInOrder }
    case 'start': {
      const { problem } = check
      const near =
        'latest' in problem ? day(problem.latest) : 'from' in problem ? day(problem.from) : ''
      const tone = problem.blocks ? 'problem' : 'waiting'
      return { tone, text: t.starts[problem.code]?.(near) ?? problem.code }
    }
    case 'trial': {
      const { done, lastDay, free } = check.trial
      return free || lastDay === null
        ? { tone: 'info', text: t.trialFree(done, lastDay === null ? null : day(lastDay)) }
        : { tone: 'success', text: t.trialOver(day(lastDay)) }
    }
    case 'hosts': {
      const { hosted, practical, lawful } = check.share
      return lawful
        ? { tone: 'success', text: t.hostsLawful(hosted, practical) }
        : { tone: 'waiting', text: t.hostsOver(hosted, practical) }
    }
    case 'master-limit':
      return check.lawful
        ? { tone: 'success', text: t.masterLawful(check.master) }
        : {
            tone: 'problem',
            text: t.masterOver(check.master, check.apprentices, spanOf(check.days, words)),
          }
    case 'breach':
    case 'breach-in-order':
    case 'breach-days-missing':
    case 'breach-notify':
    case 'pay-due-until-end':
    case 'other-centre':
      return breachWords(check, words)
    case 'kept':
      return check.open
        ? { tone: 'waiting', text: t.kept(day(check.until)) }
        : { tone: 'info', text: t.keptOver(day(check.until)) }
    case 'resumption':
      return { tone: 'waiting', text: t.resumption(day(check.by)) }
  }
}

type BreachCheck = Extract<
  ContractCheck,
  { readonly code: `breach${string}` | 'pay-due-until-end' | 'other-centre' }
>

function breachWords(check: BreachCheck, { breach: b, day }: Words): { tone: Tone; text: string } {
  switch (check.code) {
    case 'breach': {
      const { problem } = check
      const near =
        'lastDay' in problem ? problem.lastDay : 'earliest' in problem ? problem.earliest : null
      return { tone: 'problem', text: b.problems[problem.code](near === null ? '' : day(near)) }
    }
    case 'breach-in-order':
      return { tone: 'success', text: b.inOrder }
    case 'breach-days-missing':
      return {
        tone: 'waiting',
        text: b.missing(check.missing.map((each) => b.days[each].toLowerCase()).join(', ')),
      }
    case 'breach-notify':
      return { tone: 'info', text: b.notify }
    case 'pay-due-until-end':
      return { tone: 'problem', text: b.payDue }
    case 'other-centre':
      return { tone: 'waiting', text: b.otherCentre(day(check.by)) }
  }
}

function durationWords(
  { difference, duration }: Extract<ContractCheck, { readonly code: 'duration' }>,
  { t }: Words,
): { tone: Tone; text: string } {
  if ('refused' in duration) {
    const limit = 'limit' in duration ? duration.limit : 0
    return { tone: 'problem', text: t.durationRefused[duration.refused](limit) }
  }
  if (difference === 0) return { tone: 'success', text: t.durationAsCycle }
  return duration.agreement
    ? { tone: 'waiting', text: t.durationAgreed(difference) }
    : { tone: 'info', text: t.durationFree(difference) }
}

type EligibilityCheck = Extract<ContractCheck, { readonly code: 'eligibility' }>['eligibility']

function eligibilityWords(eligible: EligibilityCheck, { t, day }: Words) {
  if (!eligible.eligible) {
    const near = 'from' in eligible ? eligible.from : 'until' in eligible ? eligible.until : null
    const say = t.notEligible[eligible.reason]
    return {
      tone: 'problem' as const,
      text: say?.(near === null ? '' : day(near)) ?? eligible.reason,
    }
  }
  const text = t.eligible[eligible.by] ?? eligible.by
  return eligible.disputed
    ? { tone: 'waiting' as const, text: `${text} ${t.disputed}` }
    : { tone: 'success' as const, text }
}

const spanOf = ({ start, end }: Period, { t, day }: Words) => t.fromTo(day(start), day(end))
