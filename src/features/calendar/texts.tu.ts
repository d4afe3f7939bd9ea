import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  noneMore: 'Demande-le à ton formateur référent.',
  fileDone: 'Le fichier est dans tes téléchargements.',
})
