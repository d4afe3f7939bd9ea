import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  you: 'toi',
  dueMissing: 'Donne une date.',
  outcomeHint: 'Laisse vide tant que c’est à faire.',
  notYours: 'Cet objectif n’est pas à toi.',
})
