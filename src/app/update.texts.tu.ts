import { inTu } from '#ui/inTu.ts'
import type { texts } from './update.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  updateLead: 'Tes mots sont gardés. La page va se rouvrir.',
})
