import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  yours: 'Ta note',
  writeFirst: 'Écris quelques mots d’abord.',
  you: 'Toi',
})
