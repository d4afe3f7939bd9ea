const fr = {
  title: 'Livret sur l’écran d’accueil',
  lead: 'Livret s’ouvre alors comme une application. Le navigateur n’efface plus rien de lui-même.',
  install: 'Installer Livret',
  installed: 'Livret est sur l’écran d’accueil de cet appareil.',
  notInstalled: 'Rien n’a été installé. Vous pouvez continuer ici.',
  inApp: 'Vous lisez Livret à l’intérieur d’une autre application',
  inAppLead: 'Ce que vous y écrivez peut se perdre. Ouvrez Livret dans votre navigateur.',
  copy: 'Copier l’adresse',
  copied: 'L’adresse est copiée. Collez-la dans votre navigateur.',
  back: 'Moi',
  offer: 'Gardez Livret sous la main',
  offerLead: 'Une icône sur l’écran d’accueil l’ouvre en un geste, même sans réseau.',
  how: 'Voir comment',
  later: 'Plus tard',
  steps: {
    shareBelow: 'Touchez «\u00a0Partager\u00a0», en bas de l’écran.',
    shareAbove: 'Touchez «\u00a0Partager\u00a0», en haut à droite.',
    shareBeside: 'Touchez «\u00a0Partager\u00a0», à côté de l’adresse.',
    shareInMenu: 'Touchez «\u00a0Partager\u00a0» dans le menu.',
    dotsBelow: 'Touchez les trois points, en bas à droite.',
    dotsAbove: 'Touchez les trois points, en haut à droite.',
    homeScreen: 'Faites défiler, puis touchez «\u00a0Sur l’écran d’accueil\u00a0».',
    add: 'Touchez «\u00a0Ajouter\u00a0», en haut à droite.',
    installInMenu: 'Touchez «\u00a0Installer\u00a0» ou «\u00a0Ajouter à l’écran d’accueil\u00a0».',
    inAppMenu: 'Touchez les trois points, ou «\u00a0Partager\u00a0».',
    openOutside: 'Touchez «\u00a0Ouvrir dans le navigateur\u00a0».',
    macDock: 'Dans le menu Fichier, choisissez «\u00a0Ajouter au Dock\u00a0».',
    desktopBar:
      'Cherchez l’icône d’installation dans la barre d’adresse. Sans elle, Livret marche ici.',
  },
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
