const NBSP = '\u00a0'

/** Of who comes in and who leaves: the coordinator alone says so. */
const fr = {
  add: 'Faire entrer quelqu’un',
  lead: 'Un changement de maître se fait en deux temps\u00a0: un dernier jour, puis une entrée.',
  name: 'Prénom et nom',
  email: 'Adresse mail',
  emailHint: 'La personne entre avec cette adresse.',
  role: 'Rôle',
  from: 'Premier jour',
  until: 'Dernier jour (facultatif)',
  mails: 'Mails',
  invite: 'Prévenir la personne par mail',
  inviteHint: 'Sans mail, elle peut entrer quand même avec son adresse.',
  enter: 'Faire entrer',
  close: 'Fermer',
  entered: (name: string) => `${name} est dans le livret.`,
  enteredFrom: (name: string, day: string) => `${name} entre dans le livret le ${day}.`,
  uninvited: 'Le mail n’est pas encore parti\u00a0: dites-lui d’entrer avec son adresse.',
  lastDay: 'Dernier jour',
  lastDayOf: (name: string, role: string) => `Dernier jour${NBSP}: ${name}, ${role}`,
  lastDayMeans: 'La personne lit et écrit jusqu’à ce jour compris, puis plus rien.',
  lastDayOwn: 'C’est vous\u00a0: après ce jour, ce livret quitte vos appareils.',
  setEnd: 'Noter ce dernier jour',
  noEnd: 'Enlever le dernier jour',
  ended: (name: string, day: string) => `Dernier jour noté pour ${name}${NBSP}: ${day}.`,
  endless: (name: string) => `${name} n’a plus de dernier jour.`,
  problems: {
    empty: 'Il manque quelque chose ici.',
    'not-an-address': 'Écrivez l’adresse en entier, comme prenom.nom@exemple.fr.',
    'no-role': 'Choisissez un rôle.',
    'no-day': 'Écrivez une date.',
    'ends-before-it-starts': 'Ce jour vient avant le premier jour.',
  },
  refused: {
    offline: 'Il faut le réseau. Ce que vous avez écrit reste ici, réessayez plus tard.',
    'signed-out': 'Reconnectez-vous, puis recommencez.',
    'not-found': 'Vous n’êtes plus responsable pédagogique de ce livret.',
    'already-member': 'Cette personne est déjà dans ce livret à ces dates.',
    'too-many-tries': 'Trop d’essais d’affilée. Réessayez dans une heure.',
    'taken-address': 'Cette adresse ne peut pas être prise. Il en faut une autre.',
    'not-an-address': 'Cette adresse n’est pas entière.',
    'same-person': 'C’est l’adresse de l’apprenti. Il en faut une autre.',
    'last-coordinator':
      'C’est le seul responsable pédagogique\u00a0: faites d’abord entrer le suivant.',
    'ends-before-it-starts': 'Ce jour vient avant le premier jour.',
  } as Readonly<Record<string, string>>,
  other: 'Le serveur n’a rien changé. Réessayez dans un moment.',
}

export const texts = {
  fr,
  en: async () => (await import('./change.texts.en.ts')).en,
}
