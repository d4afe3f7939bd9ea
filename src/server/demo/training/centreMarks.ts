/** A mark that the trainer of a story gave. */
export interface GivenMark {
  readonly on: string
  readonly label: string
  readonly form: string
  readonly subject: string
  readonly exam?: string
  /** Out of 20. */
  readonly mark: number
  readonly weight?: number
  readonly skills?: readonly string[]
  readonly remark?: string
}

/** By key of the apprentice. */
export const centreMarks: Readonly<Record<string, readonly GivenMark[]>> = {
  'lea-moreau': [
    {
      on: '2025-11-18',
      label: 'Quiz sur le portefeuille clients',
      form: 'quiz',
      subject: 'negotiation',
      exam: 'E4',
      mark: 13,
      skills: ['B1.C1.1'],
    },
    {
      on: '2026-01-20',
      label: 'Synthèse de documents\u00a0: le temps de travail',
      form: 'test',
      subject: 'french',
      exam: 'E1',
      mark: 9.5,
      weight: 2,
      remark: 'Le plan est bon, la langue est à relire.',
    },
    {
      on: '2026-03-10',
      label: 'Dossier sur une entreprise du Forez',
      form: 'personal-work',
      subject: 'cejm',
      exam: 'E3',
      mark: 12.75,
    },
    {
      on: '2026-05-12',
      label: 'Simulation de négociation',
      form: 'oral',
      subject: 'negotiation',
      exam: 'E4',
      mark: 15.5,
      weight: 3,
      skills: ['B1.C2.1'],
      remark: 'Écoute juste, objections bien traitées.',
    },
    {
      on: '2026-06-02',
      label: 'Compréhension d’un article de presse anglaise',
      form: 'mcq',
      subject: 'english',
      exam: 'E2',
      mark: 11,
    },
    {
      on: '2026-10-06',
      label: 'Épreuve blanche, partie écrite',
      form: 'exam-training',
      subject: 'digital',
      exam: 'E5.1',
      mark: 8.25,
      weight: 2,
      skills: ['B2.C2.1', 'B2.C3.3'],
      remark: 'La partie sur le référencement n’a pas été traitée.',
    },
    {
      on: '2026-11-03',
      label: 'Étude d’un réseau de distributeurs',
      form: 'personal-work',
      subject: 'networks',
      exam: 'E6',
      mark: 14,
      skills: ['B3.C1.1'],
    },
  ],
  // Her programme has no subjects yet: its exams stand for them.
  'nora-messaoud': [
    {
      on: '2026-10-08',
      label: 'QCM sur les stocks et les marges',
      form: 'mcq',
      subject: 'E7',
      exam: 'E7',
      mark: 14,
      skills: ['B3.C1'],
    },
    {
      on: '2026-11-05',
      label: 'Jeu de rôle\u00a0: une vente conseil',
      form: 'oral',
      subject: 'E5',
      exam: 'E5',
      mark: 12.5,
      skills: ['B1.C3'],
      remark: 'La découverte du besoin est trop courte.',
    },
  ],
  'camille-vidal': [
    {
      on: '2026-02-10',
      label: 'Jeu de rôle\u00a0: vendre un contrat annuel',
      form: 'oral',
      subject: 'negotiation',
      exam: 'E4',
      mark: 16.5,
      weight: 3,
      skills: ['B1.C2.1'],
    },
    {
      on: '2026-04-07',
      label: 'Devoir de culture générale',
      form: 'test',
      subject: 'french',
      exam: 'E1',
      mark: 14,
    },
    {
      on: '2026-09-29',
      label: 'Atelier boutique en ligne',
      form: 'exam-training',
      subject: 'digital',
      exam: 'E5.2',
      mark: 9,
      skills: ['B2.C3.1'],
      remark: 'Peu d’occasions en entreprise\u202f: à travailler au CFA.',
    },
  ],
  'yanis-belkacem': [
    {
      on: '2026-01-27',
      label: 'Cas pratique\u00a0: contrat de vente',
      form: 'test',
      subject: 'cejm',
      exam: 'E3',
      mark: 7.5,
      weight: 2,
    },
    {
      on: '2026-05-19',
      label: 'Entretien de vente filmé',
      form: 'oral',
      subject: 'negotiation',
      exam: 'E4',
      mark: 17,
      weight: 3,
    },
  ],
}
