import type { Enrolment, EnrolmentField } from '#domain/enrolment/enrolment.ts'

/** What is written of an apprentice, one thing each: a cell of a file, a field of a form. */
export type CellName = EnrolmentField | 'company.activity' | 'contract.start'
export type Cells = Readonly<Record<CellName, string>>

/** The same as the agreement has it: days are ISO, programme and cohort ids. No guardian: no words of one. */
export function enrolmentFrom(cells: Cells): Enrolment {
  const person = (part: 'apprentice' | 'guardian' | 'master' | 'trainer') => ({
    name: cells[`${part}.name`].trim(),
    email: cells[`${part}.email`].trim(),
  })
  const guardian = person('guardian')
  return {
    apprentice: person('apprentice'),
    guardian: guardian.name === '' && guardian.email === '' ? null : guardian,
    company: {
      name: cells['company.name'].trim(),
      city: cells['company.city'].trim(),
      activity: cells['company.activity'].trim(),
    },
    master: person('master'),
    trainer: person('trainer'),
    programme: cells.programme,
    cohort: cells.cohort,
    contract: { start: cells['contract.start'], end: cells['contract.end'] },
  }
}
