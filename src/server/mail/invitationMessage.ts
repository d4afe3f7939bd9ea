import type { Message } from './mail.ts'

export interface Invitation {
  readonly to: string
  /** Whose logbook it is; others take part in it. */
  readonly isApprentice: boolean
  /** Name of the centre that opened it. */
  readonly centre: string
  /** Where Livret is, or `null`: nobody has said it. */
  readonly publicUrl: string | null
}

/** The mail to whom a logbook lets in for the first time. Holds neither a code nor a secret. */
export function invitationMessage({ to, isApprentice, centre, publicUrl }: Invitation): Message {
  const lines = [
    'Bonjour,',
    isApprentice
      ? `Votre livret d’apprentissage est ouvert. ${centre} vous y attend.`
      : `${centre} a ouvert un livret d’apprentissage. Vous en faites partie.`,
    `Pour entrer, ouvrez Livret${publicUrl === null ? '' : `\u00a0: ${publicUrl}`}`,
    'Tapez-y cette adresse de mail\u00a0: un code arrive ici. Tapez ce code, et vous êtes dans le livret.',
    'Vous ne connaissez pas ce centre\u202f? Ne faites rien, et jetez ce mail.',
  ]
  return {
    to,
    subject: isApprentice
      ? 'Votre livret d’apprentissage est ouvert'
      : 'Un livret d’apprentissage vous est ouvert',
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html><html lang="fr"><body>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`,
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
