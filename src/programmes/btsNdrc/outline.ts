import type { ProgrammeOutline } from '../outline.ts'

/**
 * BTS NDRC for a phone: codes, short names and dates. The short names are ours, in plain words;
 * dates are those of the centre’s programme sheet. The official wording is in `official.ts`.
 */
export const outline: ProgrammeOutline = {
  id: 'bts-ndrc',
  shortTitle: 'BTS NDRC',
  blocks: [
    {
      code: 'B1',
      title: 'Relation client et négociation-vente',
      skills: [
        { code: 'B1.C1.1', shortLabel: 'Analyser le fichier clients' },
        { code: 'B1.C1.2', shortLabel: 'Choisir qui prospecter' },
        { code: 'B1.C1.3', shortLabel: 'Prospecter et mesurer le résultat' },
        { code: 'B1.C1.4', shortLabel: 'Développer son réseau professionnel' },
        { code: 'B1.C2.1', shortLabel: 'Négocier et vendre' },
        { code: 'B1.C2.2', shortLabel: 'Suivre et fidéliser un client' },
        { code: 'B1.C3.1', shortLabel: 'Organiser un évènement commercial' },
        { code: 'B1.C3.2', shortLabel: 'Animer un évènement commercial' },
        { code: 'B1.C3.3', shortLabel: 'Faire le bilan d’un évènement' },
        { code: 'B1.C4.1', shortLabel: 'Partager l’information commerciale' },
        { code: 'B1.C4.2', shortLabel: 'Travailler avec l’équipe commerciale' },
      ],
      activities: [
        {
          title: 'Développement de clientèle',
          tasks: [
            { code: 'client-portfolio', shortLabel: 'Portefeuille clients' },
            { code: 'prospection-campaign', shortLabel: 'Prospection' },
          ],
        },
        {
          title: 'Négociation, vente et valorisation de la relation client',
          tasks: [
            { code: 'client-diagnosis', shortLabel: 'Diagnostic client' },
            { code: 'sale-negotiation', shortLabel: 'Négociation et vente' },
            { code: 'client-support', shortLabel: 'Suivi du client' },
          ],
        },
        {
          title: 'Animation de la relation client',
          tasks: [
            { code: 'trade-fair', shortLabel: 'Salon' },
            { code: 'commercial-operation', shortLabel: 'Opération commerciale' },
            { code: 'sales-space', shortLabel: 'Espace de vente' },
          ],
        },
        {
          title: 'Veille et expertise commerciales',
          tasks: [
            { code: 'activity-reporting', shortLabel: 'Compte rendu d’activité' },
            { code: 'client-data-qualification', shortLabel: 'Qualification de données' },
            { code: 'performance-diagnosis', shortLabel: 'Bilan de performance' },
          ],
        },
      ],
    },
    {
      code: 'B2',
      title: 'Relation client à distance et digitalisation',
      skills: [
        { code: 'B2.C1.1', shortLabel: 'Suivre ses clients à distance' },
        { code: 'B2.C1.2', shortLabel: 'Lire les chiffres de l’activité' },
        { code: 'B2.C1.3', shortLabel: 'Animer une équipe au téléphone' },
        { code: 'B2.C2.1', shortLabel: 'Publier en ligne et être visible' },
        { code: 'B2.C2.2', shortLabel: 'Faire vivre les échanges en ligne' },
        { code: 'B2.C3.1', shortLabel: 'Dynamiser un site de vente' },
        { code: 'B2.C3.2', shortLabel: 'Aider et rassurer les clients en ligne' },
        { code: 'B2.C3.3', shortLabel: 'Analyser les ventes en ligne' },
      ],
      activities: [
        {
          title: 'Gestion de la relation client à distance',
          tasks: [
            { code: 'remote-prospection', shortLabel: 'Prospection à distance' },
            { code: 'remote-sale', shortLabel: 'Vente à distance' },
            { code: 'remote-support', shortLabel: 'Demandes des clients' },
            { code: 'client-data-update', shortLabel: 'Mise à jour du fichier' },
            { code: 'team-supervision', shortLabel: 'Animation d’équipe' },
          ],
        },
        {
          title: 'Gestion de la e-relation client',
          tasks: [
            { code: 'social-networks', shortLabel: 'Réseaux sociaux' },
            { code: 'site-content', shortLabel: 'Contenus du site' },
            { code: 'exchange-moderation', shortLabel: 'Avis et commentaires' },
            { code: 'digital-visibility', shortLabel: 'Visibilité en ligne' },
          ],
        },
        {
          title: 'Gestion de la vente en e-commerce',
          tasks: [
            { code: 'online-offer', shortLabel: 'Offres en ligne' },
            { code: 'online-sale-process', shortLabel: 'Suivi des ventes en ligne' },
            { code: 'online-event', shortLabel: 'Animation e-commerce' },
            { code: 'site-traffic', shortLabel: 'Trafic et référencement' },
            { code: 'online-results', shortLabel: 'Résultats e-commerce' },
          ],
        },
      ],
    },
    {
      code: 'B3',
      title: 'Relation client et animation de réseaux',
      skills: [
        { code: 'B3.C1.1', shortLabel: 'Mettre en valeur l’offre en magasin' },
        { code: 'B3.C1.2', shortLabel: 'Être présent dans plus de magasins' },
        { code: 'B3.C2.1', shortLabel: 'Trouver des partenaires' },
        { code: 'B3.C2.2', shortLabel: 'Animer et évaluer les partenaires' },
        { code: 'B3.C3.1', shortLabel: 'Vendre en réunion à domicile' },
        { code: 'B3.C3.2', shortLabel: 'Recruter et former des vendeurs' },
        { code: 'B3.C3.3', shortLabel: 'Motiver un réseau de vendeurs' },
      ],
      activities: [
        {
          title: 'Animation de réseaux de distributeurs',
          tasks: [
            { code: 'shelf-placement', shortLabel: 'Implantation en magasin' },
            { code: 'consumption-advice', shortLabel: 'Conseil de consommation' },
            { code: 'store-event', shortLabel: 'Animation en magasin' },
            { code: 'listing-follow-up', shortLabel: 'Référencement en magasin' },
          ],
        },
        {
          title: 'Animation de réseaux de partenaires',
          tasks: [
            { code: 'partner-selection', shortLabel: 'Recherche de partenaires' },
            { code: 'partner-network', shortLabel: 'Animation de partenaires' },
            { code: 'partner-performance', shortLabel: 'Bilan des partenaires' },
          ],
        },
        {
          title: 'Animation de réseaux de vente directe',
          tasks: [
            { code: 'home-sale', shortLabel: 'Vente à domicile' },
            { code: 'home-sellers', shortLabel: 'Conseillers à domicile' },
          ],
        },
      ],
    },
    {
      code: 'B4',
      title: 'Culture générale et expression',
      skills: [
        { code: 'B4.C1.1', shortLabel: 'Écrire sans faute' },
        { code: 'B4.C1.2', shortLabel: 'Résumer des documents' },
        { code: 'B4.C1.3', shortLabel: 'Répondre avec des arguments' },
        { code: 'B4.C2.1', shortLabel: 'S’adapter à l’oral' },
        { code: 'B4.C2.2', shortLabel: 'Organiser ce que l’on dit' },
      ],
      activities: [],
    },
    {
      code: 'B5',
      title: 'Langue vivante étrangère 1 (niveau B2 du CECRL)',
      skills: [
        { code: 'B5.C1', shortLabel: 'Comprendre des textes en anglais' },
        { code: 'B5.C2', shortLabel: 'Parler anglais' },
      ],
      activities: [],
    },
    {
      code: 'B6',
      title: 'Culture économique, juridique et managériale',
      skills: [
        { code: 'B6.C1.1', shortLabel: 'Utiliser des documents de CEJM' },
        { code: 'B6.C1.2', shortLabel: 'Proposer des solutions argumentées' },
        { code: 'B6.C1.3', shortLabel: 'Faire un diagnostic pour décider' },
        { code: 'B6.C1.4', shortLabel: 'Présenter une analyse clairement' },
      ],
      activities: [],
    },
  ],
  cohorts: [
    {
      id: '2025-2027',
      title: 'Promotion 2025-2027',
      start: '2025-09-22',
      end: '2027-06-30',
      years: [
        { start: '2025-09-22', end: '2026-07-10' },
        { start: '2026-08-31', end: '2027-06-30' },
      ],
      companyHalves: ['wed-pm', 'thu-am', 'thu-pm', 'fri-am', 'fri-pm'],
      closedWeeks: [
        '2025-W39',
        '2025-W52',
        '2026-W01',
        '2026-W09',
        '2026-W29',
        '2026-W30',
        '2026-W31',
        '2026-W32',
        '2026-W33',
        '2026-W52',
        '2026-W53',
      ],
    },
  ],
}
