/** Of what was before the contract, and what it changes in the pay. */
const fr = {
  title: 'Avant ce contrat',
  company: 'Un apprentissage juste avant\u202f?',
  companies: {
    none: 'Non',
    same: 'Oui, dans la même entreprise',
    other: 'Oui, dans une autre entreprise',
  },
  diploma: 'Le diplôme a-t-il été obtenu\u202f?',
  diplomas: { yes: 'Oui', no: 'Non' },
  due: 'Pourcentage du SMIC dû, dernière année',
  paid: 'Pourcentage du SMIC payé, dernière année',
  percentHint: 'Par exemple 51 ou 67,5.',
  percentProblem: 'Écrivez un pourcentage, de 0 à 500.',
  level: 'Un diplôme de même niveau avant\u202f?',
  levels: { same: 'Oui', other: 'Non' },
  levelHint: 'Si oui, le contrat d’un an au plus gagne 15\u00a0points.',
  link: 'La nouvelle qualification est-elle en rapport direct\u202f?',
  links: { yes: 'Oui', no: 'Non' },
  years: 'Années pour ce diplôme',
  yearsProblem: 'Écrivez un nombre d’années, de 0 à 10.',
  route: 'Comment a-t-il été préparé\u202f?',
  routes: { apprenticeship: 'En apprentissage', school: 'À l’école' },
  prolongs: 'Contrat prolongé après un échec',
  prolongsHint: 'Seulement si l’examen se repasse dans une autre entreprise.',
  prolongedStart: 'Premier jour de ce contrat-là',
  prolongedEnd: 'Dernier jour de ce contrat-là',
  percentShown: (percent: string) => `${percent} du SMIC`,
  guarantees: 'Contrat d’avant',
  guarantee: (paid: boolean, percent: string) =>
    paid ? `Même entreprise, ${percent} payés` : `Autre entreprise, ${percent} dus`,
  guaranteeNothing: 'Sans diplôme, il ne garantit rien pour la rémunération',
  topUp: 'Diplôme d’avant',
  topUpSame: 'De même niveau\u00a0: 15\u00a0points si le contrat dure un an au plus',
  prolongsShown: 'Prolonge le contrat',
}

export const texts = {
  fr,
  en: async () => (await import('./before.texts.en.ts')).en,
}
