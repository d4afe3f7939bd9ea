import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  notInstalled: 'Rien n’a été installé. Tu peux continuer ici.',
  inApp: 'Tu lis Livret à l’intérieur d’une autre application',
  inAppLead: 'Ce que tu y écris peut se perdre. Ouvre Livret dans ton navigateur.',
  copied: 'L’adresse est copiée. Colle-la dans ton navigateur.',
  offer: 'Garde Livret sous la main',
  steps: {
    shareBelow: 'Touche «\u00a0Partager\u00a0», en bas de l’écran.',
    shareAbove: 'Touche «\u00a0Partager\u00a0», en haut à droite.',
    shareBeside: 'Touche «\u00a0Partager\u00a0», à côté de l’adresse.',
    shareInMenu: 'Touche «\u00a0Partager\u00a0» dans le menu.',
    dotsBelow: 'Touche les trois points, en bas à droite.',
    dotsAbove: 'Touche les trois points, en haut à droite.',
    homeScreen: 'Fais défiler, puis touche «\u00a0Sur l’écran d’accueil\u00a0».',
    add: 'Touche «\u00a0Ajouter\u00a0», en haut à droite.',
    installInMenu: 'Touche «\u00a0Installer\u00a0» ou «\u00a0Ajouter à l’écran d’accueil\u00a0».',
    inAppMenu: 'Touche les trois points, ou «\u00a0Partager\u00a0».',
    openOutside: 'Touche «\u00a0Ouvrir dans le navigateur\u00a0».',
    macDock: 'Dans le menu Fichier, choisis «\u00a0Ajouter au Dock\u00a0».',
    desktopBar:
      'Cherche l’icône d’installation dans la barre d’adresse. Sans elle, Livret marche ici.',
  },
})
