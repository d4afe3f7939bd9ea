import type { Refusal } from '#domain/decide.ts'

/** All that a server of this version may say of an operation, and that a logbook was taken away. */
type Code =
  | Refusal
  | (
      | 'bad-signature'
      | 'files-missing'
      | 'invalid'
      | 'unreadable'
      | 'failed'
      | 'late'
      | 'not-taken'
      | 'rescued'
    )
  | ('revoked' | 'other')

const fr = {
  title: 'Vos envois',
  signedOutLead: 'Vos mots sont gardés sur cet appareil. Reconnectez-vous pour qu’ils partent.',
  reconnect: 'Se reconnecter',
  offlineLead: 'Vous pouvez continuer. Tout partira au retour du réseau.',
  allSent: 'Tout ce que vous avez écrit est bien arrivé.',
  restSent: 'Tout le reste est bien arrivé.',
  waitingTitle: 'En attente',
  waitingLead: (count: number) =>
    count === 1
      ? 'Un élément attend le réseau. Il partira tout seul.'
      : `${count} éléments attendent le réseau. Ils partiront tout seuls.`,
  keptHere: 'Tout est gardé sur cet appareil, même éteint.',
  stillNone: 'Toujours pas de réseau. Rien n’est perdu.',
  lateLead: (count: number) =>
    count === 1
      ? 'Un élément attend depuis plus de trois jours. Trouvez du réseau, il partira tout seul.'
      : `${count} éléments attendent, certains depuis plus de trois jours. Trouvez du réseau.`,
  home: 'Revenir à l’accueil',
  writtenAt: (when: string) => `Écrit le ${when}`,
  photos: (count: number) => (count === 1 ? 'Une photo' : `${count} photos`),
  andPhotos: (count: number) => (count === 1 ? 'Et une photo.' : `Et ${count} photos.`),
  memos: (count: number) => (count === 1 ? 'Un mémo vocal' : `${count} mémos vocaux`),
  andMemos: (count: number) => (count === 1 ? 'Et un mémo vocal.' : `Et ${count} mémos vocaux.`),
  open: 'Ouvrir',
  fromCentre: 'Réponse du CFA',
  noticed: 'J’ai vu',
  noticedLabel: (name: string) => `J’ai vu\u00a0: ${name}`,
  tryAgain: 'Réessayer',
  photo: 'Photo',
  refusedPhoto: {
    title: 'Cette photo n’a pas pu être envoyée',
    onlyHere: 'Elle n’est que sur cet appareil.',
    save: 'Enregistrer la photo',
    remove: 'Retirer la photo',
    codes: {
      'not-found': 'Vous ne suivez plus ce livret.',
      'too-large': 'Elle est trop lourde pour le CFA.',
      'quota-reached': 'Ce livret a atteint sa limite de photos. Appelez le CFA.',
      'wrong-hash': 'Elle a été abîmée sur cet appareil. Prenez-la encore une fois.',
      'not-a-photo': 'Le CFA ne sait pas la lire. Prenez-la encore une fois.',
      other: 'Le serveur l’a refusée. Appelez le CFA.',
    } as Record<string, string>,
  },
  refusedMemo: {
    title: 'Ce mémo vocal n’a pas pu être envoyé',
    onlyHere: 'Il n’est que sur cet appareil.',
    save: 'Enregistrer le mémo',
    remove: 'Retirer le mémo',
    codes: {
      'not-found': 'Vous ne suivez plus ce livret.',
      'too-large': 'Il est trop long pour le CFA. Écrivez plutôt une phrase.',
      'quota-reached': 'Ce livret a atteint sa limite de mémos. Appelez le CFA.',
      'wrong-hash': 'Il a été abîmé sur cet appareil. Enregistrez-le encore une fois.',
      'not-a-photo': 'Le CFA ne sait pas le lire. Enregistrez-le encore une fois.',
      other: 'Le serveur l’a refusé. Appelez le CFA.',
    } as Record<string, string>,
  },
  refusedTitle: 'À regarder',
  refusedLead: 'Le serveur les a gardés, mais ne les a pas pris en compte.',
  sendNow: 'Envoyer maintenant',
  lastSent: (when: string) => `Dernier envoi\u00a0: ${when}`,
  version: (version: string) => `Version ${version}`,
  stuckTitle: 'Rien ne part depuis un moment',
  stuckLead:
    'Il y a du réseau, mais le CFA ne prend rien. Vos mots sont gardés ici. Essayez maintenant, ou enregistrez un fichier de secours.',
  rescueTitle: 'Fichier de secours',
  rescueLead:
    'Cet appareil n’arrive plus à envoyer\u202f? Enregistrez tout dans un fichier, à remettre au CFA.',
  rescueSave: 'Enregistrer le fichier',
  rescueSaved: 'Le fichier est dans vos téléchargements. Vos mots restent aussi ici.',
  rescueNotSaved: 'Cet appareil n’a pas pu faire le fichier. Réessayez.',
  rescueOpen: 'Ouvrir un fichier',
  problem: 'L’envoi ne passe pas. Vos mots sont gardés ici, nous réessayons.',
  outdatedTitle: 'Livret est à mettre à jour',
  outdatedLead:
    'Vos mots partent. Mais cette version ne sait plus lire ce qui arrive. Avec du réseau, fermez Livret et rouvrez-le.',
  codes: {
    'not-allowed': 'Vous n’aviez plus le droit de le faire.',
    'wrong-state': 'Le document avait changé entre-temps.',
    'no-document': 'Le document n’était pas encore arrivé au serveur.',
    'wrong-identity': 'Ce texte n’est pas à sa place dans ce livret.',
    'no-reason': 'Il manquait la raison du renvoi.',
    'sections-missing': 'Une personne n’avait pas terminé sa partie.',
    incomplete: 'Il manquait quelque chose pour l’envoyer.',
    'too-long': 'Un texte était trop long. Raccourcissez-le, puis renvoyez.',
    'too-many': 'Il y avait trop d’éléments. Retirez-en, puis renvoyez.',
    'unknown-version': 'Le texte signé n’est pas connu du serveur.',
    'bad-signature': 'La signature n’a pas pu être vérifiée.',
    'files-missing': 'Des photos ou mémos ne sont pas arrivés. La signature partira avec eux.',
    invalid: 'Une valeur n’est pas possible, comme une date.',
    unreadable: 'Le serveur n’a pas su le lire. Le CFA va regarder.',
    failed: 'Le serveur n’a pas pu le traiter. Le CFA va regarder.',
    late: 'C’est arrivé après votre départ. Le CFA va décider.',
    rescued: 'Le CFA l’a reçu dans un fichier de secours. Il va décider.',
    'not-taken': 'Le CFA a décidé de ne pas en tenir compte.',
    revoked: 'Vous ne suivez plus ce livret. Vos mots sont gardés ici.',
    other: 'Le serveur l’a refusé. Appelez le CFA.',
  } satisfies Record<Code, string> as Record<string, string>,
  signedOut: 'À reconnecter',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
