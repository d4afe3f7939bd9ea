import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  title: 'Tes envois',
  signedOutLead: 'Tes mots sont gardés sur cet appareil. Reconnecte-toi pour qu’ils partent.',
  offlineLead: 'Tu peux continuer. Tout partira au retour du réseau.',
  allSent: 'Tout ce que tu as écrit est bien arrivé.',
  lateLead: (count) =>
    count === 1
      ? 'Un élément attend depuis plus de trois jours. Trouve du réseau, il partira tout seul.'
      : `${count} éléments attendent, certains depuis plus de trois jours. Trouve du réseau.`,
  refusedPhoto: {
    codes: {
      'not-found': 'Tu ne suis plus ce livret.',
      'quota-reached': 'Ce livret a atteint sa limite de photos. Appelle le CFA.',
      'wrong-hash': 'Elle a été abîmée sur cet appareil. Prends-la encore une fois.',
      'not-a-photo': 'Le CFA ne sait pas la lire. Prends-la encore une fois.',
      other: 'Le serveur l’a refusée. Appelle le CFA.',
    },
  },
  refusedMemo: {
    codes: {
      'not-found': 'Tu ne suis plus ce livret.',
      'too-large': 'Il est trop long pour le CFA. Écris plutôt une phrase.',
      'quota-reached': 'Ce livret a atteint sa limite de mémos. Appelle le CFA.',
      'wrong-hash': 'Il a été abîmé sur cet appareil. Enregistre-le encore une fois.',
      'not-a-photo': 'Le CFA ne sait pas le lire. Enregistre-le encore une fois.',
      other: 'Le serveur l’a refusé. Appelle le CFA.',
    },
  },
  stuckLead:
    'Il y a du réseau, mais le CFA ne prend rien. Tes mots sont gardés ici. Essaie maintenant, ou enregistre un fichier de secours.',
  rescueLead:
    'Cet appareil n’arrive plus à envoyer\u202f? Enregistre tout dans un fichier, à remettre au CFA.',
  rescueSaved: 'Le fichier est dans tes téléchargements. Tes mots restent aussi ici.',
  rescueNotSaved: 'Cet appareil n’a pas pu faire le fichier. Réessaie.',
  problem: 'L’envoi ne passe pas. Tes mots sont gardés ici, nous réessayons.',
  outdatedLead:
    'Tes mots partent. Mais cette version ne sait plus lire ce qui arrive. Avec du réseau, ferme Livret et rouvre-le.',
  codes: {
    'not-allowed': 'Tu n’avais plus le droit de le faire.',
    'too-long': 'Un texte était trop long. Raccourcis-le, puis renvoie.',
    'too-many': 'Il y avait trop d’éléments. Retires-en, puis renvoie.',
    late: 'C’est arrivé après ton départ. Le CFA va décider.',
    revoked: 'Tu ne suis plus ce livret. Tes mots sont gardés ici.',
    other: 'Le serveur l’a refusé. Appelle le CFA.',
  },
})
