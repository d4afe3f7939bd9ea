import {
  chip,
  expect,
  expectSent,
  readyOffline,
  test,
  title,
  type Page,
} from './support/journey.ts'
import { expectWritten } from './support/inDatabase.ts'
import { startLivret } from './support/livretServer.ts'
import { openMailServer } from './support/mailServer.ts'
import { askForCode, readCode, typeCode } from './support/signIn.ts'

const lea = 'lea.moreau@demo.livret.example'

test('a code by mail opens the livret, a wrong one does not, and nobody learns which addresses exist', async ({
  browser,
  watch,
}) => {
  test.slow()
  const mails = await openMailServer()
  const server = await startLivret({ SMTP_URL: mails.smtpUrl })
  const open = async () => {
    const page = await browser.newPage({ baseURL: server.url })
    watch(page, 'sign-in')
    await page.goto('/connexion')
    return page
  }
  try {
    const page = await open()
    await page.getByRole('button', { name: 'Recevoir un code' }).click()
    await expectWrong(page, 'Votre adresse mail', /en entier/u)

    await askForCode(page, lea)
    const answered = await page.getByRole('status').innerText()
    const right = await mails.codeFor(lea)
    const field = page.getByRole('textbox', { name: 'Code de six chiffres' })
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    await expect(field).toBeFocused()

    await typeCode(page, 'abc')
    await expectWrong(page, 'Code de six chiffres', /Tapez les six chiffres/u)
    await typeCode(page, right === '000000' ? '000001' : '000000')
    await expectWrong(page, 'Code de six chiffres', /Ce code n’est pas le bon/u)

    // While one reads the mail, phones close the app.
    await page.goto('about:blank')
    await page.goto('/connexion')
    await expect(page.getByRole('status')).toContainText(lea)
    // Pasted as a mail shows it, with spaces.
    await typeCode(page, ` ${right.slice(0, 3)} ${right.slice(3)} `)
    await expect(title(page)).toHaveText(/^Ma semaine/u)

    const stranger = await open()
    await askForCode(stranger, 'nobody@demo.livret.example')
    const said = await stranger.getByRole('status').innerText()
    expect(said).toBe(answered.replace(lea, 'nobody@demo.livret.example'))
    await typeCode(stranger, '123456')
    await expectWrong(stranger, 'Code de six chiffres', /Ce code n’est pas le bon/u)
    expect(mails.countFor('nobody@demo.livret.example')).toBe(0)

    // Where mails really leave, nobody reads them in the app.
    expect((await page.request.get('/api/v1/demo/mails')).status()).toBe(404)
    await page.close()
    await stranger.close()
  } finally {
    await server.stop()
    await mails.close()
  }
})

test('without a mail server the demo shows its mails, and only the last code works', async ({
  newDevice,
}) => {
  const { page } = await newDevice()
  await page.goto('/')
  await page.getByRole('link', { name: 'Se connecter par mail' }).click()
  await askForCode(page, 'chloe.faure@demo.livret.example')
  const first = await readCode(page)

  await page.getByRole('button', { name: 'Recevoir un autre code' }).click()
  await expect(page.getByRole('status')).toContainText('Un autre code est parti')
  await typeCode(page, first)
  await expectWrong(page, 'Code de six chiffres', /Ce code n’est pas le bon/u)
  await typeCode(page, await readCode(page))
  await expect(title(page)).toHaveText('Ma semaine 48')
})

test('work that waits when a livret is closed is nobody else’s, and leaves when its author is back', async ({
  deviceOf,
  livret,
}) => {
  const words = 'Écrit sans réseau, avant de prêter le téléphone.'
  const { page, context } = await deviceOf('Chloé Faure')
  await readyOffline(page)
  await livret.kill()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'En une phrase' }).fill(words)
  await expectWritten(page, words)
  await closeLivret(page)
  await expect(page.getByText('Chloé')).toHaveCount(0)

  await livret.start()
  await context.setOffline(false)
  await page.goto('/')
  await page.getByRole('button', { name: /^Maxime Girard/u }).click()
  await expect(title(page)).toHaveText('Ma semaine 48')
  await expect(page.getByText(words)).toHaveCount(0)
  await page.goto('/envoi')
  await expect(page.getByText('En attente', { exact: true })).toHaveCount(0)
  await closeLivret(page)

  await page.getByRole('button', { name: /^Chloé Faure/u }).click()
  await expect(page.getByRole('textbox', { name: 'En une phrase' })).toHaveValue(words)
  await expectSent(page)
})

/** The answer stands with the field, and one can go on typing there. */
async function expectWrong(page: Page, name: string, answer: RegExp): Promise<void> {
  const field = page.getByRole('textbox', { name })
  await expect(field).toHaveAccessibleDescription(answer)
  await expect(field).toBeFocused()
}

async function closeLivret(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Moi' }).click()
  await page.getByRole('button', { name: 'Démonstration : changer de personne' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer mon livret' }).click()
  await expect(chip(page)).toHaveCount(0)
}
