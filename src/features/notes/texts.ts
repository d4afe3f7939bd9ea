import { ofPerson } from '#features/parts/personName.ts'

const fr = {
  title: 'Notes de liaison',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du livret…',
  none: 'Aucune note pour l’instant.',
  noneMore: 'Une note dit l’essentiel aux autres, et reste dans le livret.',
  yours: 'Votre note',
  readers: 'Apprenti, maître et CFA la lisent. Elle ne change plus ensuite.',
  writeFirst: 'Écrivez quelques mots d’abord.',
  send: 'Envoyer la note',
  kept: 'Note gardée. Elle partira avec le réseau.',
  you: 'Vous',
  waiting: 'En attente d’envoi',
}

const en: typeof fr = {
  title: 'Notes',
  back: (name) => `Logbook of ${name}`,
  loading: 'Reading the logbook…',
  none: 'No note yet.',
  noneMore: 'A note tells the others what matters, and stays in the logbook.',
  yours: 'Your note',
  readers: 'Apprentice, master and centre read it. It does not change afterwards.',
  writeFirst: 'Write a few words first.',
  send: 'Send the note',
  kept: 'Note kept. It will leave with the network.',
  you: 'You',
  waiting: 'Waiting to be sent',
}

export const texts = { fr, en }
