import type { Story } from '../story.ts'

export const theo: Story = {
  apprentice: { key: 'theo-blanc', name: 'Théo Blanc', email: 'theo.blanc@demo.livret.example' },
  company: {
    name: 'Forez Mobilités',
    city: 'Saint-Étienne',
    activity: 'Vélos électriques : vente et location longue durée aux entreprises',
  },
  masters: [
    {
      person: {
        key: 'nathalie-brun',
        name: 'Nathalie Brun',
        email: 'nathalie.brun@demo.livret.example',
      },
      from: '2026-11-02',
      until: null,
    },
  ],
  trainer: 'benali',
  contract: { start: '2026-11-02', end: '2027-08-31' },
  about:
    'Vient de commencer, avec un parcours raccourci après une première année de BTS MCO\u00a0: presque tout est encore vide.',
  weeks: [
    {
      week: '2026-W45',
      tasks: ['consumption-advice', 'client-support'],
      skills: ['B1.C2.2'],
      told: 'Arrivée dans l’équipe : l’atelier, les 214 vélos en location et Pipedrive que je ne connaissais pas. Mme Brun m’a donné un plan d’intégration de quatre semaines, et j’ai suivi une livraison chez des architectes.',
      feeling: 'good',
      sentAfter: 1,
      signedAfter: 2,
    },
    {
      week: '2026-W46',
      tasks: ['sales-space', 'consumption-advice'],
      skills: ['B3.C1.1'],
      told: 'Avec ce que j’ai appris en BTS MCO, j’ai revu le showroom : sens de visite, étiquettes de prix, fiche d’essai. Les clients restent plus longtemps devant le vélo cargo, douze essais en deux jours malgré le 11 novembre.',
      feeling: 'good',
      sentAfter: 0,
      signedAfter: 3,
    },
    {
      week: '2026-W47',
      tasks: ['remote-prospection', 'client-data-update'],
      skills: ['B1.C1.3', 'B2.C1.1'],
      told: 'Premiers appels à froid à côté de Yanis : 16 numéros, quatre personnes jointes, aucun rendez-vous. En magasin je suis à l’aise, au téléphone je parle trop vite ; j’ai réécouté deux appels pour comprendre.',
      feeling: 'hard',
      sentAfter: 1,
      signedAfter: null,
    },
    {
      week: '2026-W48',
      tasks: ['client-data-qualification'],
      skills: ['B1.C1.2'],
      told: 'Fichier de 30 commerces du centre-ville à qualifier avant vendredi : 12 faits, 5 avec le nom du gérant.',
      feeling: 'mixed',
      sentAfter: null,
      signedAfter: null,
    },
  ],
  visits: [],
  interviews: [
    {
      date: '2026-11-20',
      type: 'tripartite',
      mode: 'on-site',
      place: 'Forez Mobilités, Saint-Étienne',
      // Only the apprentice has written: the two others have not sent their section yet.
      sections: {
        apprentice: {
          progress:
            'J’ai ma place dans l’équipe, le showroom est comme je l’imaginais et je sais présenter trois modèles.',
          difficulties:
            'Le téléphone m’impressionne, et il me manque une année de cours sur la digitalisation.',
          objectives:
            'Prendre mon premier rendez-vous avant Noël et rattraper deux modules d’ici février.',
        },
        master: { progress: '', difficulties: '', objectives: '' },
        trainer: { progress: '', difficulties: '', objectives: '' },
      },
      conclusion: '',
      signedBy: [],
    },
  ],
  notes: [
    {
      on: '2026-11-03',
      by: 'trainer',
      text: 'Bienvenue Théo ! Ton positionnement te dispense d’une partie de la première année ; le planning des modules à suivre est dans ton casier.',
    },
    {
      on: '2026-11-10',
      by: 'master',
      text: 'Théo connaît bien le magasin, cela se voit. Yanis le prend avec lui pour la prospection à partir de la semaine prochaine.',
    },
    {
      on: '2026-11-19',
      by: 'apprentice',
      text: 'Bonjour M. Benali, j’ai envoyé ma partie de l’entretien. Est-ce que je dois aussi raconter mon stage de MCO ?',
    },
  ],
}
