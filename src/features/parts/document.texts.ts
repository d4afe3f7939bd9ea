const fr = {
  kinds: {
    entry: 'Semaine',
    visit: 'Visite',
    interview: 'Entretien',
    section: 'Partie d’entretien',
    note: 'Note',
  } as Readonly<Record<string, string>>,
  interviewTypes: {
    tripartite: 'Entretien tripartite',
    formative: 'Entretien formatif',
    regulation: 'Entretien de régulation',
    review: 'Entretien de bilan',
  },
  unknownKind: 'Envoi inconnu',
  week: (number: number) => `Semaine\u00a0${number}`,
  of: (kind: string, day: string) => `${kind} du ${day}`,
  acts: {
    patch: 'texte',
    submit: 'envoi',
    withdraw: 'reprise',
    return: 'renvoi à corriger',
    publish: 'envoi',
    freeze: 'passage aux signatures',
    sign: 'signature',
    amend: 'correction',
    resolve: 'choix d’un texte',
    discard: 'suppression',
  } as Readonly<Record<string, string>>,
}

export const texts = {
  fr,
  en: async () => (await import('./document.texts.en.ts')).en,
}
