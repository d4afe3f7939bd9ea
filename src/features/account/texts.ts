const fr = {
  title: 'Moi',
  language: 'Langue',
  languages: { fr: 'Français', en: 'English' },
  help: 'Une question\u202f?',
  helpLead: 'Appelez le CFA\u00a0: 04\u00a077\u00a079\u00a014\u00a008.',
  signOut: 'Fermer mon livret sur cet appareil',
  signOutTitle: 'Fermer le livret',
  close: 'Fermer',
  allSent: 'Tout est envoyé. Votre livret sera effacé de cet appareil, pas du CFA.',
  unsent: (count: number) =>
    count === 1
      ? 'Un élément n’est pas envoyé. Il restera gardé sur cet appareil.'
      : `${count} éléments ne sont pas envoyés. Ils resteront gardés sur cet appareil.`,
  unsentLead: 'Ils partiront quand vous rouvrirez votre livret ici.',
  sendFirst: 'Envoyer d’abord',
  confirm: 'Fermer mon livret',
  demo: 'Démonstration\u00a0: changer de personne',
}

const en: typeof fr = {
  title: 'Me',
  language: 'Language',
  languages: { fr: 'Français', en: 'English' },
  help: 'A question?',
  helpLead: 'Call the centre: +33 4 77 79 14 08.',
  signOut: 'Close my logbook on this device',
  signOutTitle: 'Close the logbook',
  close: 'Close',
  allSent: 'Everything is sent. Your logbook leaves this device, not the centre.',
  unsent: (count) =>
    count === 1
      ? 'One thing is not sent. It stays kept on this device.'
      : `${count} things are not sent. They stay kept on this device.`,
  unsentLead: 'They leave when you open your logbook here again.',
  sendFirst: 'Send first',
  confirm: 'Close my logbook',
  demo: 'Demo: be somebody else',
}

export const texts = { fr, en }
