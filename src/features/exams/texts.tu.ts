import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  piecesUnknown: 'La liste des pièces de ce diplôme n’est pas encore connue. Demande-la au CFA.',
  natureMissing: 'Choisis une nature.',
  labelMissing: 'Donne un titre.',
  toldHint: 'Tes notes pour la rédiger. Le document officiel se remplit à part.',
  signLead: 'Ta signature dit que cela a été vécu dans l’entreprise.',
  candidacyLead: (year) => `Session ${year}. Laisse vide ce qui n’est pas fait ou pas connu.`,
})
