import { Square, Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { findVoice, ownSpeech, readAloud } from './speech.ts'
import { useLanguage, useTexts } from './texts.tsx'

interface Props {
  readonly text: string
  /** What is read, for who hears the button’s name: “Écouter : la consigne”. */
  readonly of: string
  /** Language of the text, where it is not that of the page. */
  readonly lang?: string | undefined
}

/** Reads a text aloud on this device. Shows nothing where the device has no voice for it. */
export function Listen({ text, of, lang }: Props) {
  const t = useTexts(texts)
  const page = useLanguage()
  const language = lang ?? page
  const [hasVoice, setHasVoice] = useState(false)
  const [isReading, setIsReading] = useState(false)
  /** The reading that this button began last; another one may have ended it since. */
  const reading = useRef<symbol | null>(null)

  useEffect(() => {
    const speech = ownSpeech()
    if (!speech) return
    // Browsers find their voices when they are asked for the first time.
    const look = () => {
      setHasVoice(findVoice(speech, language) !== null)
    }
    look()
    speech.addEventListener('voiceschanged', look)
    return () => {
      speech.removeEventListener('voiceschanged', look)
    }
  }, [language])

  useEffect(() => {
    const stop = () => {
      if (reading.current !== null) ownSpeech()?.cancel()
    }
    window.addEventListener('pagehide', stop)
    return () => {
      window.removeEventListener('pagehide', stop)
      stop()
    }
  }, [])

  const end = () => {
    reading.current = null
    setIsReading(false)
  }
  const toggle = () => {
    const speech = ownSpeech()
    const voice = speech && findVoice(speech, language)
    if (isReading) speech?.cancel()
    if (isReading || !speech || !voice) {
      end()
      return
    }
    const own = Symbol()
    reading.current = own
    setIsReading(true)
    readAloud(speech, text, voice, () => {
      if (reading.current === own) end()
    })
  }

  if (!hasVoice || text.trim() === '') return null
  const Icon = isReading ? Square : Volume2
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<Icon aria-hidden="true" size={20} />}
      aria-label={isReading ? t.stopOf(of) : t.listenTo(of)}
      onClick={toggle}
    >
      {isReading ? t.stop : t.listen}
    </Button>
  )
}

const fr = {
  listen: 'Écouter',
  listenTo: (of: string) => `Écouter\u00a0: ${of}`,
  stop: 'Arrêter',
  stopOf: (of: string) => `Arrêter\u00a0: ${of}`,
}

const en: typeof fr = {
  listen: 'Listen',
  listenTo: (of) => `Listen: ${of}`,
  stop: 'Stop',
  stopOf: (of) => `Stop: ${of}`,
}

const texts = { fr, en }
