import { describe, expect, it } from 'vitest'
import { assessAbsence } from '#domain/absences/absence.ts'
import { absenceDetailFor, showAbsence, type AbsenceDetail } from '#domain/absences/visibility.ts'
import type { Role } from '#domain/kind.ts'
import { calendarWith } from '../calendar/plans.ts'
import { anAbsence, coordinator, wholeDays } from './declared.ts'

const calendar = calendarWith()
const absence = anAbsence('illness', wholeDays('2025-10-08'), '2025-10-09')
const [centreHalf, companyHalf] = assessAbsence(absence, calendar, '2025-12-01')
if (!centreHalf || !companyHalf) throw new Error('nothing was missed')

describe('who may know why somebody was not there', () => {
  /** Written by hand: each side the reasons of its own days, the other present or absent. */
  it.each<[Role, AbsenceDetail, AbsenceDetail]>([
    ['apprentice', 'proof', 'proof'],
    ['master', 'presence', 'proof'],
    ['trainer', 'motive', 'presence'],
    ['coordinator', 'proof', 'presence'],
    ['guardian', 'presence', 'presence'],
    ['auditor', 'presence', 'presence'],
  ])('%s: %s in the centre, %s in the company', (role, centre, company) => {
    expect(absenceDetailFor(role, 'centre')).toBe(centre)
    expect(absenceDetailFor(role, 'company')).toBe(company)
  })

  it('what is kept from the reader is not in what the reader gets', () => {
    const shown = showAbsence(centreHalf, absence, 'master')
    expect(shown).toEqual({
      date: '2025-10-08',
      half: 'am',
      place: 'centre',
      status: 'justified',
    })
    expect(JSON.stringify(shown)).not.toContain('illness')
  })

  it('the trainer reads the motive, and not who saw the certificate', () => {
    expect(showAbsence(centreHalf, absence, 'trainer')).toEqual({
      date: '2025-10-08',
      half: 'am',
      place: 'centre',
      status: 'justified',
      motive: 'illness',
    })
  })

  it('the master reads all of what was missed in the company', () => {
    expect(showAbsence(companyHalf, absence, 'master')).toMatchObject({
      motive: 'illness',
      proofSeen: { by: coordinator, on: '2025-10-09' },
    })
  })
})
