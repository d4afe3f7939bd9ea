const fr = {
  title: 'Moi',
  language: 'Langue',
  languages: { fr: 'Français', en: 'English' },
  address: 'Livret me dit',
  addresses: { vous: 'Vous', tu: 'Tu' },
  letters: 'Raccourcis à une touche',
  lettersHint: 'La touche «\u00a0?\u00a0» en montre la liste.',
  on: 'Actifs',
  off: 'Coupés',
  help: 'Une question\u202f?',
  helpLead: 'Appelez le CFA\u00a0: 04\u00a077\u00a079\u00a014\u00a008.',
  accessibility: 'Accessibilité\u00a0: non conforme',
  devices: 'Mes appareils',
  devicesLoading: 'Nous cherchons vos appareils…',
  devicesOffline: 'Il faut le réseau pour voir vos appareils.',
  thisDevice: 'Cet appareil',
  lastSeen: (when: string) => `Vu le ${when}`,
  stillHeld: (count: number) =>
    count === 1
      ? 'Un élément n’est jamais parti de cet appareil. Ouvrez-y Livret avec du réseau.'
      : `${count} éléments ne sont jamais partis de cet appareil. Ouvrez-y Livret avec du réseau.`,
  lostThere: (count: number) =>
    count === 1
      ? 'Le navigateur y a effacé Livret. Un élément n’était pas parti.'
      : `Le navigateur y a effacé Livret. ${count} éléments n’étaient pas partis.`,
  install: 'Livret sur l’écran d’accueil',
  installLead: 'Comment faire sur cet appareil',
  rescue: 'Ouvrir un fichier de secours',
  rescueLead: 'Il contient ce qu’un autre appareil n’a pas pu envoyer.',
  signOut: 'Fermer mon livret sur cet appareil',
  signOutTitle: 'Fermer le livret',
  close: 'Fermer',
  allSent: 'Tout est envoyé. Votre livret sera effacé de cet appareil, pas du CFA.',
  unsent: (count: number) =>
    count === 1
      ? 'Un élément n’est pas envoyé. Il restera gardé sur cet appareil.'
      : `${count} éléments ne sont pas envoyés. Ils resteront gardés sur cet appareil.`,
  unsentLead: 'Ils partiront quand vous rouvrirez votre livret ici.',
  refusedFiles: (count: number) =>
    count === 1
      ? 'Un fichier n’a pas pu être envoyé. Il restera sur cet appareil.'
      : `${count} fichiers n’ont pas pu être envoyés. Ils resteront sur cet appareil.`,
  seeSending: 'Voir vos envois',
  sendFirst: 'Envoyer d’abord',
  confirm: 'Fermer mon livret',
  demo: 'Démonstration\u00a0: changer de personne',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
