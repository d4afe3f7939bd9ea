/* eslint-disable max-lines -- data: one line a fact */
import type { Programme } from './programme.ts'

/**
 * BTS Négociation et digitalisation de la relation client, as Campus Tezenas du Montcel runs it.
 *
 * Labels: arrêté du 19 février 2018. Hours, rhythm, dates: the centre’s programme sheet.
 * Exams: those of an apprentice in a centre that may assess by CCF; the sheet has no optional one.
 * Skills have no official code, and the general blocks no official criteria.
 */
export const btsNdrc: Programme = {
  id: 'bts-ndrc',
  title: 'BTS Négociation et digitalisation de la relation client',
  shortTitle: 'BTS NDRC',
  diplomaCode: '32031212',
  rncp: 'RNCP38368',
  level: 5,
  hours: 1350,
  blocks: [
    {
      code: 'B1',
      title: 'Relation client et négociation-vente',
      unit: 'U4',
      skillGroups: [
        { code: 'B1.C1', label: 'Cibler et prospecter la clientèle' },
        { code: 'B1.C2', label: 'Négocier et accompagner la relation client' },
        { code: 'B1.C3', label: 'Organiser et animer un évènement commercial' },
        { code: 'B1.C4', label: 'Exploiter et mutualiser l’information commerciale' },
      ],
      skills: [
        {
          code: 'B1.C1.1',
          label: 'Analyser un portefeuille clients',
          shortLabel: 'Analyser le fichier clients',
          criteria: [
            'Pertinence de l’analyse du portefeuille clients',
            'Qualification pertinente des prospects',
          ],
        },
        {
          code: 'B1.C1.2',
          label: 'Identifier des cibles de clientèle',
          shortLabel: 'Choisir qui prospecter',
          criteria: ['Cohérence entre le ciblage et la démarche de prospection'],
        },
        {
          code: 'B1.C1.3',
          label: 'Mettre en œuvre et évaluer une démarche de prospection',
          shortLabel: 'Prospecter et mesurer le résultat',
          criteria: ['Efficacité des choix opérés'],
        },
        {
          code: 'B1.C1.4',
          label: 'Développer des réseaux professionnels',
          shortLabel: 'Développer son réseau professionnel',
          criteria: ['Activation pertinente des réseaux professionnels'],
        },
        {
          code: 'B1.C2.1',
          label: 'Négocier et vendre une solution adaptée au client',
          shortLabel: 'Négocier et vendre',
          criteria: [
            'Maîtrise de la relation interpersonnelle',
            'Efficacité de la négociation commerciale',
            'Pertinence de la solution proposée',
          ],
        },
        {
          code: 'B1.C2.2',
          label: 'Créer et maintenir une relation client durable',
          shortLabel: 'Suivre et fidéliser un client',
          criteria: [
            'Personnalisation de la relation client',
            'Qualité du diagnostic et de l’accompagnement client',
            'Respect des engagements',
            'Évolutivité et enrichissement de la relation client',
          ],
        },
        {
          code: 'B1.C3.1',
          label: 'Organiser un évènement commercial',
          shortLabel: 'Organiser un évènement commercial',
          criteria: [
            'Pertinence du choix de l’évènement commercial',
            'Efficacité de l’organisation au regard des contraintes logistiques, financières, commerciales',
          ],
        },
        {
          code: 'B1.C3.2',
          label: 'Animer un évènement commercial',
          shortLabel: 'Animer un évènement commercial',
          criteria: ['Qualité et efficacité de l’animation'],
        },
        {
          code: 'B1.C3.3',
          label: 'Exploiter un évènement commercial',
          shortLabel: 'Faire le bilan d’un évènement',
          criteria: [
            'Précision du bilan quantitatif et qualitatif de l’évènement commercial',
            'Rigueur dans le suivi des contacts et des opportunités d’affaires',
          ],
        },
        {
          code: 'B1.C4.1',
          label: 'Remonter, valoriser et partager l’information commerciale',
          shortLabel: 'Partager l’information commerciale',
          criteria: [
            'Pertinence et qualité des informations collectées',
            'Sélection et hiérarchisation de l’information diffusée',
          ],
        },
        {
          code: 'B1.C4.2',
          label: 'Collaborer à l’interne en vue de développer l’expertise commerciale',
          shortLabel: 'Travailler avec l’équipe commerciale',
          criteria: ['Qualité des analyses commerciales et des propositions'],
        },
      ],
      activities: [
        {
          title: 'Développement de clientèle',
          tasks: [
            {
              code: 'client-portfolio',
              label: 'Gestion de portefeuille clients',
              shortLabel: 'Portefeuille clients',
            },
            {
              code: 'prospection-campaign',
              label: 'Animation d’opérations de prospection',
              shortLabel: 'Prospection',
            },
          ],
        },
        {
          title: 'Négociation, vente et valorisation de la relation client',
          tasks: [
            {
              code: 'client-diagnosis',
              label: 'Élaboration d’un diagnostic client',
              shortLabel: 'Diagnostic client',
            },
            {
              code: 'sale-negotiation',
              label: 'Proposition, négociation et vente d’une offre personnalisée',
              shortLabel: 'Négociation et vente',
            },
            {
              code: 'client-support',
              label: 'Accompagnement du client',
              shortLabel: 'Suivi du client',
            },
          ],
        },
        {
          title: 'Animation de la relation client',
          tasks: [
            { code: 'trade-fair', label: 'Participation à des salons', shortLabel: 'Salon' },
            {
              code: 'commercial-operation',
              label: 'Organisation d’opérations commerciales',
              shortLabel: 'Opération commerciale',
            },
            {
              code: 'sales-space',
              label: 'Animation d’espaces commerciaux',
              shortLabel: 'Espace de vente',
            },
          ],
        },
        {
          title: 'Veille et expertise commerciales',
          tasks: [
            {
              code: 'activity-reporting',
              label: 'Reporting de l’activité commerciale',
              shortLabel: 'Compte rendu d’activité',
            },
            {
              code: 'client-data-qualification',
              label: 'Qualification de Data client',
              shortLabel: 'Qualification de données',
            },
            {
              code: 'performance-diagnosis',
              label: 'Diagnostic en termes de relation client et de performance commerciale',
              shortLabel: 'Bilan de performance',
            },
          ],
        },
      ],
    },
    {
      code: 'B2',
      title: 'Relation client à distance et digitalisation',
      unit: 'U5',
      skillGroups: [
        { code: 'B2.C1', label: 'Maîtriser la relation client omnicanale' },
        { code: 'B2.C2', label: 'Animer la relation client digitale' },
        { code: 'B2.C3', label: 'Développer la relation client en e-commerce' },
      ],
      skills: [
        {
          code: 'B2.C1.1',
          label: 'Créer et entretenir la relation client à distance',
          shortLabel: 'Suivre ses clients à distance',
          criteria: [
            'Utilisation efficace et pertinente des techniques et outils de communication à distance',
            'Qualité d’appropriation du dossier client',
            'Rapidité, agilité et proactivité dans la relation client à distance',
            'Rigueur du reporting dans la data client',
          ],
        },
        {
          code: 'B2.C1.2',
          label: 'Apprécier la performance commerciale à partir d’indicateurs d’activité',
          shortLabel: 'Lire les chiffres de l’activité',
          criteria: ['Évaluation synthétique de la performance commerciale'],
        },
        {
          code: 'B2.C1.3',
          label: 'Encadrer et animer une équipe de téléacteurs',
          shortLabel: 'Animer une équipe au téléphone',
          criteria: [
            'Rigueur dans l’organisation de l’activité de l’équipe',
            'Évaluation de la performance collective et individuelle des téléacteurs',
            'Efficacité dans la mobilisation et la régulation de l’équipe',
          ],
        },
        {
          code: 'B2.C2.1',
          label: 'Produire, publier et assurer la visibilité des contenus digitaux',
          shortLabel: 'Publier en ligne et être visible',
          criteria: [
            'Qualité et pertinence des contenus publiés',
            'Suivi rigoureux et optimisation du référencement',
            'Cohérence entre les techniques, les outils mobilisés, les contenus et les moyens de diffusion',
          ],
        },
        {
          code: 'B2.C2.2',
          label: 'Impulser, entretenir et réguler une dynamique e-relationnelle',
          shortLabel: 'Faire vivre les échanges en ligne',
          criteria: [
            'Rythme adapté d’actualisation des contenus',
            'Suivi des publications et contrôle de l’image',
          ],
        },
        {
          code: 'B2.C3.1',
          label: 'Dynamiser un site de e-commerce',
          shortLabel: 'Dynamiser un site de vente',
          criteria: [
            'Pertinence des choix et des actions menées pour développer les ventes et créer de la valeur',
          ],
        },
        {
          code: 'B2.C3.2',
          label: 'Faciliter et sécuriser la relation commerciale',
          shortLabel: 'Aider et rassurer les clients en ligne',
          criteria: [
            'Qualité de l’assistance et prise en compte des risques et de la réglementation',
          ],
        },
        {
          code: 'B2.C3.3',
          label: 'Diagnostiquer l’activité de e-commerce',
          shortLabel: 'Analyser les ventes en ligne',
          criteria: ['Pertinence des indicateurs utilisés pour l’analyse des résultats'],
        },
      ],
      activities: [
        {
          title: 'Gestion de la relation client à distance',
          tasks: [
            {
              code: 'remote-prospection',
              label: 'Prospection et identification d’opportunités commerciales',
              shortLabel: 'Prospection à distance',
            },
            { code: 'remote-sale', label: 'Vente à distance', shortLabel: 'Vente à distance' },
            {
              code: 'remote-support',
              label: 'Accompagnement, conseil et traitement des demandes clients',
              shortLabel: 'Demandes des clients',
            },
            {
              code: 'client-data-update',
              label: 'Mise à jour des data client',
              shortLabel: 'Mise à jour du fichier',
            },
            {
              code: 'team-supervision',
              label: 'Supervision et animation d’équipes',
              shortLabel: 'Animation d’équipe',
            },
          ],
        },
        {
          title: 'Gestion de la e-relation client',
          tasks: [
            {
              code: 'social-networks',
              label: 'Animation de communautés, de forums et de réseaux sociaux',
              shortLabel: 'Réseaux sociaux',
            },
            {
              code: 'site-content',
              label: 'Animation de site et publication de contenus à caractère commercial',
              shortLabel: 'Contenus du site',
            },
            {
              code: 'exchange-moderation',
              label: 'Suivi, modération et exploitation des échanges',
              shortLabel: 'Avis et commentaires',
            },
            {
              code: 'digital-visibility',
              label: 'Maintien de la visibilité digitale',
              shortLabel: 'Visibilité en ligne',
            },
          ],
        },
        {
          title: 'Gestion de la vente en e-commerce',
          tasks: [
            {
              code: 'online-offer',
              label: 'Valorisation en ligne de l’offre et des promotions commerciales',
              shortLabel: 'Offres en ligne',
            },
            {
              code: 'online-sale-process',
              label: 'Suivi et régulation du processus de vente',
              shortLabel: 'Suivi des ventes en ligne',
            },
            {
              code: 'online-event',
              label: 'Mise en œuvre d’animations commerciales en e-commerce',
              shortLabel: 'Animation e-commerce',
            },
            {
              code: 'site-traffic',
              label: 'Évaluation du trafic et du référencement du site',
              shortLabel: 'Trafic et référencement',
            },
            {
              code: 'online-results',
              label: 'Analyse des résultats des ventes et des opérations de e-commerce',
              shortLabel: 'Résultats e-commerce',
            },
          ],
        },
      ],
    },
    {
      code: 'B3',
      title: 'Relation client et animation de réseaux',
      unit: 'U6',
      skillGroups: [
        { code: 'B3.C1', label: 'Implanter et promouvoir l’offre chez des distributeurs' },
        { code: 'B3.C2', label: 'Développer et piloter un réseau de partenaires' },
        { code: 'B3.C3', label: 'Créer et animer un réseau de vente directe' },
      ],
      skills: [
        {
          code: 'B3.C1.1',
          label: 'Valoriser l’offre sur le lieu de vente',
          shortLabel: 'Mettre en valeur l’offre en magasin',
          criteria: [
            'Rigueur dans le suivi de l’application des accords de référencement',
            'Utilisation pertinente des techniques d’implantation et de valorisation des produits',
          ],
        },
        {
          code: 'B3.C1.2',
          label: 'Développer la présence dans le réseau de distributeurs',
          shortLabel: 'Être présent dans plus de magasins',
          criteria: [
            'Repérage des opportunités de référencement',
            'Qualité du diagnostic (rayon, réseau et zone de prospection)',
            'Pertinence des propositions et des actions pour développer la présence de la marque/produit',
          ],
        },
        {
          code: 'B3.C2.1',
          label: 'Participer au développement d’un réseau de partenaires',
          shortLabel: 'Trouver des partenaires',
          criteria: ['Pertinence de la sélection de partenaires'],
        },
        {
          code: 'B3.C2.2',
          label: 'Mobiliser un réseau de partenaires et évaluer les performances',
          shortLabel: 'Animer et évaluer les partenaires',
          criteria: ['Efficience et rentabilité des actions de dynamisation du réseau'],
        },
        {
          code: 'B3.C3.1',
          label: 'Prospecter, organiser des rencontres et vendre en réunion',
          shortLabel: 'Vendre en réunion à domicile',
          criteria: [
            'Développement du fichier des conseillers',
            'Professionnalisme et efficacité commerciale lors des ventes en réunion',
          ],
        },
        {
          code: 'B3.C3.2',
          label: 'Recruter et former des vendeurs à domicile indépendants',
          shortLabel: 'Recruter et former des vendeurs',
          criteria: ['Pertinence et efficacité des actions de recrutement et de formation'],
        },
        {
          code: 'B3.C3.3',
          label: 'Impulser une dynamique de réseau',
          shortLabel: 'Motiver un réseau de vendeurs',
          criteria: [
            'Cohérence de l’animation réseau avec les orientations commerciales',
            'Respect de la réglementation et de l’éthique',
          ],
        },
      ],
      activities: [
        {
          title: 'Animation de réseaux de distributeurs',
          tasks: [
            {
              code: 'shelf-placement',
              label: 'Négociation de l’implantation de l’offre sur le lieu de vente',
              shortLabel: 'Implantation en magasin',
            },
            {
              code: 'consumption-advice',
              label: 'Conseil en matière d’expérience de consommation',
              shortLabel: 'Conseil de consommation',
            },
            {
              code: 'store-event',
              label: 'Mise en œuvre d’animations',
              shortLabel: 'Animation en magasin',
            },
            {
              code: 'listing-follow-up',
              label: 'Suivi et développement du référencement',
              shortLabel: 'Référencement en magasin',
            },
          ],
        },
        {
          title: 'Animation de réseaux de partenaires',
          tasks: [
            {
              code: 'partner-selection',
              label:
                'Sélection et constitution de réseaux de partenaires, d’apporteurs d’affaires et de prescripteurs',
              shortLabel: 'Recherche de partenaires',
            },
            {
              code: 'partner-network',
              label: 'Animation, stimulation et développement de réseaux',
              shortLabel: 'Animation de partenaires',
            },
            {
              code: 'partner-performance',
              label: 'Évaluation des performances du réseau',
              shortLabel: 'Bilan des partenaires',
            },
          ],
        },
        {
          title: 'Animation de réseaux de vente directe',
          tasks: [
            {
              code: 'home-sale',
              label: 'Animation, vente et conseil à domicile',
              shortLabel: 'Vente à domicile',
            },
            {
              code: 'home-sellers',
              label: 'Développement d’un réseau de conseillers de vente à domicile',
              shortLabel: 'Conseillers à domicile',
            },
          ],
        },
      ],
    },
    {
      code: 'B4',
      title: 'Culture générale et expression',
      unit: 'U1',
      skillGroups: [
        { code: 'B4.C1', label: 'Appréhender et réaliser un message écrit' },
        { code: 'B4.C2', label: 'Communiquer oralement' },
      ],
      skills: [
        {
          code: 'B4.C1.1',
          label: 'Respecter les contraintes de la langue écrite',
          shortLabel: 'Écrire sans faute',
          criteria: [],
        },
        {
          code: 'B4.C1.2',
          label: 'Synthétiser des informations',
          shortLabel: 'Résumer des documents',
          criteria: [],
        },
        {
          code: 'B4.C1.3',
          label:
            'Répondre de façon argumentée à une question posée en relation avec les documents proposés en lecture',
          shortLabel: 'Répondre avec des arguments',
          criteria: [],
        },
        {
          code: 'B4.C2.1',
          label: 'S’adapter à la situation',
          shortLabel: 'S’adapter à l’oral',
          criteria: [],
        },
        {
          code: 'B4.C2.2',
          label: 'Organiser un message oral',
          shortLabel: 'Organiser ce que l’on dit',
          criteria: [],
        },
      ],
      activities: [],
    },
    {
      code: 'B5',
      title: 'Langue vivante étrangère 1 (niveau B2 du CECRL)',
      unit: 'U2',
      skillGroups: [
        { code: 'B5.C1', label: 'Compréhension de documents écrits' },
        { code: 'B5.C2', label: 'Production et interactions orales' },
      ],
      skills: [
        {
          code: 'B5.C1',
          label: 'Compréhension de documents écrits',
          shortLabel: 'Comprendre des textes en anglais',
          criteria: [],
        },
        {
          code: 'B5.C2',
          label: 'Production et interactions orales',
          shortLabel: 'Parler anglais',
          criteria: [],
        },
      ],
      activities: [],
    },
    {
      code: 'B6',
      title: 'Culture économique, juridique et managériale',
      unit: 'U3',
      skillGroups: [
        { code: 'B6.C1', label: 'Analyser des situations auxquelles l’entreprise est confrontée' },
      ],
      skills: [
        {
          code: 'B6.C1.1',
          label: 'Exploiter une base documentaire économique, juridique ou managériale',
          shortLabel: 'Utiliser des documents de CEJM',
          criteria: [],
        },
        {
          code: 'B6.C1.2',
          label:
            'Proposer des solutions argumentées et mobilisant des notions et les méthodologies économiques, juridiques ou managériales',
          shortLabel: 'Proposer des solutions argumentées',
          criteria: [],
        },
        {
          code: 'B6.C1.3',
          label:
            'Établir un diagnostic (ou une partie de diagnostic) préparant une prise de décision stratégique',
          shortLabel: 'Faire un diagnostic pour décider',
          criteria: [],
        },
        {
          code: 'B6.C1.4',
          label: 'Exposer des analyses et des propositions de manière cohérente et argumentée',
          shortLabel: 'Présenter une analyse clairement',
          criteria: [],
        },
      ],
      activities: [],
    },
  ],
  exams: [
    {
      code: 'E1',
      unit: 'U1',
      title: 'Culture générale et expression',
      coefficient: 3,
      assessment: 'final',
      form: 'Écrit, 4\u00a0h',
    },
    {
      code: 'E2',
      unit: 'U2',
      title: 'Communication en langue vivante étrangère 1',
      coefficient: 3,
      assessment: 'final',
      form: 'Oral, 30\u00a0min, après 30\u00a0min de préparation',
    },
    {
      code: 'E3',
      unit: 'U3',
      title: 'Culture économique, juridique et managériale',
      coefficient: 3,
      assessment: 'final',
      form: 'Écrit, 4\u00a0h',
    },
    {
      code: 'E4',
      unit: 'U4',
      title: 'Relation client et négociation-vente',
      coefficient: 5,
      assessment: 'ccf',
      form: 'Oral, deux situations',
    },
    {
      code: 'E5',
      unit: 'U5',
      title: 'Relation client à distance et digitalisation',
      coefficient: 4,
      assessment: 'final',
      form: 'Écrit, 3\u00a0h (coefficient 2), et pratique, 40\u00a0min (coefficient 2)',
    },
    {
      code: 'E6',
      unit: 'U6',
      title: 'Relation client et animation de réseaux',
      coefficient: 3,
      assessment: 'ccf',
      form: 'Oral, deux situations',
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
      closedWeeks: [
        '2025-W52',
        '2026-W01',
        '2026-W30',
        '2026-W31',
        '2026-W32',
        '2026-W33',
        '2026-W52',
        '2026-W53',
      ],
    },
  ],
  rhythm: { centreDays: 2.5, companyDays: 2.5 },
}
