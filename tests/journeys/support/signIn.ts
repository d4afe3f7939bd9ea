import { expect, type Page } from './journey.ts'

/** On the page of signing in: asks for a code by mail. */
export async function askForCode(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Votre adresse mail' }).fill(address)
  await page.getByRole('button', { name: 'Recevoir un code' }).click()
  await expect(page.getByRole('status')).toContainText(`Le code est parti à ${address}`)
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Code de six chiffres' }).fill(code)
  await page.getByRole('button', { name: 'Ouvrir mon livret' }).click()
}

/** The newest code on the demo’s page of mails, which leads back to where it is typed. */
export async function readCode(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Voir les mails de la démonstration' }).click()
  const mail = page.getByText('Votre code pour entrer dans Livret').first()
  const code = /\d{6}/u.exec(await mail.innerText())?.[0] ?? ''
  await page.getByRole('link', { name: 'Taper le code' }).click()
  return code
}
