import { ofPerson } from '#features/parts/personName.ts'
import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  title: (owner) => `Signé en ton nom sur l’appareil ${ofPerson(owner)}`,
  more: 'Ta réponse va dans les notes de liaison.',
})
