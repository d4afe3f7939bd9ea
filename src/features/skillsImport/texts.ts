import type { OwnWords } from '#features/parts/CsvProblems.tsx'
import type { SkillProblemName } from '#programmes/skillsCsv.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'
const count = (n: number) => `${n}${NBSP}compétence${plural(n)}`

const fr = {
  title: 'Importer des compétences',
  back: 'Formation',
  lead: 'Elles remplacent celles de la formation, dans tous ses livrets.',
  how: 'Partez du fichier actuel. Changez-le dans un tableur, puis choisissez-le ici.',
  download: 'Télécharger le fichier actuel',
  downloaded: 'Le fichier est dans vos téléchargements.',
  choose: 'Choisir un fichier CSV',
  chooseOther: 'Choisir un autre fichier',
  columns: 'Les colonnes du fichier',
  columnsMore: 'Une ligne par compétence. Les critères se séparent par une barre verticale.',
  column: (name: string, needed: boolean) => (needed ? name : `${name} (facultatif)`),
  imported: (day: string) => `Dernier import${NBSP}: ${day}.`,
  neverImported: 'Ce sont encore les compétences du référentiel.',
  unknown: 'Cette formation n’est pas dans l’application.',
  loading: 'Lecture de la formation…',
  notYours: 'Seul le responsable pédagogique importe des compétences.',
  file: (name: string) => `Fichier${NBSP}: ${name}`,
  unreadable: 'Ce fichier n’est pas un texte. Enregistrez-le au format CSV.',
  tooLarge: 'Ce fichier est trop lourd pour une liste de compétences.',
  problems: {
    'empty-file': 'Le fichier ne contient aucune compétence.',
    'too-many-rows': 'Il y a plus de 500 lignes.',
    'not-a-code': 'Ce n’est pas un code. Écrivez B1 pour un bloc, B1.C1 pour une compétence.',
    'unknown-block': 'La formation n’a pas ce bloc.',
    'too-long': 'Ce nom est trop long pour un téléphone (40 signes au plus).',
    'code-twice': 'Ce code est déjà plus haut.',
    'other-title': 'Le même code a un autre titre plus haut.',
    'other-block': 'Ce code ne commence pas par celui de son bloc.',
    'other-group': 'Ce code ne commence pas par celui de son groupe.',
  } satisfies OwnWords<SkillProblemName>,
  changesTitle: 'Ce qui change',
  nothing: 'Ce fichier dit ce que la formation dit déjà.',
  kept: (n: number) => (n === 0 ? 'Aucune ne reste telle quelle.' : `${count(n)} sans changement.`),
  added: (n: number) => `${count(n)} en plus`,
  reworded: (n: number) => `${count(n)} avec d’autres mots`,
  gone: (n: number) => `${count(n)} en moins`,
  goneMore: 'Ce qui en a été écrit reste, sous leur ancien nom.',
  was: (before: string) => `Avant${NBSP}: ${before}`,
  otherWords: 'Le libellé ou les critères changent.',
  import: 'Importer',
  again: 'Importer encore une fois',
  done: 'Les compétences sont importées',
  doneMore: 'Chaque livret les reçoit à sa prochaine mise à jour.',
  refused: {
    offline: 'Il faut le réseau pour importer. Le fichier reste choisi, réessayez plus tard.',
    'signed-out': 'Reconnectez-vous, puis importez encore une fois.',
    'not-found': 'Vous n’êtes pas responsable pédagogique de cette formation.',
    'not-skills': 'Le serveur a refusé ce fichier. Mettez Livret à jour, puis réessayez.',
    other: 'Le serveur n’a pas importé ce fichier. Réessayez dans un moment.',
  },
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
