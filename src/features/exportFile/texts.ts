const fr = {
  title: 'Télécharger le livret',
  lead: 'Le livret entier dans un fichier\u00a0: textes, versions, signatures et preuves.',
  about: 'N’importe qui peut vérifier ce fichier, sans réseau et sans nous.',
  fromDevice: 'Télécharger depuis cet appareil',
  fromDeviceHint: 'Marche sans réseau, avec ce que cet appareil connaît.',
  fromServer: 'Télécharger depuis le CFA',
  withFiles: 'Télécharger avec photos et mémos (ZIP)',
  fromServerHint: 'Le fichier complet, avec l’historique entier, photos et mémos si vous voulez.',
  done: 'Le fichier est dans vos téléchargements.',
  notHere: 'Ce livret n’est pas sur cet appareil.',
  back: 'Livret',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
