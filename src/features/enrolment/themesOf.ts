import type { Programme } from '#programmes/programme.ts'
import type { Choice } from '#programmes/sheet.ts'

export const diagnosticLevels = ['to-build', 'fragile', 'solid'] as const
export type DiagnosticLevel = (typeof diagnosticLevels)[number]

/** What a diagnostic looks at; where nobody has said it, the exams of the diploma stand for it. */
export const themesOf = ({ sheet, exams }: Programme): readonly Choice[] =>
  sheet.placementThemes.length > 0
    ? sheet.placementThemes
    : exams.map(({ code, title }) => ({ code: code.toLowerCase(), title }))
