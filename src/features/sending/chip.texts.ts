const fr = {
  local: 'Gardé sur cet appareil',
  sent: (time: string) => `Envoyé à ${time}`,
  sentOn: (day: string) => `Envoyé le ${day}`,
  nothingSent: 'Tout est à jour',
  queued: (count: number) => `En attente d’envoi (${count})`,
  // Not « Envoi » : a draft is copied too, and goes to nobody.
  sending: 'Sauvegarde…',
  offline: 'Pas de réseau',
  signedOut: 'À reconnecter',
  outdated: 'À mettre à jour',
  stuck: 'Envoi bloqué',
  refusedChip: 'À regarder',
}

export const texts = {
  fr,
  en: async () => (await import('./chip.texts.en.ts')).en,
}
