/** An objective of one story: who set it, and what came of it. */
export interface PlannedObjective {
  /** Day on which it was set. */
  readonly on: string
  readonly by: 'apprentice' | 'master' | 'trainer'
  readonly label: string
  readonly owner: 'apprentice' | 'master' | 'trainer'
  readonly due: string
  readonly skills: readonly string[]
  /** Day on which its owner said that it is done; not there: not yet. */
  readonly doneOn?: string
  /** Otherwise ended by who set it. */
  readonly ended?: { readonly on: string; readonly outcome: 'reached' | 'partly' | 'dropped' }
}

/** By key of the apprentice. */
export const workPlan: Readonly<Record<string, readonly PlannedObjective[]>> = {
  'lea-moreau': [
    {
      on: '2025-12-15',
      by: 'trainer',
      label: 'Mener cinq appels de prospection par semaine jusqu’à fin janvier.',
      owner: 'apprentice',
      due: '2026-01-30',
      skills: ['B1.C1.3'],
      doneOn: '2026-01-29',
    },
    {
      on: '2026-06-12',
      by: 'master',
      label: 'Confier à Léa la dégustation de rentrée, du budget au bilan.',
      owner: 'master',
      due: '2026-09-18',
      skills: ['B1.C3.1', 'B1.C3.2', 'B1.C3.3'],
      doneOn: '2026-09-21',
    },
    {
      on: '2026-06-12',
      by: 'trainer',
      label: 'Rédiger un premier jet de la fiche «\u00a0évènement commercial\u00a0».',
      owner: 'apprentice',
      due: '2026-10-02',
      skills: ['B1.C3.3'],
      ended: { on: '2026-10-09', outcome: 'partly' },
    },
    {
      on: '2026-10-09',
      by: 'trainer',
      label: 'Terminer la fiche «\u00a0évènement commercial\u00a0» avec les chiffres de septembre.',
      owner: 'apprentice',
      due: '2026-11-20',
      skills: ['B1.C3.3'],
    },
    {
      on: '2026-11-13',
      by: 'apprentice',
      label: 'Suivre les commandes de la boutique en ligne pendant deux semaines.',
      owner: 'apprentice',
      due: '2026-12-18',
      skills: ['B2.C3.1', 'B2.C3.3'],
    },
    {
      on: '2026-11-18',
      by: 'master',
      label: 'Ouvrir à Léa un accès aux statistiques du site.',
      owner: 'master',
      due: '2026-12-04',
      skills: ['B2.C3.3'],
    },
  ],
  'yanis-belkacem': [
    {
      on: '2026-06-26',
      by: 'trainer',
      label: 'Tenir un tableau de bord mensuel des rendez-vous et des ventes.',
      owner: 'apprentice',
      due: '2026-10-30',
      skills: ['B1.C4.1', 'B2.C1.2'],
    },
    {
      on: '2026-09-25',
      by: 'master',
      label: 'Accompagner Théo sur ses dix premiers appels.',
      owner: 'apprentice',
      due: '2026-12-11',
      skills: ['B2.C1.3'],
    },
  ],
  'nora-messaoud': [
    {
      on: '2026-11-10',
      by: 'trainer',
      label: 'Préparer la marge de chaque coffret avant la réunion de décembre.',
      owner: 'apprentice',
      due: '2026-12-04',
      skills: ['B3.C2', 'B3.C3'],
    },
  ],
  'camille-vidal': [
    {
      on: '2026-06-25',
      by: 'trainer',
      label: 'S’entraîner deux heures par mois sur la boutique fictive du CFA.',
      owner: 'apprentice',
      due: '2026-12-18',
      skills: ['B2.C3.1', 'B2.C3.2'],
    },
    {
      on: '2026-10-02',
      by: 'apprentice',
      label: 'Relire chaque devis à voix haute avant de l’envoyer.',
      owner: 'apprentice',
      due: '2026-11-13',
      skills: ['B1.C2.1'],
      doneOn: '2026-11-12',
    },
  ],
}
