import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Aides',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du livret…',
  noCalendar: 'Le CFA n’a pas encore donné le calendrier de cette promotion.',
  noCalendarMore: 'Les nuits et les repas se comptent avec lui.',
  lead: 'Le CFA verse ces aides, et demande à l’OPCO de les financer.',
  confirmed: 'Confirmé par le CFA',
  waiting: 'Attend le CFA',
  declare: 'Déclarer mes nuits et mes repas',
  month: 'Mois',
  days: 'Nuits et repas vraiment pris, par jour présent au CFA',
  night: 'Nuit',
  lunch: 'Déjeuner',
  dinner: 'Dîner',
  noDays: 'Aucun jour présent au CFA ce mois-ci.',
  sum: (nights: number, meals: number, amount: string) =>
    `${nights}${NBSP}nuit${plural(nights)}, ${meals}${NBSP}repas\u00a0: ${amount}.`,
  send: 'Envoyer au CFA',
  sent: 'Votre demande est gardée et partira dès que possible.',
  missing: 'Cochez au moins une nuit ou un repas.',
  equipment: 'Premier équipement',
  what: 'Ce qui a été acheté',
  whatMissing: 'Écrivez ce qui a été acheté.',
  amount: 'Montant payé, en euros',
  amountProblem: 'Écrivez un montant, comme 89,90.',
  paidOn: 'Payé le',
  dayProblem: 'Écrivez une vraie date.',
  licence: 'Permis de conduire',
  licenceClosed: (day: string) =>
    `Cette aide est fermée depuis le ${day}. Une demande d’avant reste ici.`,
  claims: 'Demandes',
  none: 'Aucune demande.',
  stayOf: (month: string) => `Nuits et repas, ${month}`,
  equipmentOf: (what: string) => `Premier équipement\u00a0: ${what}`,
  licenceOf: (day: string) => `Permis de conduire, demandé le ${day}`,
  counted: (nights: number, meals: number) =>
    `${nights}${NBSP}nuit${plural(nights)} et ${meals}${NBSP}repas comptés`,
  leftOut: (count: number) =>
    `${count} hors des jours présents au CFA, ou déjà compté${plural(count)}.`,
  spent: (amount: string) => `Payé\u00a0: ${amount}`,
  refused: 'Cette aide ne s’applique pas à cette date.',
  states: { submitted: 'Attend le CFA', signed: 'Confirmée', draft: 'À corriger' } as Readonly<
    Record<string, string>
  >,
  returned: (reason: string) => `Renvoyée par le CFA\u00a0: ${reason}`,
  confirm: 'Confirmer',
  sendBack: 'Renvoyer',
  reason: 'Pourquoi la renvoyer',
  reasonHint: 'L’apprenti lira cette phrase.',
  reasonMissing: 'Écrivez pourquoi.',
  confirmedBy: (name: string, day: string) => `Confirmée par ${name} le ${day}`,
  takeBack: 'Reprendre',
  source: 'Code du travail, L6332-14 et D6332-83. Employeur privé seulement.',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
