import type { ExamSession } from '#domain/exams/session.ts'
import type { ExamPiece, ProgrammeExam } from '../programme.ts'

const TEXT = 'Arrêté du 19 février 2018, annexe II'
const CIRCULAR = 'Annexes de la circulaire nationale, session 2025'

/**
 * The exams, for apprentices of a centre that may assess by CCF and of one that may not.
 *
 * E5 is never by CCF. Since session 2025 the second situation of E4 takes 15 minutes, not 20, and
 * that of E6 15, not 25, without a reflective study. The optional language is of the référentiel;
 * the sheet of the centre does not offer it.
 */
export const exams: readonly ProgrammeExam[] = [
  {
    code: 'E1',
    unit: 'U1',
    title: 'Culture générale et expression',
    coefficient: 3,
    professional: false,
    parts: [],
    partTitles: {},
    forms: [
      {
        from: 2020,
        centre: 'any',
        assessment: 'final',
        situations: [{ title: null, mode: 'written', minutes: 240, preparationMinutes: 0 }],
        source: TEXT,
      },
      {
        from: 2026,
        centre: 'any',
        assessment: 'final',
        situations: [{ title: null, mode: 'written', minutes: 180, preparationMinutes: 0 }],
        source: 'Calendrier national des épreuves de BTS, session 2026',
        toConfirm: 'Trois heures au calendrier de 2026. Le texte de 2018 en prévoyait quatre.',
      },
    ],
  },
  {
    code: 'E2',
    unit: 'U2',
    title: 'Communication en langue vivante étrangère 1',
    coefficient: 3,
    professional: false,
    parts: [],
    partTitles: {},
    forms: [
      {
        from: 2020,
        centre: 'any',
        assessment: 'final',
        situations: [{ title: null, mode: 'oral', minutes: 30, preparationMinutes: 30 }],
        source: TEXT,
      },
    ],
  },
  {
    code: 'E3',
    unit: 'U3',
    title: 'Culture économique, juridique et managériale',
    coefficient: 3,
    professional: false,
    parts: [],
    partTitles: {},
    forms: [
      {
        from: 2020,
        centre: 'any',
        assessment: 'final',
        situations: [{ title: null, mode: 'written', minutes: 240, preparationMinutes: 0 }],
        source: TEXT,
      },
    ],
  },
  {
    code: 'E4',
    unit: 'U4',
    title: 'Relation client et négociation-vente',
    coefficient: 5,
    professional: true,
    parts: [],
    partTitles: {},
    forms: [
      {
        from: 2020,
        centre: 'accredited',
        assessment: 'ccf',
        situations: [
          {
            title: 'Ciblage, prospection et information commerciale',
            mode: 'oral',
            minutes: null,
            preparationMinutes: 0,
          },
          { title: 'Simulation', mode: 'oral', minutes: 20, preparationMinutes: 0 },
        ],
        source: TEXT,
      },
      {
        from: 2025,
        centre: 'accredited',
        assessment: 'ccf',
        situations: [
          {
            title: 'Ciblage, prospection et information commerciale',
            mode: 'oral',
            minutes: null,
            preparationMinutes: 0,
          },
          { title: 'Simulation', mode: 'oral', minutes: 15, preparationMinutes: 0 },
        ],
        source: `${CIRCULAR} (V-5)`,
      },
      {
        from: 2020,
        centre: 'other',
        assessment: 'final',
        situations: [{ title: null, mode: 'oral', minutes: 60, preparationMinutes: 40 }],
        source: TEXT,
      },
    ],
  },
  {
    code: 'E5',
    unit: 'U5',
    title: 'Relation client à distance et digitalisation',
    coefficient: 4,
    professional: true,
    parts: [
      { code: 'E5.1', coefficient: 2 },
      { code: 'E5.2', coefficient: 2 },
    ],
    partTitles: { 'E5.1': 'Partie écrite', 'E5.2': 'Partie pratique' },
    forms: [
      {
        from: 2020,
        centre: 'any',
        assessment: 'final',
        situations: [
          { title: 'Partie écrite', mode: 'written', minutes: 180, preparationMinutes: 0 },
          { title: 'Partie pratique', mode: 'practical', minutes: 40, preparationMinutes: 0 },
        ],
        source: TEXT,
      },
    ],
  },
  {
    code: 'E6',
    unit: 'U6',
    title: 'Relation client et animation de réseaux',
    coefficient: 3,
    professional: true,
    parts: [],
    partTitles: {},
    forms: [
      {
        from: 2020,
        centre: 'accredited',
        assessment: 'ccf',
        situations: [
          { title: 'Expérience vécue', mode: 'oral', minutes: 15, preparationMinutes: 0 },
          {
            title: 'Autres expériences et étude réflexive',
            mode: 'oral',
            minutes: 25,
            preparationMinutes: 0,
          },
        ],
        source: TEXT,
      },
      {
        from: 2025,
        centre: 'accredited',
        assessment: 'ccf',
        situations: [
          { title: 'Expérience vécue', mode: 'oral', minutes: 15, preparationMinutes: 0 },
          { title: 'Autres expériences', mode: 'oral', minutes: 15, preparationMinutes: 0 },
        ],
        source: `${CIRCULAR} (VII-3)`,
      },
      {
        from: 2020,
        centre: 'other',
        assessment: 'final',
        situations: [{ title: null, mode: 'oral', minutes: 40, preparationMinutes: 0 }],
        source: TEXT,
      },
    ],
  },
  {
    code: 'EF1',
    unit: 'UF1',
    title: 'Communication en langue vivante étrangère 2 (facultative)',
    coefficient: null,
    professional: false,
    parts: [],
    partTitles: {},
    forms: [
      {
        from: 2020,
        centre: 'any',
        assessment: 'final',
        situations: [{ title: null, mode: 'oral', minutes: 20, preparationMinutes: 20 }],
        source: TEXT,
      },
    ],
  },
]

const certificate = {
  title: 'Copie du contrat, ou attestation de l’employeur',
  from: 2020,
  until: null,
  count: 1,
  distinct: false,
  needsSignature: true,
  ifMissing: 'not-valid',
  natures: {},
  source: TEXT,
} as const

export const pieces: readonly ExamPiece[] = [
  {
    code: 'e4-sheets',
    exam: 'E4',
    title: 'Fiches descriptives d’activité professionnelle',
    from: 2020,
    until: null,
    count: 2,
    distinct: true,
    needsSignature: true,
    ifMissing: 'penalty',
    natures: {
      negotiation: 'Négociation vente et accompagnement de la relation client',
      event: 'Organisation et animation d’un évènement commercial',
    },
    source: TEXT,
  },
  { ...certificate, code: 'e4-certificate', exam: 'E4' },
  {
    code: 'e6-sheets',
    exam: 'E6',
    title: 'Fiches descriptives d’activités réseau',
    from: 2020,
    until: null,
    count: 3,
    distinct: true,
    needsSignature: true,
    ifMissing: 'penalty',
    natures: {
      distributors: 'Réseau de distributeurs',
      partners: 'Réseau de partenaires',
      'direct-sales': 'Réseau de vente directe',
    },
    source: TEXT,
  },
  {
    code: 'e6-study',
    exam: 'E6',
    title: 'Étude réflexive réseau, deux pages',
    from: 2020,
    until: 2024,
    count: 1,
    distinct: false,
    needsSignature: false,
    ifMissing: 'penalty',
    natures: {},
    source: `${TEXT}\u00a0; absente des annexes de la session 2025`,
  },
  { ...certificate, code: 'e6-certificate', exam: 'E6' },
]

export const sessions: readonly ExamSession[] = [
  {
    year: 2026,
    registrationUntil: null,
    convocationFrom: null,
    writtenFrom: '2026-05-18',
    writtenUntil: '2026-05-21',
    resultsOn: null,
    handIn: { E4: null, E6: null },
    written: { E3: '2026-05-18', E1: '2026-05-19' },
    source: 'Calendrier national des épreuves de BTS, session 2026',
  },
  {
    year: 2027,
    registrationUntil: null,
    convocationFrom: null,
    writtenFrom: null,
    writtenUntil: null,
    resultsOn: null,
    handIn: { E4: null, E6: null },
    written: {},
    source: 'Pas encore publié',
  },
]
