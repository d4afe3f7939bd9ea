import { funding, practice } from '../campusTezenasPractice.ts'
import type { Sheet } from '../sheet.ts'

/**
 * The centre’s programme sheet of 2025 for the BTS NDRC, in plain words. Its four objectives are the
 * functions of the former BTS NRC (arrêté du 29 juillet 2003): they are kept as a view on the
 * skills of today.
 */
export const sheet: Sheet = {
  ...practice,
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
  enrolmentFrom: '2025-01',
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
  funding: { ...funding, averageCost: 8000 },
}
