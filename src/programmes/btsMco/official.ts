import type { ExamForm, Situation } from '#domain/exams/exam.ts'
import { dispenseNames, economicsDispense, generalDispense } from '../btsDispenses.ts'
import { campusTezenas } from '../campusTezenas.ts'
import { funding, practice } from '../campusTezenasPractice.ts'
import type { OfficialTexts, ProgrammeExam } from '../programme.ts'

const TEXT = 'Arrêté du 8 juillet 2024, annexe IV'
const DISPENSES = 'JO n°\u00a0144 du 23 juin 2019'
const ASK = 'La règle est celle de tous les BTS. Demandez au rectorat.'

const form = (
  centre: ExamForm['centre'],
  assessment: ExamForm['assessment'],
  mode: Situation['mode'],
  minutes: number | null,
  preparationMinutes = 0,
): ExamForm => ({
  from: 2026,
  centre,
  assessment,
  situations: [{ title: null, mode, minutes, preparationMinutes }],
  source: TEXT,
})

const exam = (
  number: number,
  title: string,
  coefficient: number,
  professional: boolean,
  forms: readonly ExamForm[],
): ProgrammeExam => ({
  code: `E${number}`,
  unit: `U${number}`,
  title,
  coefficient,
  professional,
  parts: [],
  partTitles: {},
  forms,
})

const general = (label: string) => ({ label, criteria: [] })

/**
 * BTS Management commercial opérationnel, as far as it could be established: skills, activities and
 * exams. `toConfirm` says what could not. Results and dispenses: programme sheet of the centre, which
 * prints both for all its BTS.
 *
 * Labels: arrêté du 15 octobre 2018 (JO du 7 novembre 2018). Exams: arrêté du 8 juillet 2024.
 */
export const official: OfficialTexts = {
  title: 'BTS Management commercial opérationnel',
  diplomaCode: '32031213',
  rncp: 'RNCP38362',
  level: 5,
  credits: 120,
  certifier: 'Ministère de l’enseignement supérieur et de la recherche',
  text: 'Arrêté du 15 octobre 2018 (JO du 7 novembre 2018), modifié le 8 juillet 2024',
  hours: 1350,
  companyWeeks: null,
  blocks: {
    B1: { unit: 'U5', skillGroups: [] },
    B2: { unit: 'U6', skillGroups: [] },
    B3: { unit: 'U7', skillGroups: [] },
    B4: { unit: 'U8', skillGroups: [] },
    B5: { unit: 'U1', skillGroups: [] },
    B6: { unit: 'U2', skillGroups: [] },
    B7: { unit: 'U3', skillGroups: [] },
    B8: { unit: 'U4', skillGroups: [] },
  },
  skills: {
    'B1.C1': general('Assurer la veille informationnelle'),
    'B1.C2': general('Réaliser et exploiter des études commerciales'),
    'B1.C3': general('Vendre dans un contexte omnicanal'),
    'B1.C4': general('Entretenir la relation client'),
    'B2.C1': general('Élaborer et adapter en continu l’offre de produits et de services'),
    'B2.C2': general('Organiser l’espace commercial'),
    'B2.C3': general('Développer les performances de l’espace commercial'),
    'B2.C4': general('Concevoir et mettre en place la communication commerciale'),
    'B2.C5': general('Évaluer l’action commerciale'),
    'B3.C1': general('Gérer les opérations courantes'),
    'B3.C2': general('Prévoir et budgétiser l’activité'),
    'B3.C3': general('Analyser les performances'),
    'B4.C1': general('Organiser le travail de l’équipe commerciale'),
    'B4.C2': general('Recruter des collaborateurs'),
    'B4.C3': general('Animer l’équipe commerciale'),
    'B4.C4': general('Évaluer les performances de l’équipe commerciale'),
    'B5.C1': general('Culture générale et expression'),
    'B6.C1': general('Compréhension de l’écrit et expression écrite'),
    'B7.C1': general('Compréhension de l’oral, production orale en continu et en interaction'),
    'B8.C1': general('Culture économique, juridique et managériale'),
  },
  tasks: {
    'market-information': 'Collecte, analyse et exploitation de l’information commerciale',
    'advised-sale': 'Vente conseil',
    'client-follow-up': 'Suivi de la relation client',
    'service-quality': 'Suivi de la qualité de services',
    'client-loyalty': 'Fidélisation de la clientèle',
    'new-clients': 'Développement de clientèle',
    'offer-building': 'Élaboration et adaptation continue de l’offre de produits et de services',
    'space-layout': 'Agencement de l’espace commercial',
    'space-upkeep': 'Maintien d’un espace commercial attractif et fonctionnel',
    'product-display': 'Mise en valeur de l’offre de produits et de services',
    'promotion-event': 'Organisation de promotions et d’animations commerciales',
    'inside-communication': 'Communication au sein de l’unité commerciale',
    'outside-communication': 'Communication commerciale externe de l’unité commerciale',
    'action-analysis': 'Analyse et suivi de l’action commerciale',
    'sales-targets': 'Fixation des objectifs commerciaux',
    supplies: 'Gestion des approvisionnements et suivi des achats',
    stocks: 'Gestion des stocks',
    payments: 'Suivi des règlements',
    budgets: 'Élaboration des budgets',
    risks: 'Gestion des risques liés à l’activité commerciale',
    investments: 'Participation aux décisions d’investissement',
    'results-analysis': 'Analyse des performances',
    reporting: 'Mise en œuvre du reporting',
    'staff-needs': 'Évaluation des besoins en personnel',
    'task-sharing': 'Répartition des tâches',
    rosters: 'Réalisation de plannings',
    'work-organisation': 'Organisation du travail',
    recruitment: 'Recrutement et intégration',
    'team-life': 'Animation et valorisation de l’équipe',
    'team-results': 'Évaluation des performances individuelles et collectives de l’équipe',
    'team-training': 'Formation des membres de l’équipe',
  },
  exams: [
    exam(1, 'Culture générale et expression', 3, false, [form('any', 'final', 'written', 180)]),
    exam(2, 'Langue vivante étrangère 1\u00a0: écrit', 1.5, false, [
      form('any', 'final', 'written', 120),
    ]),
    exam(3, 'Langue vivante étrangère 1\u00a0: oral', 1.5, false, [
      form('accredited', 'ccf', 'oral', 20, 20),
      {
        ...form('other', 'final', 'oral', 20, 20),
        source: 'Arrêté du 15 octobre 2018, annexe II c',
        toConfirm: 'Lu dans le texte de 2018 seulement.',
      },
    ]),
    exam(4, 'Culture économique, juridique et managériale', 3, false, [
      form('any', 'final', 'written', 240),
    ]),
    exam(5, 'Développement de la relation client et vente conseil', 3, true, [
      form('accredited', 'ccf', 'oral', null),
      form('other', 'final', 'oral', 30),
    ]),
    exam(6, 'Animation et dynamisation de l’offre commerciale', 3, true, [
      form('accredited', 'ccf', 'oral', null),
      form('other', 'final', 'oral', 30),
    ]),
    exam(7, 'Gestion opérationnelle', 3, true, [form('any', 'final', 'written', 180)]),
    exam(8, 'Management de l’équipe commerciale', 3, true, [
      {
        ...form('accredited', 'ccf', 'oral', null),
        toConfirm: 'La ligne de cette épreuve n’a pas été lue dans le texte de 2024.',
      },
    ]),
  ],
  pieces: [],
  sessions: [],
  dispenses: [
    generalDispense('U1', { source: DISPENSES, toConfirm: ASK }),
    economicsDispense('U4', { source: DISPENSES, toConfirm: ASK }),
  ],
  dispenseNames,
  subjects: [],
  sheet: {
    ...practice,
    objectives: [],
    objectivesNote: null,
    hosts: null,
    // Entry levels, qualities, jobs and further studies: what ONISEP tells of this diploma.
    prerequisites: {
      maxAge: 29,
      entryLevels: [
        'Baccalauréat général',
        'Baccalauréat technologique STMG',
        'Baccalauréat professionnel du commerce et de la vente',
      ],
      qualities: [
        'Goût du contact et du conseil aux clients',
        'Travail en équipe, autonomie, organisation',
        'Aisance avec les outils numériques',
        'Intérêt pour la vie des entreprises',
      ],
    },
    enrolmentFrom: null,
    certifiesBlocks: null,
    accredited: null,
    results: [
      { session: 2024, percent: 86.96 },
      { session: 2023, percent: 70.83 },
      { session: 2022, percent: 76.19 },
      { session: 2021, percent: 86.36 },
    ],
    nextStudies: [
      'Licence professionnelle du domaine commercial',
      'Licence en économie-gestion ou en sciences de gestion, troisième année',
      'École supérieure de commerce ou de gestion, par admission parallèle',
    ],
    jobs: [
      'Vendeur en magasin',
      'Chef de rayon',
      'Commercial sédentaire',
      'Assistant commercial',
      'Responsable de la promotion des ventes',
    ],
    funding: { ...funding, averageCost: null },
  },
  centre: campusTezenas,
  toConfirm: [
    'Les dates et le rythme sont une proposition, en attendant ceux du centre.',
    'Le centre n’a pas encore publié la fiche de cette formation.',
    'Les 1\u00a0350\u00a0heures sont celles d’un autre CFA.',
    'Les critères de performance restent à saisir.',
    'Les tâches de gestion et de management viennent d’une source secondaire.',
    'La première session du nouveau règlement d’examen est à vérifier.',
    'Les compétences des blocs généraux restent à détailler.',
    'L’admission, le suivi et les évaluations sont ceux d’une autre formation du centre.',
    'Les métiers et les poursuites d’études sont ceux que cite l’Onisep.',
    'Les matières, les objectifs et les pièces des dossiers restent à saisir.',
  ],
}
