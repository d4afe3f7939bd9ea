/** A piece of an exam file that an apprentice has prepared. */
export interface PreparedPiece {
  readonly on: string
  readonly rule: string
  readonly nature?: string
  readonly label: string
  readonly told: string
  /** Day on which the master signed it; not there: it waits. */
  readonly signedOn?: string
  /** Sent back by the master, who says why; its author has not answered yet. */
  readonly returned?: { readonly on: string; readonly reason: string }
}

export interface DemoExamFile {
  readonly pieces: readonly PreparedPiece[]
  /** Day on which the centre registered the candidate, and noted it. */
  readonly registeredOn?: string
}

/** By key of the apprentice. */
export const examFiles: Readonly<Record<string, DemoExamFile>> = {
  'lea-moreau': {
    registeredOn: '2026-11-12',
    pieces: [
      {
        on: '2026-10-30',
        rule: 'e4-sheets',
        nature: 'negotiation',
        label: 'Renégocier le contrat d’un restaurant du centre-ville',
        told: 'Contexte\u00a0: un client perdu depuis deux ans. À détailler\u00a0: le calcul de la remise, la réponse à l’objection sur les délais, le bilan à trois mois.',
        signedOn: '2026-11-05',
      },
      {
        on: '2026-11-16',
        rule: 'e4-sheets',
        nature: 'event',
        label: 'La dégustation de rentrée',
        told: 'Budget de 480\u00a0€, 62 visiteurs, 19 commandes. Il manque le retour des clients un mois après.',
      },
    ],
  },
  'camille-vidal': {
    registeredOn: '2026-11-10',
    pieces: [
      {
        on: '2026-10-08',
        rule: 'e6-sheets',
        nature: 'partners',
        label: 'Un réseau d’apporteurs d’affaires chez les syndics',
        told: 'Recrutement de six partenaires, règle de commission, premier bilan chiffré.',
        signedOn: '2026-10-12',
      },
      {
        on: '2026-10-15',
        rule: 'e4-sheets',
        nature: 'event',
        label: 'Le stand au salon des entreprises',
        told: 'Deux jours, 74 contacts, 11 rendez-vous, 29\u00a0€ par contact.',
        signedOn: '2026-10-19',
      },
      {
        on: '2026-11-09',
        rule: 'e6-sheets',
        nature: 'direct-sales',
        label: 'Une vente à domicile chez les hôtes du réseau',
        told: 'Trois réunions, 21 participantes, un panier moyen de 64\u00a0€.',
        returned: {
          on: '2026-11-12',
          reason: 'Il manque des chiffres. Combien d’hôtes recrutées, et comment\u202f?',
        },
      },
    ],
  },
}
