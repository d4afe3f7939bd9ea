import { ofPerson } from '#features/parts/personName.ts'
import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  own: 'Ce sont tes mots. Ils iront dans le livret, comme s’ils partaient d’ici.',
  others: (name) => `Le CFA gardera ces envois ${ofPerson(name)}. Tu décideras ensuite de chacun.`,
  keepFile: 'Garde le fichier jusqu’à ce que tout soit arrivé.',
  bad: {
    'too-large': 'Ce fichier est trop lourd pour être lu ici. Garde-le, et appelle le CFA.',
    'not-read': 'Cet appareil n’a pas pu lire le fichier. Essaie encore une fois.',
    newer: 'Ce fichier vient d’un Livret plus récent. Mets Livret à jour, puis réessaie.',
  },
  problems: {
    offline: 'Il faut le réseau pour envoyer. Le fichier reste lisible, réessaie plus tard.',
    'signed-out': 'Reconnecte-toi, puis envoie encore une fois.',
    'not-yours': 'Ce livret n’est pas à toi. Son responsable pédagogique peut l’envoyer.',
    other: 'Le serveur ne l’a pas pris. Garde le fichier, et réessaie.',
  },
})
