import type { Offered } from './offered.ts'

/** Of nobody: whoever forgets the line opens no logbook for it. */
export const exampleAddress = 'camille.martin@exemple.fr'

/** The line that the model file shows, to be written over. French, as the file is. */
export function exampleLine(
  offered: readonly Offered[],
  trainer: { readonly name: string; readonly email: string } | undefined,
) {
  const programme = offered.find(({ cohorts }) => cohorts.length > 0)
  const cohort = programme?.cohorts.at(-1)
  return {
    'apprentice.name': 'Camille Martin',
    'apprentice.email': exampleAddress,
    'guardian.name': '',
    'guardian.email': '',
    'company.name': 'Boissons du Forez',
    'company.city': 'Saint-Étienne',
    'company.activity': 'Commerce de gros',
    'master.name': 'Dominique Petit',
    'master.email': 'dominique.petit@exemple.fr',
    'trainer.name': trainer?.name ?? 'Claude Bernard',
    'trainer.email': trainer?.email ?? 'claude.bernard@exemple.fr',
    programme: programme?.shortTitle ?? '',
    cohort: cohort?.id ?? '',
    'contract.start': slashed(cohort?.start ?? ''),
    'contract.end': slashed(cohort?.end ?? ''),
  }
}

/** `2026-09-01` → `01/09/2026`, as French spreadsheets write days. */
const slashed = (date: string) => date.split('-').reverse().join('/')
