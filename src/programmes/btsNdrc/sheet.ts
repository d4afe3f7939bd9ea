import type { Sheet } from '../sheet.ts'
import { surveys } from '../surveys.ts'

/**
 * The centre’s programme sheet of 2025 for the BTS NDRC, in plain words. Its four objectives are the
 * functions of the former BTS NRC (arrêté du 29 juillet 2003): they are kept as a view on the
 * skills of today.
 */
export const sheet: Sheet = {
  objectives: [
    {
      title: 'Vendre et gérer la clientèle',
      detail: 'Créer et développer la clientèle, négocier et vendre, fidéliser.',
      skillGroups: ['B1.C1', 'B1.C2', 'B2.C1'],
    },
    {
      title: 'Produire des informations commerciales',
      detail:
        'Utiliser et gérer l’information commerciale, aider à améliorer le système commercial.',
      skillGroups: ['B1.C4', 'B2.C3'],
    },
    {
      title: 'Organiser et manager l’activité commerciale',
      detail: 'Piloter l’activité, évaluer la performance, aider à organiser l’équipe.',
      skillGroups: ['B2.C1', 'B3.C3', 'B1.C3'],
    },
    {
      title: 'Mettre en œuvre une politique commerciale',
      detail: 'Décliner l’offre, suivre le plan d’actions, faire évoluer la politique commerciale.',
      skillGroups: ['B1.C3', 'B2.C2', 'B2.C3', 'B3.C1', 'B3.C2'],
    },
  ],
  objectivesNote:
    'Ces objectifs sont ceux de l’ancien BTS NRC. Le diplôme évalue les compétences des blocs.',
  hosts:
    'Toute entreprise, association ou administration qui mène une démarche commerciale, quelle que soit sa taille.',
  prerequisites: {
    maxAge: 29,
    entryLevels: [
      'Baccalauréat général',
      'Baccalauréat technologique',
      'Baccalauréat professionnel',
    ],
    qualities: [
      'Motivation pour le métier et pour l’alternance',
      'Autonomie',
      'Responsabilité',
      'Aisance avec les outils numériques',
    ],
  },
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
  enrolmentFrom: '2025-01',
  methods: [
    'Pédagogie de l’alternance\u00a0: les cours s’appuient sur ce qui est vécu en entreprise.',
    'Mises en situation et simulations, seul ou en groupe.',
    'Exercices pratiques et plateaux techniques.',
    'Projets, travail coopératif, plan de travail et auto-évaluation.',
    'Livret d’apprentissage obligatoire et échanges réguliers avec les maîtres d’apprentissage.',
  ],
  visitsAYear: 2,
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
    { code: 'formative', title: 'Entretien formatif' },
    { code: 'regulation', title: 'Entretien de régulation' },
    { code: 'review', title: 'Entretien de bilan' },
  ],
  certifiesBlocks: false,
  // The sheet has E4 and E6 by CCF: only an accredited centre may (Code de l’éducation, art. D643-19).
  accredited: true,
  results: [
    { session: 2024, percent: 86.96 },
    { session: 2023, percent: 92.31 },
    { session: 2022, percent: 75 },
    { session: 2021, percent: 80 },
  ],
  nextStudies: [
    'Bachelor Responsable du développement commercial',
    'Licence professionnelle E-commerce et marketing numérique',
    'Licence professionnelle Manager technico-commercial',
    'Licence professionnelle Commercialisation de produits bancaires',
    'Licence professionnelle Marketing des produits financiers et d’assurance',
  ],
  jobs: [
    'Superviseur',
    'Responsable ou manager d’équipe',
    'Responsable e-commerce',
    'Animateur commercial de communautés web',
    'Responsable ou animateur de réseau',
  ],
  funding: {
    tuition: 'Aucun frais de scolarité pour l’apprenti.',
    funder: 'L’OPCO de l’entreprise d’accueil peut prendre en charge la formation.',
    averageCost: 8000,
  },
}
