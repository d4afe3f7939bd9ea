import type { Waiting } from '#store/countWaiting.ts'
import { ChipButton } from '#ui/ChipButton.tsx'
import { dayOfInstant, formatShortDay, formatTime } from '#ui/formatDate.ts'
import { useLanguage, useTexts, type Language } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { Clock, LogIn, RefreshCw, Smartphone, SendHorizontal, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { texts } from './chip.texts.ts'

/** What the exchange with the server does now. */
export type SendingPhase = 'idle' | 'sending' | 'offline' | 'signed-out' | 'outdated' | 'problem'

interface Props {
  readonly waiting: Waiting
  readonly phase: SendingPhase
  /** There is a network, and nothing has left for long. */
  readonly stuck: boolean
  /** Civil date of today. */
  readonly today: string
  /** UTC instant now; decides how long something has been waiting. */
  readonly now: string
  /** How many operations the server refused. */
  readonly refused: number
  readonly onOpen: () => void
}

/** After so many days a wait is worth a look, in ms. */
const LONG_WAIT = 3 * 86_400_000

/** Whether something has been waiting so long that it is worth a look. `now`: UTC instant. */
export const isLongWait = ({ since }: Waiting, now: string): boolean =>
  since !== null && Date.parse(now) - Date.parse(since) > LONG_WAIT

/** Where the words are: on this device, waiting, or with the server. Offline is never red. */
export function SendingChip(props: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { tone, icon, text } = chipOf(props, t, language)
  return (
    <ChipButton tone={tone} icon={icon} onClick={props.onOpen}>
      {text}
    </ChipButton>
  )
}

function chipOf(
  { waiting, phase, stuck, refused, today, now }: Props,
  t: (typeof texts)['fr'],
  language: Language,
): { tone: Tone; icon?: ReactNode; text: string } {
  const count = waiting.documents + waiting.files
  const size = { size: 16, 'aria-hidden': true } as const
  if (phase === 'signed-out')
    return { tone: 'waiting', icon: <LogIn {...size} />, text: t.signedOut }
  if (phase === 'outdated')
    return { tone: 'waiting', icon: <RefreshCw {...size} />, text: t.outdated }
  if (stuck && count > 0) return { tone: 'waiting', icon: <Clock {...size} />, text: t.stuck }
  if (refused > 0) return { tone: 'waiting', text: t.refusedChip }
  if (count > 0) {
    if (phase === 'sending')
      return { tone: 'info', icon: <SendHorizontal {...size} />, text: t.sending }
    if (phase === 'idle') return { tone: 'info', icon: <Smartphone {...size} />, text: t.local }
    const tone = isLongWait(waiting, now) ? 'waiting' : 'info'
    return { tone, icon: <Clock {...size} />, text: t.queued(count) }
  }
  if (phase === 'offline') return { tone: 'info', icon: <WifiOff {...size} />, text: t.offline }
  if (waiting.sentAt === null) return { tone: 'success', text: t.nothingSent }
  const day = dayOfInstant(waiting.sentAt)
  return {
    tone: 'success',
    text:
      day === today
        ? t.sent(formatTime(waiting.sentAt, language))
        : t.sentOn(formatShortDay(day, language)),
  }
}
