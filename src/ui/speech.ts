/** What of the browser reads aloud. */
export type Speech = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>

/** The browser’s own, or `undefined`: it cannot read aloud. */
export const ownSpeech = (): Speech | undefined => (window as Partial<Window>).speechSynthesis

/**
 * A voice of this device for a language (`fr`), or `null`. Voices of the network are left out: what
 * people wrote is nobody else’s, and there may be no network.
 */
export const findVoice = (speech: Speech, language: string): SpeechSynthesisVoice | null => {
  const voices = speech
    .getVoices()
    .filter(({ localService, lang }) => localService && languageOf(lang) === language)
  return voices.find((voice) => voice.default) ?? voices[0] ?? null
}

/** `fr` of `fr-FR`, and of `fr_FR` as Android says it. */
const languageOf = (lang: string) => lang.toLowerCase().split(/[-_]/u)[0]

/**
 * Reads `text` aloud instead of whatever was being read; `onEnd` once it is over, however it ended.
 * One sentence after the other: Chrome falls silent in the middle of a long text.
 */
export function readAloud(
  speech: Speech,
  text: string,
  voice: SpeechSynthesisVoice,
  onEnd: () => void,
): void {
  speech.cancel()
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/u).filter((sentence) => sentence.trim() !== '')
  for (const [index, sentence] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onerror = onEnd
    if (index === sentences.length - 1) utterance.onend = onEnd
    speech.speak(utterance)
  }
}
