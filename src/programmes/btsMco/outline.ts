import type { ProgrammeOutline } from '../outline.ts'

/**
 * BTS MCO for a phone: codes, short names. The short names are ours, in plain words, and so are the
 * dates of its cohort until the centre publishes them.
 */
export const outline: ProgrammeOutline = {
  id: 'bts-mco',
  shortTitle: 'BTS MCO',
  blocks: [
    {
      code: 'B1',
      title: 'Développer la relation client et assurer la vente conseil',
      skills: [
        { code: 'B1.C1', shortLabel: 'Suivre l’information du marché' },
        { code: 'B1.C2', shortLabel: 'Mener une étude commerciale' },
        { code: 'B1.C3', shortLabel: 'Vendre en magasin et en ligne' },
        { code: 'B1.C4', shortLabel: 'Suivre et fidéliser les clients' },
      ],
      activities: [
        {
          title: 'Développement de la relation client et vente conseil',
          tasks: [
            { code: 'market-information', shortLabel: 'Information commerciale' },
            { code: 'advised-sale', shortLabel: 'Vente conseil' },
            { code: 'client-follow-up', shortLabel: 'Suivi des clients' },
            { code: 'service-quality', shortLabel: 'Qualité de service' },
            { code: 'client-loyalty', shortLabel: 'Fidélisation' },
            { code: 'new-clients', shortLabel: 'Nouveaux clients' },
          ],
        },
      ],
    },
    {
      code: 'B2',
      title: 'Animer et dynamiser l’offre commerciale',
      skills: [
        { code: 'B2.C1', shortLabel: 'Construire et adapter l’offre' },
        { code: 'B2.C2', shortLabel: 'Organiser l’espace de vente' },
        { code: 'B2.C3', shortLabel: 'Faire vendre l’espace de vente' },
        { code: 'B2.C4', shortLabel: 'Communiquer sur l’offre' },
        { code: 'B2.C5', shortLabel: 'Mesurer l’effet d’une action' },
      ],
      activities: [
        {
          title: 'Animation et dynamisation de l’offre commerciale',
          tasks: [
            { code: 'offer-building', shortLabel: 'Construction de l’offre' },
            { code: 'space-layout', shortLabel: 'Agencement' },
            { code: 'space-upkeep', shortLabel: 'Tenue de l’espace de vente' },
            { code: 'product-display', shortLabel: 'Mise en valeur des produits' },
            { code: 'promotion-event', shortLabel: 'Promotion et animation' },
            { code: 'inside-communication', shortLabel: 'Communication sur place' },
            { code: 'outside-communication', shortLabel: 'Communication externe' },
            { code: 'action-analysis', shortLabel: 'Suivi des actions' },
          ],
        },
      ],
    },
    {
      code: 'B3',
      title: 'Assurer la gestion opérationnelle',
      skills: [
        { code: 'B3.C1', shortLabel: 'Gérer stocks, prix et règlements' },
        { code: 'B3.C2', shortLabel: 'Prévoir et faire un budget' },
        { code: 'B3.C3', shortLabel: 'Analyser les résultats' },
      ],
      activities: [
        {
          title: 'Gestion opérationnelle',
          tasks: [
            { code: 'sales-targets', shortLabel: 'Objectifs de vente' },
            { code: 'supplies', shortLabel: 'Approvisionnements' },
            { code: 'stocks', shortLabel: 'Stocks' },
            { code: 'payments', shortLabel: 'Règlements' },
            { code: 'budgets', shortLabel: 'Budgets' },
            { code: 'risks', shortLabel: 'Risques' },
            { code: 'investments', shortLabel: 'Investissements' },
            { code: 'results-analysis', shortLabel: 'Analyse des résultats' },
            { code: 'reporting', shortLabel: 'Compte rendu' },
          ],
        },
      ],
    },
    {
      code: 'B4',
      title: 'Manager l’équipe commerciale',
      skills: [
        { code: 'B4.C1', shortLabel: 'Organiser le travail de l’équipe' },
        { code: 'B4.C2', shortLabel: 'Aider à recruter' },
        { code: 'B4.C3', shortLabel: 'Animer l’équipe' },
        { code: 'B4.C4', shortLabel: 'Évaluer l’équipe' },
      ],
      activities: [
        {
          title: 'Management de l’équipe commerciale',
          tasks: [
            { code: 'staff-needs', shortLabel: 'Besoins en personnel' },
            { code: 'task-sharing', shortLabel: 'Répartition des tâches' },
            { code: 'rosters', shortLabel: 'Plannings' },
            { code: 'work-organisation', shortLabel: 'Organisation du travail' },
            { code: 'recruitment', shortLabel: 'Recrutement et accueil' },
            { code: 'team-life', shortLabel: 'Animation de l’équipe' },
            { code: 'team-results', shortLabel: 'Résultats de l’équipe' },
            { code: 'team-training', shortLabel: 'Formation de l’équipe' },
          ],
        },
      ],
    },
    {
      code: 'B5',
      title: 'Culture générale et expression',
      skills: [{ code: 'B5.C1', shortLabel: 'Écrire et parler' }],
      activities: [],
    },
    {
      code: 'B6',
      title: 'Langue vivante étrangère 1, à l’écrit',
      skills: [{ code: 'B6.C1', shortLabel: 'Lire et écrire en langue étrangère' }],
      activities: [],
    },
    {
      code: 'B7',
      title: 'Langue vivante étrangère 1, à l’oral',
      skills: [{ code: 'B7.C1', shortLabel: 'Comprendre et parler une langue' }],
      activities: [],
    },
    {
      code: 'B8',
      title: 'Culture économique, juridique et managériale',
      skills: [{ code: 'B8.C1', shortLabel: 'Analyser une situation d’entreprise' }],
      activities: [],
    },
  ],
  cohorts: [
    {
      id: '2026-2028',
      title: 'Promotion 2026-2028',
      start: '2026-09-14',
      end: '2028-06-30',
      years: [
        { start: '2026-09-14', end: '2027-07-09' },
        { start: '2027-08-30', end: '2028-06-30' },
      ],
      companyHalves: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am'],
      closedWeeks: [
        '2026-W38',
        '2026-W52',
        '2026-W53',
        '2027-W07',
        '2027-W28',
        '2027-W29',
        '2027-W30',
        '2027-W31',
        '2027-W32',
        '2027-W51',
        '2027-W52',
      ],
    },
  ],
}
