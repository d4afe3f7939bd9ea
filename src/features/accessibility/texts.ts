const fr = {
  title: 'Accessibilité\u00a0: non conforme',
  lead: 'Non conforme veut dire ici\u00a0: aucun audit ne l’a encore montré.',
  state: 'Où nous en sommes',
  stateText:
    'Livret vise les règles RGAA\u00a04.1.2 et WCAG\u00a02.2, niveau AA. Aucun audit extérieur n’a encore eu lieu\u00a0: nous ne pouvons pas nous dire conformes.',
  tried: 'Ce qui est vérifié à chaque changement',
  triedItems: [
    'Chaque écran, par un outil de contrôle, sur téléphone et ordinateur, en clair et en sombre.',
    'Chaque geste, au clavier seul.',
    'Le texte agrandi deux fois, ou espacé.',
    'Un écran large de 320\u00a0pixels.',
    'Le contraste de toutes les couleurs.',
  ],
  missing: 'Ce qui manque',
  missingItems: [
    'Des essais avec des personnes qui utilisent un lecteur d’écran.',
    'Un audit complet des critères du RGAA.',
    'Les photos n’ont pas de description écrite par leur auteur.',
    'Un mémo vocal n’a de transcription que si son auteur l’écrit.',
  ],
  help: 'Quelque chose vous bloque\u202f?',
  helpText:
    'Dites-le au CFA, qui vous donnera le même contenu autrement. Chaque CFA a un référent handicap.',
  rights: 'Sans réponse, vous pouvez saisir le Défenseur des droits, gratuitement.',
  rightsLink: 'Défenseur des droits\u00a0: écrire',
  date: 'Page écrite le 25\u00a0novembre 2026.',
  back: 'Revenir à l’accueil',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async (): Promise<typeof fr> => (await import('./texts.en.ts')).en,
}
