import type { TableProblemName } from '#protocol/csvTable.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

/** What is said alike of any table; how many lines one may have, and of what, each says itself. */
export type AnyTableProblem = Exclude<TableProblemName, 'empty-file' | 'too-many-rows'>

const fr = {
  title: (n: number) => `${n}${NBSP}point${plural(n)} à corriger`,
  lead: 'Rien n’est importé. Corrigez le fichier, puis choisissez-le de nouveau.',
  more: (n: number) => `Et ${n}${NBSP}autre${plural(n)} ensuite.`,
  line: (line: number, column: string | null) =>
    column === null
      ? `Ligne${NBSP}${line}`
      : `Ligne${NBSP}${line}, colonne «${NBSP}${column}${NBSP}»`,
  written: (value: string) => `Écrit${NBSP}: «${NBSP}${value}${NBSP}»`,
  problems: {
    'open-quote': 'Un guillemet s’ouvre ici et ne se ferme jamais.',
    'no-column': 'Cette colonne manque.',
    'column-twice': 'Cette colonne est là deux fois.',
    'unknown-column': 'Nous ne connaissons pas cette colonne. Retirez-la.',
    'empty-cell': 'Cette case est vide.',
    'extra-cell': 'Un texte dépasse la dernière colonne. Mettez-le entre guillemets.',
  } satisfies Record<AnyTableProblem, string>,
}

export const texts = {
  fr,
  en: async () => (await import('./csvProblems.texts.en.ts')).en,
}
