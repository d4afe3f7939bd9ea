const fr = {
  title: 'Télécharger le livret',
  lead: 'Le livret entier dans un fichier\u00a0: textes, versions, signatures et preuves.',
  about: 'N’importe qui peut vérifier ce fichier, sans réseau et sans nous.',
  fromDevice: 'Télécharger depuis cet appareil',
  fromDeviceHint: 'Marche sans réseau, avec ce que cet appareil connaît.',
  fromServer: 'Télécharger depuis le CFA',
  fromServerHint: 'Le fichier complet, avec l’historique entier.',
  done: 'Le fichier est dans vos téléchargements.',
  notHere: 'Ce livret n’est pas sur cet appareil.',
  back: 'Livret',
}

const en: typeof fr = {
  title: 'Download the logbook',
  lead: 'The whole logbook in one file: texts, versions, signatures and evidence.',
  about: 'Anybody can check this file, without a network and without us.',
  fromDevice: 'Download from this device',
  fromDeviceHint: 'Works without a network, with what this device knows.',
  fromServer: 'Download from the centre',
  fromServerHint: 'The complete file, with the whole history.',
  done: 'The file is in your downloads.',
  notHere: 'This logbook is not on this device.',
  back: 'Logbook',
}

export const texts = { fr, en }
