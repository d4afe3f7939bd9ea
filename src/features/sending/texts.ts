const fr = {
  title: 'Vos envois',
  signedOutLead: 'Vos mots sont gardés sur cet appareil. Reconnectez-vous pour qu’ils partent.',
  reconnect: 'Se reconnecter',
  offlineLead: 'Vous pouvez continuer. Tout partira au retour du réseau.',
  allSent: 'Tout ce que vous avez écrit est bien arrivé.',
  waitingTitle: 'En attente',
  waitingLead: (count: number) =>
    count === 1
      ? 'Un élément attend le réseau. Il partira tout seul.'
      : `${count} éléments attendent le réseau. Ils partiront tout seuls.`,
  photos: (count: number) => (count === 1 ? 'Une photo' : `${count} photos`),
  refusedTitle: 'À regarder',
  refusedLead: 'Le serveur les a gardés, mais ne les a pas pris en compte.',
  sendNow: 'Envoyer maintenant',
  lastSent: (when: string) => `Dernier envoi\u00a0: ${when}.`,
  version: (version: string) => `Version ${version}`,
  problem: 'L’envoi ne passe pas. Vos mots sont gardés ici, nous réessayons.',
  kinds: {
    entry: 'Semaine',
    visit: 'Visite',
    interview: 'Entretien',
    section: 'Partie d’entretien',
    note: 'Note',
  } as Record<string, string>,
  acts: {
    patch: 'texte',
    submit: 'envoi',
    withdraw: 'reprise',
    return: 'renvoi à corriger',
    publish: 'envoi',
    freeze: 'passage aux signatures',
    sign: 'signature',
    amend: 'correction',
    resolve: 'choix d’un texte',
    discard: 'suppression',
  } as Record<string, string>,
  codes: {
    'not-allowed': 'Vous n’aviez plus le droit de le faire.',
    'wrong-state': 'Le document avait changé entre-temps.',
    'unknown-version': 'Le texte signé n’est pas connu du serveur.',
    'bad-signature': 'La signature n’a pas pu être vérifiée.',
    'files-missing': 'Les photos ne sont pas encore arrivées. La signature partira avec elles.',
    invalid: 'Une valeur n’est pas possible, comme une date.',
    unreadable: 'Le serveur n’a pas su le lire. Le CFA va regarder.',
    failed: 'Le serveur n’a pas pu le traiter. Le CFA va regarder.',
    revoked: 'Vous ne suivez plus ce livret. Vos mots sont gardés ici.',
    other: 'Le serveur l’a refusé. Appelez le CFA.',
  } as Record<string, string>,
  signedOut: 'À reconnecter',
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
