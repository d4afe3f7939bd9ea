import type { Role } from '#domain/kind.ts'

/** What somebody is in a logbook, as it stands behind a name or within a sentence. */
const fr = {
  apprentice: 'en apprentissage',
  master: 'maître d’apprentissage',
  trainer: 'formateur référent',
  coordinator: 'responsable pédagogique',
  guardian: 'représentant légal',
  auditor: 'auditeur',
} satisfies Record<Role, string>

const en: typeof fr = {
  apprentice: 'apprentice',
  master: 'master of apprenticeship',
  trainer: 'trainer',
  coordinator: 'coordinator',
  guardian: 'guardian',
  auditor: 'auditor',
}

export const texts = { fr, en }
