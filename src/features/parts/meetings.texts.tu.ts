import { inTu } from '#ui/inTu.ts'
import type { texts } from './meetings.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  write: 'Ta partie est à écrire',
})
