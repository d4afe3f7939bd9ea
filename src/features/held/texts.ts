import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'
import type { Role } from '#domain/kind.ts'

const fr = {
  title: 'À trancher',
  titleOf: (n: number) => `À trancher (${n})`,
  waiting: (n: number) =>
    n > 1 ? `${n}\u00a0envois attendent votre décision` : 'Un envoi attend votre décision',
  lead: (name: string) =>
    `Livret ${ofPerson(name)}. Ces envois sont gardés, mais pas encore pris en compte.`,
  final: 'Votre décision est définitive. La personne la verra sur son appareil.',
  back: 'Vos apprentis',
  loading: 'Lecture de ce qui attend…',
  none: 'Il n’y a rien à trancher.',
  noneMore: 'Tout ce qui est arrivé dans ce livret a été traité.',
  notYours: 'Vous n’avez rien à trancher dans ce livret.',
  notYoursMore: 'Seul le responsable pédagogique décide ici.',
  offline: 'Il faut le réseau',
  offlineMore: 'Ces envois sont au CFA. Ils s’afficheront au retour du réseau.',
  broken: 'Le serveur n’a pas répondu',
  brokenMore: 'Rien n’est perdu. Réessayez dans un moment.',
  retry: 'Réessayer',
  more: (n: number) => `Et ${n}\u00a0autre${plural(n)} ensuite.`,
  what: (thing: string, act: string) => `${thing}\u00a0: ${act}`,
  from: (name: string, role: string) => (role === '' ? name : `${name}, ${role}`),
  via: (name: string) => `sur l’appareil ${ofPerson(name)}`,
  written: 'Écrit',
  unknownTime: 'On ne sait pas quand',
  received: 'Arrivé',
  why: 'Pourquoi ici',
  noWords: 'Cet envoi ne contient pas de texte.',
  open: 'Voir le document',
  take: 'Prendre en compte',
  refuse: 'Ne pas prendre en compte',
  takeLabel: (what: string, name: string) => `Prendre en compte\u00a0: ${what}, ${name}`,
  refuseLabel: (what: string, name: string) => `Ne pas prendre en compte\u00a0: ${what}, ${name}`,
  reason: 'Pourquoi\u202f?',
  reasonHint: 'La personne lira ces mots.',
  close: 'Fermer',
  roles: {
    apprentice: 'en apprentissage',
    master: 'maître d’apprentissage',
    trainer: 'formateur référent',
    coordinator: 'responsable pédagogique',
    guardian: 'représentant légal',
    auditor: 'auditeur',
  } satisfies Record<Role, string>,
  codes: {
    unreadable: 'Livret n’a pas su le lire. Il vient peut-être d’une version plus récente.',
    failed: 'Livret n’a pas réussi à le traiter.',
    late: 'Il est arrivé après le dernier jour de cette personne dans le livret.',
  } as Readonly<Record<string, string>>,
  otherCode: 'Livret l’a mis de côté.',
  outcomes: {
    applied: 'C’est pris en compte.',
    refused: 'Ce n’est pas pris en compte. La personne lira votre raison.',
    merged: 'C’est gardé dans le livret, à côté de ce qui a changé depuis.',
    rejected: 'Le livret a changé depuis\u00a0: ce n’était plus possible. La personne le saura.',
    'bad-signature': 'La signature n’est pas valable. Elle ne compte pas.',
    'not-allowed': 'Cette personne n’avait pas le droit de le faire. Cela ne compte pas.',
  },
  problems: {
    offline: 'Il faut le réseau pour trancher. Rien n’est perdu, réessayez plus tard.',
    'still-held': 'Livret ne sait toujours pas le traiter. Il reste ici, rien n’est perdu.',
    'files-missing': 'Il manque encore des photos. Réessayez quand elles seront arrivées.',
    'already-settled': 'Quelqu’un l’a déjà tranché.',
    'not-found': 'Cet envoi n’attend plus de décision.',
    'no-reason': 'Écrivez pourquoi, en quelques mots.',
    'too-long': 'Cette raison est trop longue. Raccourcissez-la.',
    other: 'Le serveur n’a pas réussi. Réessayez dans un moment.',
  },
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
