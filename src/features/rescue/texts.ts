import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'

const fr = {
  title: 'Fichier de secours',
  lead: 'Un fichier de secours contient ce qu’un appareil n’a pas pu envoyer.',
  back: 'Moi',
  choose: 'Ouvrir un fichier',
  chooseOther: 'Ouvrir un autre fichier',
  reading: 'Lecture du fichier…',
  inside: 'Ce qu’il contient',
  from: 'De',
  device: 'Appareil',
  madeAt: 'Enregistré',
  logbook: 'Livret',
  operations: 'Envois',
  photos: 'Photos et mémos',
  of: (name: string) => `Livret ${ofPerson(name)}`,
  said: (book: string) => `${book}\u00a0: `,
  unknownBook: 'Un livret sans nom',
  count: (n: number) => `${n}\u00a0envoi${plural(n)}`,
  strayTitle: 'À recopier à la main',
  strayLead: 'Ces mots n’ont pas pu être rangés. Le CFA ne les recevra pas.',
  empty: 'Ce fichier ne contient aucun envoi.',
  own: 'Ce sont vos mots. Ils iront dans le livret, comme s’ils partaient d’ici.',
  others: (name: string) =>
    `Le CFA gardera ces envois ${ofPerson(name)}. Vous déciderez ensuite de chacun.`,
  send: 'Envoyer au CFA',
  again: 'Envoyer encore une fois',
  noDouble: 'Rien ne peut arriver deux fois, même si l’appareil se remet à envoyer.',
  doneTitle: 'Le CFA a reçu ce fichier',
  counted: (n: number) => `${n}\u00a0envoi${plural(n)} pris en compte.`,
  held: (n: number) =>
    n > 1 ? `${n}\u00a0envois attendent une décision.` : 'Un envoi attend une décision.',
  refused: (n: number) => (n > 1 ? `${n}\u00a0envois refusés.` : 'Un envoi refusé.'),
  known: (n: number) => (n > 1 ? `${n}\u00a0étaient déjà arrivés.` : 'Un était déjà arrivé.'),
  lostPhotos: (n: number) =>
    n > 1 ? `${n}\u00a0fichiers n’ont pas été pris.` : 'Un fichier n’a pas été pris.',
  decide: 'Décider',
  keepFile: 'Gardez le fichier jusqu’à ce que tout soit arrivé.',
  bad: {
    'too-large': 'Ce fichier est trop lourd pour être lu ici. Gardez-le, et appelez le CFA.',
    'not-read': 'Cet appareil n’a pas pu lire le fichier. Essayez encore une fois.',
    'not-a-rescue': 'Ce n’est pas un fichier de secours de Livret, ou il est abîmé.',
    'an-export': 'C’est un livret téléchargé, pas un fichier de secours.',
    newer: 'Ce fichier vient d’un Livret plus récent. Mettez Livret à jour, puis réessayez.',
  },
  problems: {
    offline: 'Il faut le réseau pour envoyer. Le fichier reste lisible, réessayez plus tard.',
    'signed-out': 'Reconnectez-vous, puis envoyez encore une fois.',
    'not-yours': 'Ce livret n’est pas à vous. Son responsable pédagogique peut l’envoyer.',
    'not-sealed': 'Rien ne prouve d’où vient ce fichier. Seule sa personne peut l’envoyer.',
    other: 'Le serveur ne l’a pas pris. Gardez le fichier, et réessayez.',
  },
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
