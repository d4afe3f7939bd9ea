import type { AdmissionState } from '#domain/enrolment/admission.ts'

type Level = 'to-build' | 'fragile' | 'solid'

/** How one apprentice came in, and what they were asked since. Days are ISO dates. */
export interface DemoEnrolment {
  /** By step: how it stands, and since when. */
  readonly admission: Readonly<Record<string, readonly [AdmissionState, string]>>
  readonly placement: {
    readonly on: string
    readonly prior: string
    readonly diagnostic: Readonly<Record<string, Level>>
    readonly path: string
    readonly months: number
    /** Units from which a dispense was foreseen. */
    readonly dispenses?: readonly string[]
    /** Not there: it waits for the apprentice. */
    readonly signedOn?: string
  }
  readonly arrangement?: { readonly needed: 'yes' | 'no'; readonly told?: string }
  /** Texts that were signed at entry. */
  readonly readings: readonly string[]
  /** Day on which the edition of 2026 was signed. */
  readonly again?: string
  readonly surveys?: readonly {
    readonly on: string
    readonly by: 'apprentice' | 'master'
    readonly survey: string
    readonly answers: Readonly<Record<string, 1 | 2 | 3 | 4>>
    readonly told?: string
  }[]
  readonly dispenses?: readonly {
    readonly on: string
    readonly unit: string
    readonly diploma: string
    readonly passed?: string
    readonly told: string
    readonly givenOn?: string
    readonly returned?: { readonly on: string; readonly reason: string }
  }[]
}

const everyText = ['rights-and-duties', 'health-and-safety', 'centre-rules', 'company-rules']

/** The usual way in of the summer of 2025. */
const usual: DemoEnrolment['admission'] = {
  parcoursup: ['done', '2025-03-12'],
  file: ['done', '2025-04-24'],
  meeting: ['done', '2025-05-14'],
  workshops: ['done', '2025-06-18'],
  contract: ['done', '2025-07-08'],
  opco: ['accepted', '2025-07-24'],
}

/** By key of the apprentice. */
export const enrolments: Readonly<Record<string, DemoEnrolment>> = {
  'lea-moreau': {
    admission: usual,
    placement: {
      on: '2025-09-24',
      prior: 'Bac STMG avec mention, deux étés en caisse dans un supermarché.',
      diagnostic: {
        writing: 'solid',
        english: 'fragile',
        figures: 'solid',
        economy: 'solid',
        digital: 'fragile',
        'client-contact': 'solid',
        'own-organisation': 'solid',
      },
      path: 'Parcours en deux ans. Atelier d’anglais une heure par semaine au premier semestre.',
      months: 0,
      signedOn: '2025-09-25',
    },
    arrangement: { needed: 'no' },
    readings: everyText,
    again: '2026-09-03',
    surveys: [
      {
        on: '2026-02-10',
        by: 'apprentice',
        survey: 'during',
        answers: {
          ...{ 'work-fits': 4, 'listened-to': 3, 'well-received': 4, 'master-time': 3 },
          ...{ 'lessons-help': 3, pace: 4 },
        },
        told: 'J’aimerais plus de cas sur la boutique en ligne.',
      },
      {
        on: '2026-02-12',
        by: 'master',
        survey: 'during',
        answers: {
          ...{ 'work-fits': 4, 'listened-to': 3, pace: 3, 'centre-informs': 2, progress: 4 },
        },
        told: 'Recevoir le planning du CFA plus tôt nous aiderait.',
      },
    ],
  },
  'hugo-perrin': {
    admission: { ...usual, workshops: ['not-needed', '2025-06-02'] },
    placement: {
      on: '2025-09-25',
      prior: 'Bac professionnel métiers du commerce, stage de huit semaines en négoce.',
      diagnostic: {
        writing: 'to-build',
        english: 'fragile',
        figures: 'fragile',
        economy: 'fragile',
        digital: 'solid',
        'client-contact': 'solid',
        'own-organisation': 'to-build',
      },
      path: 'Parcours en deux ans, point d’organisation chaque mois avec la formatrice.',
      months: 0,
      signedOn: '2025-09-29',
    },
    readings: everyText,
    surveys: [
      {
        on: '2026-03-02',
        by: 'apprentice',
        survey: 'during',
        answers: {
          ...{ 'work-fits': 3, 'listened-to': 2, 'well-received': 4, 'master-time': 3 },
          ...{ 'lessons-help': 2, pace: 2 },
        },
      },
    ],
  },
  'ines-haddad': {
    admission: usual,
    placement: {
      on: '2025-09-24',
      prior: 'Bac général à seize ans, option mathématiques.',
      diagnostic: {
        writing: 'solid',
        english: 'solid',
        figures: 'solid',
        economy: 'fragile',
        digital: 'solid',
        'client-contact': 'to-build',
        'own-organisation': 'solid',
      },
      path: 'Parcours en deux ans. Jeux de rôle en petit groupe pour oser parler aux clients.',
      months: 0,
      signedOn: '2025-09-24',
    },
    arrangement: { needed: 'no' },
    readings: everyText,
    again: '2026-11-19',
    surveys: [
      {
        on: '2026-02-20',
        by: 'apprentice',
        survey: 'during',
        answers: {
          ...{ 'work-fits': 4, 'listened-to': 4, 'well-received': 4, 'master-time': 4 },
          ...{ 'lessons-help': 4, pace: 3 },
        },
      },
    ],
  },
  'yanis-belkacem': {
    admission: { ...usual, opco: ['accepted', '2025-08-04'] },
    placement: {
      on: '2025-09-24',
      prior: 'Bac STMG, un an d’intérim en préparation de commandes.',
      diagnostic: {
        writing: 'fragile',
        english: 'fragile',
        figures: 'solid',
        economy: 'fragile',
        digital: 'fragile',
        'client-contact': 'solid',
        'own-organisation': 'fragile',
      },
      path: 'Parcours en deux ans, sans changement.',
      months: 0,
      signedOn: '2025-09-26',
    },
    readings: everyText,
    again: '2026-09-02',
  },
  'camille-vidal': {
    admission: usual,
    placement: {
      on: '2026-11-19',
      prior: 'DUT Techniques de commercialisation, neuf mois d’emploi en téléprospection.',
      diagnostic: {
        writing: 'fragile',
        english: 'solid',
        figures: 'solid',
        economy: 'solid',
        digital: 'to-build',
        'client-contact': 'solid',
        'own-organisation': 'solid',
      },
      path: 'Nouveau point en deuxième année\u00a0: deux heures par mois sur la boutique fictive du CFA.',
      months: 0,
      dispenses: ['U1'],
    },
    readings: everyText,
  },
  'maxime-girard': {
    admission: { ...usual, opco: ['accepted', '2025-08-19'] },
    placement: {
      on: '2025-09-23',
      prior: 'BTS Tourisme obtenu en 2021, trois ans de guichet dans une agence de voyages.',
      diagnostic: {
        writing: 'solid',
        english: 'solid',
        figures: 'fragile',
        economy: 'fragile',
        digital: 'fragile',
        'client-contact': 'solid',
        'own-organisation': 'fragile',
      },
      path: 'Parcours en deux ans. Le temps de français va à la gestion commerciale.',
      months: 0,
      dispenses: ['U1'],
      signedOn: '2025-09-24',
    },
    arrangement: {
      needed: 'yes',
      told: 'Un tiers de temps en plus aux devoirs et à l’examen. Sujets imprimés en grands caractères.',
    },
    readings: everyText,
    again: '2026-09-04',
    surveys: [
      {
        on: '2026-02-16',
        by: 'master',
        survey: 'during',
        answers: {
          ...{ 'work-fits': 3, 'listened-to': 4, pace: 2, 'centre-informs': 3, progress: 3 },
        },
      },
    ],
    dispenses: [
      {
        on: '2026-10-06',
        unit: 'U1',
        diploma: 'other-bts',
        told: 'BTS Tourisme, académie de Lyon, session 2021.',
        givenOn: '2026-10-13',
      },
      {
        on: '2026-10-06',
        unit: 'U3',
        diploma: 'other-bts',
        passed: 'economics-law-management',
        told: 'BTS Tourisme, unité de gestion.',
        returned: { on: '2026-10-13', reason: 'Apportez le relevé de notes avec les unités.' },
      },
    ],
  },
  'chloe-faure': {
    admission: {
      parcoursup: ['not-needed', '2025-11-24'],
      file: ['done', '2025-11-27'],
      meeting: ['done', '2025-12-03'],
      workshops: ['done', '2025-12-10'],
      contract: ['done', '2025-12-17'],
      opco: ['accepted', '2026-01-14'],
    },
    placement: {
      on: '2026-01-06',
      prior: 'Un semestre de licence d’anglais, vente de fleurs le week-end depuis deux ans.',
      diagnostic: {
        writing: 'solid',
        english: 'solid',
        figures: 'to-build',
        economy: 'to-build',
        digital: 'fragile',
        'client-contact': 'solid',
        'own-organisation': 'fragile',
      },
      path: 'Entrée en janvier. Le premier trimestre d’économie se rattrape le mercredi après-midi.',
      months: -4,
      signedOn: '2026-01-08',
    },
    arrangement: { needed: 'no' },
    readings: everyText,
    again: '2026-09-09',
  },
  'theo-blanc': {
    admission: {
      parcoursup: ['not-needed', '2026-10-05'],
      file: ['done', '2026-10-12'],
      meeting: ['done', '2026-10-15'],
      workshops: ['not-needed', '2026-10-15'],
      contract: ['done', '2026-10-27'],
    },
    placement: {
      on: '2026-11-05',
      prior: 'Première année de BTS MCO, un job d’été dans un magasin de cycles.',
      diagnostic: {
        writing: 'solid',
        english: 'fragile',
        figures: 'solid',
        economy: 'solid',
        digital: 'to-build',
        'client-contact': 'fragile',
        'own-organisation': 'fragile',
      },
      path: 'Parcours raccourci après une première année. Remise à niveau en digital jusqu’à Noël.',
      months: -14,
      signedOn: '2026-11-09',
    },
    readings: ['health-and-safety', 'centre-rules'],
  },
}
