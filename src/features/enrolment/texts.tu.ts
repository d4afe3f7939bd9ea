import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  stateMissing: 'Choisis une réponse.',
  dateMissing: 'Donne une date.',
})
