import type { Programme, ProgrammeExam, Subject } from '#programmes/programme.ts'

/** An exam that has one mark, or a part of one that has. */
export interface ExamLine {
  readonly code: string
  readonly title: string
  readonly coefficient: number
}

/** What a mark of the year can train for: compulsory exams, and their parts where they have some. */
export const examLines = (exams: readonly ProgrammeExam[]): readonly ExamLine[] =>
  exams.flatMap(({ code, title, coefficient, parts, partTitles }) => {
    if (coefficient === null) return []
    if (parts.length === 0) return [{ code, title: `${code}. ${title}`, coefficient }]
    return parts.map((part) => ({
      code: part.code,
      title: `${code}. ${title}, ${(partTitles[part.code] ?? part.code).toLowerCase()}`,
      coefficient: part.coefficient,
    }))
  })

/** The subjects of a programme; where nobody has named them, its exams stand for them. */
export const subjectsOf = ({ subjects, exams }: Programme): readonly Subject[] =>
  subjects.length > 0
    ? subjects
    : exams.map(({ code, title, professional }) => ({ code, title, professional, exam: code }))
