import type { Message } from './mail.ts'

/** The mail with a sign-in code. Holds no link: what opens links in mails must not sign in. */
export function codeMessage({ to, code }: { to: string; code: string }): Message {
  const lines = [
    'Bonjour,',
    `Votre code pour entrer dans Livret\u00a0: ${code}`,
    'Il est valable 10\u00a0minutes. Tapez-le dans l’application qui l’a demandé.',
    'Vous n’avez rien demandé\u202f? Ne faites rien\u00a0: sans ce code, personne n’entre.',
  ]
  const paragraphs = lines.map((line) =>
    line.includes(code)
      ? `<p>${line.replace(code, `<strong style="font-size:1.5em;letter-spacing:.1em">${code}</strong>`)}</p>`
      : `<p>${line}</p>`,
  )
  return {
    to,
    subject: `Votre code\u00a0: ${code}`,
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html><html lang="fr"><body>${paragraphs.join('')}</body></html>`,
  }
}
