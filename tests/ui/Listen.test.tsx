import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Listen } from '#ui/Listen.tsx'

/** The part of a browser that reads aloud: jsdom has none. */
class Reader extends EventTarget {
  voices: Partial<SpeechSynthesisVoice>[] = []
  queue: SpeechSynthesisUtterance[] = []
  cut: SpeechSynthesisUtterance[] = []
  getVoices = () => this.voices as SpeechSynthesisVoice[]
  speak = (utterance: SpeechSynthesisUtterance) => void this.queue.push(utterance)
  /** As in browsers, who is cut off hears of it later: see `tell`. */
  cancel = () => void this.cut.push(...this.queue.splice(0))
  tell = () => {
    for (const { onerror } of this.cut.splice(0)) (onerror as (() => void) | null)?.()
  }
  said = () => this.queue.map(({ text }) => text)
  end = () => {
    for (const { onend } of this.queue.splice(0)) (onend as (() => void) | null)?.()
  }
}

const here = { localService: true, lang: 'fr-FR', default: false }
let reader: Reader

beforeEach(() => {
  reader = new Reader()
  reader.voices = [here]
  vi.stubGlobal('speechSynthesis', reader)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const show = (text = 'À préciser. Avec qui\u202f?') =>
  render(<Listen text={text} of="le message" />)
const listen = () => screen.queryByRole('button', { name: /^Écouter\s: le message$/u })
const stop = () => screen.queryByRole('button', { name: /^Arrêter\s: le message$/u })
const tap = (button: HTMLElement | null) => userEvent.click(button ?? document.body)

it.each<[string, Partial<SpeechSynthesisVoice>[]]>([
  ['that has no voice', []],
  ['that would send the words to a voice of the network', [{ ...here, localService: false }]],
  ['whose voices speak other languages', [{ ...here, lang: 'de-DE' }]],
])('a device %s shows no button that does nothing', (_, voices) => {
  reader.voices = voices
  show()
  expect(listen()).toBeNull()
})

it('a browser that cannot read aloud at all shows no button either', () => {
  vi.stubGlobal('speechSynthesis', undefined)
  show()
  expect(listen()).toBeNull()
})

it('voices that are found later bring the button', () => {
  reader.voices = []
  show()
  reader.voices = [{ ...here, lang: 'fr_FR' }]
  act(() => void reader.dispatchEvent(new Event('voiceschanged')))
  expect(listen()).toBeVisible()
})

it('it is read sentence by sentence, and the button says that it can be stopped', async () => {
  show()
  await tap(listen())
  expect(reader.said()).toEqual(['À préciser.', 'Avec qui\u202f?'])
  expect(stop()).toHaveTextContent('Arrêter')

  act(reader.end)
  expect(listen()).toBeVisible()
})

it('stopped and begun again at once, it goes on: what was cut off does not end it', async () => {
  show()
  await tap(listen())
  await tap(stop())
  expect(reader.said()).toEqual([])
  await tap(listen())
  act(reader.tell)
  expect(reader.said()).toHaveLength(2)
  expect(stop()).toBeVisible()
})

it('one voice at a time: the button of what was cut off offers to listen again', async () => {
  show()
  render(<Listen text="Autre chose." of="la note" />)
  await tap(listen())
  await tap(screen.getByRole('button', { name: /^Écouter\s: la note$/u }))
  act(reader.tell)
  expect(reader.said()).toEqual(['Autre chose.'])
  expect(listen()).toBeVisible()
})

it.each<[string, (unmount: () => void) => void]>([
  [
    'screen',
    (unmount) => {
      unmount()
    },
  ],
  ['page', () => void window.dispatchEvent(new Event('pagehide'))],
])('who leaves the %s is not read to any longer', async (_, leave) => {
  const { unmount } = show()
  await tap(listen())
  leave(unmount)
  expect(reader.said()).toEqual([])
})
