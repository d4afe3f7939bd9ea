import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  title: (owner) => `Signed in your name on the device of ${owner}`,
  what: (name, apprentice) => `${name}, logbook of ${apprentice}.`,
  read: 'Read what is signed',
  mine: 'It was me',
  notMine: 'It was not me',
  more: 'Your answer goes to the notes.',
  noteMine: (name, owner) => `I did sign, on the device of ${owner}: ${name}.`,
  noteNotMine: (name, owner) => `I did not sign, on the device of ${owner}: ${name}.`,
}
