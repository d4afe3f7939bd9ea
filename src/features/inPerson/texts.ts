import { ofPerson } from '#features/parts/personName.ts'

const fr = {
  title: (owner: string) => `Signé en votre nom sur l’appareil ${ofPerson(owner)}`,
  what: (name: string, apprentice: string) => `${name}, livret ${ofPerson(apprentice)}.`,
  read: 'Lire ce qui est signé',
  mine: 'C’est bien moi',
  notMine: 'Ce n’est pas moi',
  more: 'Votre réponse va dans les notes de liaison.',
  // The note that everybody reads
  noteMine: (name: string, owner: string) =>
    `J’ai bien signé, sur l’appareil ${ofPerson(owner)}\u00a0: ${name}.`,
  noteNotMine: (name: string, owner: string) =>
    `Je n’ai pas signé, sur l’appareil ${ofPerson(owner)}\u00a0: ${name}.`,
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
