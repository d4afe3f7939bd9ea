import type { Tone } from '#ui/tone.ts'

export const tones: readonly Tone[] = ['info', 'waiting', 'success', 'problem']
