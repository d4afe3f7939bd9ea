import { CircleAlert, CircleCheck, Hourglass, Info } from 'lucide-react'
import type { Tone } from './tone.ts'

const icons = { info: Info, waiting: Hourglass, success: CircleCheck, problem: CircleAlert }

/** The picture of a tone, so that the colour never speaks alone. */
export function ToneIcon({ tone, size = 20 }: { readonly tone: Tone; readonly size?: number }) {
  const Icon = icons[tone]
  return <Icon aria-hidden="true" size={size} />
}
