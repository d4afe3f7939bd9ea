const fr = {
  addPhoto: 'Ajouter une photo',
  photoRule: 'Pas de visage, pas de client, pas de plan confidentiel.',
  photoLimit: (max: number) => `${max} photos au plus. Retirez-en une pour la remplacer.`,
  photoNumber: (n: number) => `Photo ${n}`,
  removePhoto: (n: number) => `Retirer la photo ${n}`,
  photoComing: 'La photo se prépare…',
  photoProblems: {
    'not-a-photo': 'Ce fichier n’est pas une photo que nous savons lire. Essayez une image JPEG.',
    'heic-photo':
      'Cet appareil ne lit pas les photos HEIC. Enregistrez-la en JPEG, ou prenez-la ici.',
  },
  // As it happens
  capture: 'Sur le moment',
  takePhoto: 'Photo',
  photoKept: 'La photo est dans votre semaine.',
  memo: 'Vocal',
  recordMemo: 'Enregistrer un mémo vocal',
  memoLimit: (most: number) => `${most} mémos au plus. Retirez-en un pour le remplacer.`,
  memoKept: 'Le mémo est dans votre semaine.',
  memoFull: 'Trois minutes\u00a0: le mémo s’est arrêté. Il est dans votre semaine.',
  note: 'Écrire',
  howToName: 'comment écrire sa semaine',
  howTo:
    'Touchez les tâches que vous avez faites. Racontez votre semaine en une phrase. ' +
    'Dites comment ça s’est passé. Puis envoyez à votre maître d’apprentissage. ' +
    'Une photo, un mot ou un mémo vocal se prend à tout moment, même sans réseau.',
  noteHint: 'Deux mots suffisent. Pour dicter, touchez le micro de votre clavier.',
  moment: (day: string) => (day === '' ? 'Un moment de la semaine' : `Écrit ${day}`),
}

export const texts = {
  fr,
  tu: async () => (await import('./capture.texts.tu.ts')).tu(fr),
  en: async () => (await import('./capture.texts.en.ts')).en,
}
