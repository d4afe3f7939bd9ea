import { problem } from '#server/problem.ts'

export const tooLarge = (): Response =>
  problem(413, 'too-large', 'Cet envoi est trop lourd. Envoyez-le en plusieurs fois.')
export const notOurProtocol = (): Response =>
  problem(422, 'not-our-protocol', 'Cet envoi n’est pas lisible. Mettez Livret à jour.')
/** Only a pull says so; `minApp`: the oldest version that may. */
export const appTooOld = (minApp: string): Response =>
  problem(
    426,
    'app-too-old',
    'Cette version de Livret est trop ancienne pour recevoir. Mettez Livret à jour.',
    { minApp },
  )
export const unknownDevice = (): Response =>
  problem(403, 'unknown-device', 'Livret ne connaît pas cet appareil. Reconnectez-vous.')
