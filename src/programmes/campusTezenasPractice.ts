import type { Policy } from './policy.ts'
import type { Sheet } from './sheet.ts'
import { surveys } from './surveys.ts'

/**
 * Two visits a year: the programme sheet. It names tripartite interviews and no delay; two months
 * are the former law’s, kept as the centre’s policy until it says another. Self-assessment it asks for,
 * and names no scale.
 */
export const policy: Policy = { visitsAYear: 2, firstInterviewMonths: 2, scale: null }

/**
 * How Campus Tezenas du Montcel takes people in, follows and assesses them, in plain words: from the
 * parts of its programme sheet of 2025 that are of no one diploma. A programme whose own sheet says
 * otherwise says it after these; where its sheet is not published, its `toConfirm` says so.
 */
export const practice = {
  admission: [
    { code: 'parcoursup', title: 'S’inscrire sur Parcoursup', type: 'step' },
    { code: 'file', title: 'Compléter le dossier de candidature', type: 'step' },
    {
      code: 'meeting',
      title: 'Participer à la réunion d’information ou à l’entretien sur les prérequis',
      type: 'step',
    },
    {
      code: 'workshops',
      title: 'Suivre les ateliers de recherche d’entreprise, si besoin',
      type: 'option',
    },
    {
      code: 'contract',
      title: 'Signer un contrat d’apprentissage, ou obtenir l’engagement d’un employeur',
      type: 'step',
    },
    { code: 'opco', title: 'Accord de l’OPCO sur le contrat', type: 'decision' },
  ],
  placement:
    'Une évaluation diagnostique et le parcours antérieur peuvent adapter la formation. L’entrée peut se faire en cours d’année. Les parcours s’adaptent aux situations de handicap.',
  // The sheet names a diagnostic and not its themes: they are ours, until the centre says them.
  placementThemes: [
    { code: 'writing', title: 'Écrire et s’exprimer en français' },
    { code: 'english', title: 'Anglais' },
    { code: 'figures', title: 'Calculs et chiffres du commerce' },
    { code: 'economy', title: 'Économie, droit, management' },
    { code: 'digital', title: 'Outils numériques' },
    { code: 'client-contact', title: 'Contact avec les clients' },
    { code: 'own-organisation', title: 'S’organiser entre deux lieux' },
  ],
  surveys,
  contract: { months: 24, extraForDisability: 12, startMonths: { before: 3, after: 3 } },
  methods: [
    'Pédagogie de l’alternance\u00a0: les cours s’appuient sur ce qui est vécu en entreprise.',
    'Mises en situation et simulations, seul ou en groupe.',
    'Exercices pratiques et plateaux techniques.',
    'Projets, travail coopératif, plan de travail et auto-évaluation.',
    'Livret d’apprentissage obligatoire et échanges réguliers avec les maîtres d’apprentissage.',
  ],
  visitsAYear: policy.visitsAYear,
  assessments: [
    { code: 'quiz', title: 'Quiz' },
    { code: 'mcq', title: 'QCM' },
    { code: 'test', title: 'Devoir surveillé' },
    { code: 'personal-work', title: 'Production personnelle' },
    { code: 'exam-training', title: 'Entraînement aux épreuves' },
    { code: 'oral', title: 'Questionnaire oral' },
  ],
  companyAssessment: 'Entretiens tripartites avec le maître d’apprentissage',
  interviews: [
    // Who reads them is ours until the centre says it: the master has a part in the review alone.
    { code: 'formative', title: 'Entretien formatif', masterReads: false },
    { code: 'regulation', title: 'Entretien de régulation', masterReads: false },
    { code: 'review', title: 'Entretien de bilan', masterReads: true },
  ],
} as const satisfies Partial<Sheet>

/** Who pays, whatever the diploma: Code du travail, art. L6211-1 and L6332-14; the same sheet. */
export const funding = {
  tuition: 'Aucun frais de scolarité pour l’apprenti.',
  funder: 'L’OPCO de l’entreprise d’accueil peut prendre en charge la formation.',
} as const
