import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  help: 'Quelque chose te bloque\u202f?',
  helpText:
    'Dis-le au CFA, qui te donnera le même contenu autrement. Chaque CFA a un référent handicap.',
  rights: 'Sans réponse, tu peux saisir le Défenseur des droits, gratuitement.',
})
