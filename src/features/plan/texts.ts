import type { ObjectiveState } from '#domain/objectives.ts'
import { ofPerson } from '#features/parts/personName.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Plan de travail',
  titleOf: (name: string) => `Plan de travail ${ofPerson(name)}`,
  back: 'Livret',
  home: 'Accueil',
  backToPlan: 'Plan de travail',
  loading: 'Lecture du plan de travail…',
  lead: 'Ce qui est à faire, par qui, et pour quand. Les visites et les entretiens le reprennent.',
  open: 'À faire',
  closed: 'Terminé',
  none: 'Rien à faire pour l’instant.',
  noneMore: 'Un objectif dit quoi, pour quand, et qui s’en charge.',
  drafts: 'Pas encore envoyé',
  untitled: 'Objectif sans titre',
  until: (day: string, who: string) => `Pour le ${day}, par ${who}`,
  you: 'vous',
  roles: {
    apprentice: 'l’apprenti',
    master: 'le maître d’apprentissage',
    trainer: 'le formateur',
  } as Readonly<Record<string, string>>,
  states: {
    open: 'À faire',
    overdue: 'Date passée',
    done: 'Fait',
    reached: 'Atteint',
    partly: 'En partie',
    dropped: 'Abandonné',
  } satisfies Record<ObjectiveState, string>,
  doneBy: (name: string, day: string) => `Fait, dit par ${name} le ${day}`,
  setBy: (name: string) => `Fixé par ${name}`,
  done: 'C’est fait',
  doneLabel: (label: string) => `C’est fait${NBSP}: ${label}`,
  edit: 'Modifier',
  editLabel: (label: string) => `Modifier${NBSP}: ${label}`,
  waits: 'En attente d’envoi',
  add: 'Nouvel objectif',
  // The editor
  newTitle: 'Nouvel objectif',
  editTitle: 'Modifier l’objectif',
  label: 'Quoi',
  labelHint: 'Une chose que l’on peut vérifier. L’entreprise et le CFA la lisent.',
  labelMissing: 'Dites ce qu’il y a à faire.',
  owner: 'Qui',
  ownerMissing: 'Dites qui s’en charge.',
  due: 'Pour le',
  dueMissing: 'Donnez une date.',
  skills: 'Compétences visées',
  skillCount: (n: number) => `Compétences visées (${n})`,
  outcome: 'Comment cela s’est fini',
  outcomeHint: 'Laissez vide tant que c’est à faire.',
  outcomes: { reached: 'Atteint', partly: 'En partie', dropped: 'Abandonné' },
  stillOpen: 'À faire',
  send: 'Envoyer',
  notYours: 'Cet objectif n’est pas à vous.',
  notYoursMore: 'Seule la personne qui l’a fixé peut le modifier.',
  // Beside a visit or interview
  pickedUp: 'Au plan de travail',
  openPlan: 'Ouvrir le plan',
  putOnPlan: 'Mettre au plan de travail',
  putOnPlanLabel: (label: string) => `Mettre au plan de travail${NBSP}: ${label}`,
  planned: 'Au plan de travail',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
