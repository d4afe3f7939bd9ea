import type { EvidenceLevel } from '#domain/logbookDocument.ts'

const fr = {
  signed: 'Signé',
  onVersion: (version: number, instant: string) =>
    `${instant}, sur la version ${version}. Le texte a changé depuis.`,
  how: 'Comment',
  levels: {
    'device-key': () => 'Avec la clé de son appareil',
    session: () => 'En session ouverte',
    'in-person': (owner: string) => `En personne, sur l’appareil de ${owner}`,
  } satisfies Record<EvidenceLevel, (owner: string) => string>,
  version: 'Version',
  oldVersion: (version: number) => `${version}, remplacée depuis`,
  hash: 'Empreinte du texte',
  receipt: 'Reçu',
  received: (instant: string) => `Reçu par le serveur le ${instant}`,
  notReceived: 'Pas encore envoyé',
  earlierVersions: (n: number) =>
    n > 1 ? `Voir les ${n} versions précédentes` : 'Voir la version précédente',
  versionOf: (number: number, instant: string) => `Version ${number}, ${instant}`,
}

export const texts = {
  fr,
  en: async () => (await import('./stamp.texts.en.ts')).en,
}
