import { beforeAll, describe, expect, it } from 'vitest'
import { assessAbsence } from '#domain/absences/absence.ts'
import { payNotes } from '#domain/absences/counters.ts'
import { readPayNote } from '#domain/absences/payNoteContent.ts'
import { centrePeriods, countClaims } from '#domain/aidCount.ts'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import type { CohortPlan } from '#domain/calendar/plan.ts'
import { readContract } from '#domain/contract/readContract.ts'
import { findCohortPlan } from '#programmes/plans.ts'
import { absences } from '#server/demo/absences.ts'
import { aidClaims } from '#server/demo/aidClaims.ts'
import { contracts } from '#server/demo/contracts.ts'
import { payNotes as toldNotes } from '#server/demo/payNotes.ts'

let plan: CohortPlan
beforeAll(async () => {
  const known = await findCohortPlan('bts-ndrc', '2025-2027')
  if (!known) throw new Error('there is no plan')
  plan = known
})
const calendarOf = () =>
  alternationCalendar({ contract: { start: '2025-09-01', end: '2027-08-31' }, plan })

describe('the aids of the demo', () => {
  it.each(Object.entries(aidClaims))('are all due, none twice: %s', (key, claims) => {
    const records = (contracts[key] ?? []).map(({ content }) => readContract(content))
    const counts = countClaims(
      claims.map(({ content }) => content),
      {
        centrePeriods: centrePeriods(calendarOf()),
        birthDate: records[0]?.birthDate ?? '',
        contracts: records,
      },
    )
    for (const { cents, leftOut, refused } of counts) {
      expect(cents).toBeGreaterThan(0)
      expect([leftOut, refused]).toEqual([0, null])
    }
  })
})

describe('the statements for the pay of the demo', () => {
  it.each(Object.entries(toldNotes))('say what the absences come to: %s', (key, notes) => {
    const calendar = calendarOf()
    const missed = (absences[key] ?? []).flatMap(({ halfDays, motive, seen }) => {
      const absence = {
        motive: motive ?? ('unknown' as const),
        halfDays: halfDays.map((each) => ({
          date: each.slice(0, 10),
          half: each.endsWith('am') ? ('am' as const) : ('pm' as const),
        })),
        proofSeen: seen?.centre ? { by: '' as never, on: seen.centre } : null,
      }
      return assessAbsence(absence, calendar, '2026-11-27').filter(
        ({ place }) => place === 'centre',
      )
    })
    expect(notes.map(({ content }) => readPayNote(content))).toEqual(payNotes(missed, calendar))
  })
})
