import { inTu } from '#ui/inTu.ts'
import type { texts } from './alternatives.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  twoWordings: 'Tu as écrit sur deux appareils. Rien n’est perdu.',
})
