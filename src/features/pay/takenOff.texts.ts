/** Of what is taken off a pay: contributions, lodging and meals. */
const fr = {
  contributions: 'Cotisations',
  threshold: (concluded: string, amount: string, percent: string) =>
    `Contrat conclu le ${concluded}\u00a0: pas de cotisation salariale jusqu’à ${amount}, soit ${percent} du SMIC.`,
  without: 'Sans cotisation',
  with: 'Avec cotisations',
  withCsg: 'Avec CSG et CRDS',
  estimate: 'C’est la base, pas le net. La mutuelle et la prévoyance restent dues.',
  contributionsSource: 'L6243-2, D6243-5\u202f; Code de la sécurité sociale, L136-1-1.',
  dateMissing: 'Elles dépendent du jour où le contrat a été conclu. Il n’est pas écrit.',
  notKnown: (day: string) => `La règle n’est connue que depuis le ${day}.`,
  mayotte: 'À Mayotte, les cotisations suivent d’autres règles.',
  benefits: 'Logement et repas fournis',
  benefitsRule:
    'L’entreprise retient 75\u00a0% de leur valeur de Sécurité sociale, au plus. Le contrat doit le prévoir.',
  cashAtLeast: (cash: string) => `Dans tous les cas, ${cash} au moins sont versés en argent.`,
  deduction: 'Retenue, au plus',
  cash: 'Versé en argent, au moins',
  benefitsSource: 'D6222-33.',
}

export const texts = {
  fr,
  en: async () => (await import('./takenOff.texts.en.ts')).en,
}
