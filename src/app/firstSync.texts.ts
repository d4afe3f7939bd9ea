const fr = {
  title: 'Livret',
  asking: {
    title: 'Nous préparons votre livret sur cet appareil.',
    lead: 'Cela prend quelques secondes, une seule fois.',
  },
  offline: {
    title: 'Votre livret n’est pas encore sur cet appareil.',
    lead: 'Le CFA ne répond pas. Votre livret arrivera tout seul avec le réseau.',
  },
  none: {
    title: 'Aucun livret ne vous est ouvert.',
    lead: 'Appelez le CFA si vous en attendiez un.',
  },
  begin: {
    title: (centre: string) => `${centre}\u00a0: ses livrets s’ouvrent ici.`,
    lead: 'Depuis un fichier, ou apprenti par apprenti.',
    open: 'Ouvrir des livrets',
  },
}

export const texts = {
  fr,
  tu: async () => (await import('./firstSync.texts.tu.ts')).tu(fr),
  en: async () => (await import('./firstSync.texts.en.ts')).en,
}
