import { dispenseNames, economicsDispense, generalDispense } from '../btsDispenses.ts'
import { campusTezenas } from '../campusTezenas.ts'
import type { OfficialTexts } from '../programme.ts'
import { exams, pieces, sessions } from './exams.ts'
import { sheet } from './sheet.ts'

const DISPENSES = 'Arrêté du 19 février 2018, annexe II b\u00a0; JO n°\u00a0144 du 23 juin 2019'

/**
 * BTS Négociation et digitalisation de la relation client, in the words of its texts.
 *
 * Labels: arrêté du 19 février 2018. Hours: the centre’s programme sheet. Skills have no official
 * code, and the general blocks no official criteria.
 */
export const official: OfficialTexts = {
  title: 'BTS Négociation et digitalisation de la relation client',
  diplomaCode: '32031212',
  rncp: 'RNCP38368',
  level: 5,
  credits: 120,
  certifier: 'Ministère de l’enseignement supérieur et de la recherche',
  text: 'Arrêté du 19 février 2018 (JO du 6 mars 2018), modifié',
  hours: 1350,
  // Sixteen weeks of those at school; an apprentice shows the contract instead of certificates.
  companyWeeks: 16,
  blocks: {
    B1: {
      unit: 'U4',
      skillGroups: [
        { code: 'B1.C1', label: 'Cibler et prospecter la clientèle' },
        { code: 'B1.C2', label: 'Négocier et accompagner la relation client' },
        { code: 'B1.C3', label: 'Organiser et animer un évènement commercial' },
        { code: 'B1.C4', label: 'Exploiter et mutualiser l’information commerciale' },
      ],
    },
    B2: {
      unit: 'U5',
      skillGroups: [
        { code: 'B2.C1', label: 'Maîtriser la relation client omnicanale' },
        { code: 'B2.C2', label: 'Animer la relation client digitale' },
        { code: 'B2.C3', label: 'Développer la relation client en e-commerce' },
      ],
    },
    B3: {
      unit: 'U6',
      skillGroups: [
        { code: 'B3.C1', label: 'Implanter et promouvoir l’offre chez des distributeurs' },
        { code: 'B3.C2', label: 'Développer et piloter un réseau de partenaires' },
        { code: 'B3.C3', label: 'Créer et animer un réseau de vente directe' },
      ],
    },
    B4: {
      unit: 'U1',
      skillGroups: [
        { code: 'B4.C1', label: 'Appréhender et réaliser un message écrit' },
        { code: 'B4.C2', label: 'Communiquer oralement' },
      ],
    },
    B5: {
      unit: 'U2',
      skillGroups: [
        { code: 'B5.C1', label: 'Compréhension de documents écrits' },
        { code: 'B5.C2', label: 'Production et interactions orales' },
      ],
    },
    B6: {
      unit: 'U3',
      skillGroups: [
        { code: 'B6.C1', label: 'Analyser des situations auxquelles l’entreprise est confrontée' },
      ],
    },
  },
  skills: {
    'B1.C1.1': {
      label: 'Analyser un portefeuille clients',
      criteria: [
        'Pertinence de l’analyse du portefeuille clients',
        'Qualification pertinente des prospects',
      ],
    },
    'B1.C1.2': {
      label: 'Identifier des cibles de clientèle',
      criteria: ['Cohérence entre le ciblage et la démarche de prospection'],
    },
    'B1.C1.3': {
      label: 'Mettre en œuvre et évaluer une démarche de prospection',
      criteria: ['Efficacité des choix opérés'],
    },
    'B1.C1.4': {
      label: 'Développer des réseaux professionnels',
      criteria: ['Activation pertinente des réseaux professionnels'],
    },
    'B1.C2.1': {
      label: 'Négocier et vendre une solution adaptée au client',
      criteria: [
        'Maîtrise de la relation interpersonnelle',
        'Efficacité de la négociation commerciale',
        'Pertinence de la solution proposée',
      ],
    },
    'B1.C2.2': {
      label: 'Créer et maintenir une relation client durable',
      criteria: [
        'Personnalisation de la relation client',
        'Qualité du diagnostic et de l’accompagnement client',
        'Respect des engagements',
        'Évolutivité et enrichissement de la relation client',
      ],
    },
    'B1.C3.1': {
      label: 'Organiser un évènement commercial',
      criteria: [
        'Pertinence du choix de l’évènement commercial',
        'Efficacité de l’organisation au regard des contraintes logistiques, financières, commerciales',
      ],
    },
    'B1.C3.2': {
      label: 'Animer un évènement commercial',
      criteria: ['Qualité et efficacité de l’animation'],
    },
    'B1.C3.3': {
      label: 'Exploiter un évènement commercial',
      criteria: [
        'Précision du bilan quantitatif et qualitatif de l’évènement commercial',
        'Rigueur dans le suivi des contacts et des opportunités d’affaires',
      ],
    },
    'B1.C4.1': {
      label: 'Remonter, valoriser et partager l’information commerciale',
      criteria: [
        'Pertinence et qualité des informations collectées',
        'Sélection et hiérarchisation de l’information diffusée',
      ],
    },
    'B1.C4.2': {
      label: 'Collaborer à l’interne en vue de développer l’expertise commerciale',
      criteria: ['Qualité des analyses commerciales et des propositions'],
    },
    'B2.C1.1': {
      label: 'Créer et entretenir la relation client à distance',
      criteria: [
        'Utilisation efficace et pertinente des techniques et outils de communication à distance',
        'Qualité d’appropriation du dossier client',
        'Rapidité, agilité et proactivité dans la relation client à distance',
        'Rigueur du reporting dans la data client',
      ],
    },
    'B2.C1.2': {
      label: 'Apprécier la performance commerciale à partir d’indicateurs d’activité',
      criteria: ['Évaluation synthétique de la performance commerciale'],
    },
    'B2.C1.3': {
      label: 'Encadrer et animer une équipe de téléacteurs',
      criteria: [
        'Rigueur dans l’organisation de l’activité de l’équipe',
        'Évaluation de la performance collective et individuelle des téléacteurs',
        'Efficacité dans la mobilisation et la régulation de l’équipe',
      ],
    },
    'B2.C2.1': {
      label: 'Produire, publier et assurer la visibilité des contenus digitaux',
      criteria: [
        'Qualité et pertinence des contenus publiés',
        'Suivi rigoureux et optimisation du référencement',
        'Cohérence entre les techniques, les outils mobilisés, les contenus et les moyens de diffusion',
      ],
    },
    'B2.C2.2': {
      label: 'Impulser, entretenir et réguler une dynamique e-relationnelle',
      criteria: [
        'Rythme adapté d’actualisation des contenus',
        'Suivi des publications et contrôle de l’image',
      ],
    },
    'B2.C3.1': {
      label: 'Dynamiser un site de e-commerce',
      criteria: [
        'Pertinence des choix et des actions menées pour développer les ventes et créer de la valeur',
      ],
    },
    'B2.C3.2': {
      label: 'Faciliter et sécuriser la relation commerciale',
      criteria: ['Qualité de l’assistance et prise en compte des risques et de la réglementation'],
    },
    'B2.C3.3': {
      label: 'Diagnostiquer l’activité de e-commerce',
      criteria: ['Pertinence des indicateurs utilisés pour l’analyse des résultats'],
    },
    'B3.C1.1': {
      label: 'Valoriser l’offre sur le lieu de vente',
      criteria: [
        'Rigueur dans le suivi de l’application des accords de référencement',
        'Utilisation pertinente des techniques d’implantation et de valorisation des produits',
      ],
    },
    'B3.C1.2': {
      label: 'Développer la présence dans le réseau de distributeurs',
      criteria: [
        'Repérage des opportunités de référencement',
        'Qualité du diagnostic (rayon, réseau et zone de prospection)',
        'Pertinence des propositions et des actions pour développer la présence de la marque/produit',
      ],
    },
    'B3.C2.1': {
      label: 'Participer au développement d’un réseau de partenaires',
      criteria: ['Pertinence de la sélection de partenaires'],
    },
    'B3.C2.2': {
      label: 'Mobiliser un réseau de partenaires et évaluer les performances',
      criteria: ['Efficience et rentabilité des actions de dynamisation du réseau'],
    },
    'B3.C3.1': {
      label: 'Prospecter, organiser des rencontres et vendre en réunion',
      criteria: [
        'Développement du fichier des conseillers',
        'Professionnalisme et efficacité commerciale lors des ventes en réunion',
      ],
    },
    'B3.C3.2': {
      label: 'Recruter et former des vendeurs à domicile indépendants',
      criteria: ['Pertinence et efficacité des actions de recrutement et de formation'],
    },
    'B3.C3.3': {
      label: 'Impulser une dynamique de réseau',
      criteria: [
        'Cohérence de l’animation réseau avec les orientations commerciales',
        'Respect de la réglementation et de l’éthique',
      ],
    },
    'B4.C1.1': { label: 'Respecter les contraintes de la langue écrite', criteria: [] },
    'B4.C1.2': { label: 'Synthétiser des informations', criteria: [] },
    'B4.C1.3': {
      label:
        'Répondre de façon argumentée à une question posée en relation avec les documents proposés en lecture',
      criteria: [],
    },
    'B4.C2.1': { label: 'S’adapter à la situation', criteria: [] },
    'B4.C2.2': { label: 'Organiser un message oral', criteria: [] },
    'B5.C1': { label: 'Compréhension de documents écrits', criteria: [] },
    'B5.C2': { label: 'Production et interactions orales', criteria: [] },
    'B6.C1.1': {
      label: 'Exploiter une base documentaire économique, juridique ou managériale',
      criteria: [],
    },
    'B6.C1.2': {
      label:
        'Proposer des solutions argumentées et mobilisant des notions et les méthodologies économiques, juridiques ou managériales',
      criteria: [],
    },
    'B6.C1.3': {
      label:
        'Établir un diagnostic (ou une partie de diagnostic) préparant une prise de décision stratégique',
      criteria: [],
    },
    'B6.C1.4': {
      label: 'Exposer des analyses et des propositions de manière cohérente et argumentée',
      criteria: [],
    },
  },
  tasks: {
    'client-portfolio': 'Gestion de portefeuille clients',
    'prospection-campaign': 'Animation d’opérations de prospection',
    'client-diagnosis': 'Élaboration d’un diagnostic client',
    'sale-negotiation': 'Proposition, négociation et vente d’une offre personnalisée',
    'client-support': 'Accompagnement du client',
    'trade-fair': 'Participation à des salons',
    'commercial-operation': 'Organisation d’opérations commerciales',
    'sales-space': 'Animation d’espaces commerciaux',
    'activity-reporting': 'Reporting de l’activité commerciale',
    'client-data-qualification': 'Qualification de Data client',
    'performance-diagnosis':
      'Diagnostic en termes de relation client et de performance commerciale',
    'remote-prospection': 'Prospection et identification d’opportunités commerciales',
    'remote-sale': 'Vente à distance',
    'remote-support': 'Accompagnement, conseil et traitement des demandes clients',
    'client-data-update': 'Mise à jour des data client',
    'team-supervision': 'Supervision et animation d’équipes',
    'social-networks': 'Animation de communautés, de forums et de réseaux sociaux',
    'site-content': 'Animation de site et publication de contenus à caractère commercial',
    'exchange-moderation': 'Suivi, modération et exploitation des échanges',
    'digital-visibility': 'Maintien de la visibilité digitale',
    'online-offer': 'Valorisation en ligne de l’offre et des promotions commerciales',
    'online-sale-process': 'Suivi et régulation du processus de vente',
    'online-event': 'Mise en œuvre d’animations commerciales en e-commerce',
    'site-traffic': 'Évaluation du trafic et du référencement du site',
    'online-results': 'Analyse des résultats des ventes et des opérations de e-commerce',
    'shelf-placement': 'Négociation de l’implantation de l’offre sur le lieu de vente',
    'consumption-advice': 'Conseil en matière d’expérience de consommation',
    'store-event': 'Mise en œuvre d’animations',
    'listing-follow-up': 'Suivi et développement du référencement',
    'partner-selection':
      'Sélection et constitution de réseaux de partenaires, d’apporteurs d’affaires et de prescripteurs',
    'partner-network': 'Animation, stimulation et développement de réseaux',
    'partner-performance': 'Évaluation des performances du réseau',
    'home-sale': 'Animation, vente et conseil à domicile',
    'home-sellers': 'Développement d’un réseau de conseillers de vente à domicile',
  },
  exams,
  pieces,
  sessions,
  dispenses: [
    generalDispense('U1', { source: DISPENSES }),
    generalDispense('U2', {
      source: 'Arrêté du 19 février 2018, annexe II b',
      toConfirm: 'La fiche du centre ne cite pas cette dispense. Demandez au rectorat.',
    }),
    economicsDispense('U3', { source: DISPENSES }),
  ],
  dispenseNames,
  subjects: [
    { code: 'french', title: 'Expression et culture générale', professional: false, exam: 'E1' },
    { code: 'english', title: 'Langues vivantes (anglais)', professional: false, exam: 'E2' },
    {
      code: 'cejm',
      title: 'Culture économique, juridique et managériale',
      professional: false,
      exam: 'E3',
    },
    {
      code: 'negotiation',
      title: 'Relation client et négociation-vente',
      professional: true,
      exam: 'E4',
    },
    {
      code: 'digital',
      title: 'Relation client à distance et digitalisation',
      professional: true,
      exam: 'E5',
    },
    {
      code: 'networks',
      title: 'Relation client et animation de réseaux',
      professional: true,
      exam: 'E6',
    },
    { code: 'workshop', title: 'Atelier de professionnalisation', professional: true, exam: null },
  ],
  sheet,
  centre: campusTezenas,
  toConfirm: [
    'Les dates de la session 2027 ne sont pas encore publiées.',
    'Les jours de la semaine au CFA et les semaines fermées ne sont pas dans la fiche du centre.',
    'Les codes des compétences sont ceux du livret. Le référentiel ne les numérote pas.',
  ],
}
