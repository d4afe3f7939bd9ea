import { inTu } from '#ui/inTu.ts'
import type { texts } from './noLogbook.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  noneMore: 'Il arrivera avec le réseau, si tu y as accès.',
})
