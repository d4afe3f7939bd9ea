import { inTu } from '#ui/inTu.ts'
import type { texts } from './survey.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  none: 'Cette enquête n’attend pas ta réponse.',
  readers: 'Seul le responsable pédagogique du CFA lit tes réponses.',
  answerMissing: 'Choisis une réponse.',
  told: 'Une phrase, si tu veux',
  sent: 'Tes réponses sont envoyées.',
})
