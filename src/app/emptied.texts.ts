const fr = {
  title: 'Le navigateur avait effacé Livret ici',
  lost: (count: number) =>
    count === 1
      ? 'Ce qui était envoyé est de retour. Un élément n’était pas parti\u00a0: il est perdu.'
      : `Ce qui était envoyé est de retour. ${count} éléments n’étaient pas partis\u00a0: ils sont perdus.`,
  since: (when: string) =>
    `Ce qui était envoyé est de retour. Ce que vous avez écrit sans réseau depuis le ${when} est perdu.`,
  advice: 'Ajoutez Livret à l’écran d’accueil\u00a0: le navigateur ne l’effacera plus de lui-même.',
  seen: 'J’ai compris',
}

export const texts = {
  fr,
  tu: async () => (await import('./emptied.texts.tu.ts')).tu(fr),
  en: async () => (await import('./emptied.texts.en.ts')).en,
}
