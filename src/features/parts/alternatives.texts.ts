const NBSP = '\u00a0'

const fr = {
  otherVersions: (n: number) =>
    n > 1 ? `${n}${NBSP}autres versions gardées` : 'Une autre version gardée',
  twoWordings: 'Vous avez écrit sur deux appareils. Rien n’est perdu.',
  compare: 'Comparer et choisir',
  shownVersion: 'Version affichée',
  otherVersion: 'Autre version',
  emptyText: 'Rien d’écrit',
  ticked: 'Coché',
  unticked: 'Pas coché',
  onePhoto: 'Une photo',
  noPhoto: 'Pas de photo',
  takeOther: 'Prendre l’autre',
  keepShown: 'Garder celle affichée',
  fields: {
    told: 'En une phrase',
    feeling: 'Comment ça s’est passé',
    photos: 'Photo',
    type: 'Type d’entretien',
    date: 'Date',
    mode: 'Sur place ou à distance',
    place: 'Lieu',
    attendees: 'Présents',
    observations: 'Observations',
    actions: 'Ce qui est convenu',
    label: 'À faire',
    due: 'Pour le',
    owner: 'Par qui',
    progress: 'Ce qui avance',
    difficulties: 'Ce qui est difficile',
    objectives: 'Objectifs pour la suite',
    conclusion: 'Conclusion de l’entretien',
    text: 'Note',
  } as Readonly<Record<string, string>>,
  choices: {
    'on-site': 'Sur place',
    remote: 'À distance',
    tripartite: 'Entretien tripartite',
    formative: 'Entretien formatif',
    regulation: 'Entretien de régulation',
    review: 'Entretien de bilan',
    apprentice: 'L’apprenti',
    master: 'Le maître d’apprentissage',
    trainer: 'Le formateur référent',
  } as Readonly<Record<string, string>>,
}

export const texts = {
  fr,
  en: async () => (await import('./alternatives.texts.en.ts')).en,
}
