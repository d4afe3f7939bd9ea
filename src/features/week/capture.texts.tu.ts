import { inTu } from '#ui/inTu.ts'
import type { texts } from './capture.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  photoLimit: (max) => `${max} photos au plus. Retires-en une pour la remplacer.`,
  photoProblems: {
    'not-a-photo': 'Ce fichier n’est pas une photo que nous savons lire. Essaie une image JPEG.',
    'heic-photo':
      'Cet appareil ne lit pas les photos HEIC. Enregistre-la en JPEG, ou prends-la ici.',
  },
  photoKept: 'La photo est dans ta semaine.',
  memoLimit: (most) => `${most} mémos au plus. Retires-en un pour le remplacer.`,
  memoKept: 'Le mémo est dans ta semaine.',
  memoFull: 'Trois minutes\u00a0: le mémo s’est arrêté. Il est dans ta semaine.',
  howTo:
    'Touche les tâches que tu as faites. Raconte ta semaine en une phrase. ' +
    'Dis comment ça s’est passé. Puis envoie à ton maître d’apprentissage. ' +
    'Une photo, un mot ou un mémo vocal se prend à tout moment, même sans réseau.',
  noteHint: 'Deux mots suffisent. Pour dicter, touche le micro de ton clavier.',
})
