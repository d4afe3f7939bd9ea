import { expect, test, title, type Page } from './support/journey.ts'

/** What a browser may speak with. */
interface Voice {
  readonly lang: string
  /** Made on the device itself, not by a service of the network. */
  readonly localService: boolean
}

test('« Écouter » is there where the device has a voice of its own, and reads what is on the screen', async ({
  deviceOf,
}) => {
  const { page } = await deviceOf('Inès Haddad')
  const listen = page.getByRole('button', { name: /^Écouter/u })
  await expect(page.getByRole('button', { name: 'Écrire' })).toBeVisible()
  await expect(listen).toHaveCount(0)

  await test.step('voices of the network, or of another language, are none', async () => {
    await giveVoices(page, [
      { lang: 'fr-FR', localService: false },
      { lang: 'en-GB', localService: true },
    ])
    await expect(listen).toHaveCount(0)
  })

  await test.step('how to write a week', async () => {
    await giveVoices(page, [{ lang: 'fr_FR', localService: true }])
    await listen.click()
    const said = await saidOn(page)
    expect(said[0]).toBe('Touchez les tâches que vous avez faites.')
    expect(said).toHaveLength(5)
  })

  await test.step('what somebody wrote, to the last word', async () => {
    await page.getByRole('link', { name: 'Notes', exact: true }).click()
    await expect(title(page)).toHaveText('Notes de liaison')
    await listen.first().click()
    const said = (await saidOn(page)).join(' ')
    expect(said.length).toBeGreaterThan(20)
    await expect(page.getByRole('main')).toContainText(said)
  })
})

/**
 * Gives this page voices, as a browser does that finds them late. A browser for tests has none, and
 * takes none but its own: the list and the field for one stand in for it, all else is the browser’s.
 */
const giveVoices = (page: Page, voices: readonly Voice[]) => page.evaluate(standIn, voices)

type Listened = typeof globalThis & { said?: string[] }

/** Runs in the page. */
function standIn(voices: readonly Voice[]): void {
  const here = globalThis as Listened
  Object.defineProperty(speechSynthesis, 'getVoices', { configurable: true, value: () => voices })
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {
    configurable: true,
    set: () => undefined,
  })
  if (!here.said) {
    const speak = speechSynthesis.speak.bind(speechSynthesis)
    speechSynthesis.speak = (utterance) => {
      here.said?.push(utterance.text)
      speak(utterance)
    }
  }
  here.said = []
  speechSynthesis.dispatchEvent(new Event('voiceschanged'))
}

/** What was given to the browser to be read since somebody asked last. */
const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as Listened).said?.splice(0) ?? [])
