import type { texts } from './chip.texts.ts'

export const en: (typeof texts)['fr'] = {
  local: 'Kept on this device',
  sent: (time) => `Sent at ${time}`,
  sentOn: (day) => `Sent on ${day}`,
  nothingSent: 'Up to date',
  queued: (count) => `Waiting to be sent (${count})`,
  sending: 'Saving…',
  offline: 'No network',
  signedOut: 'Sign in again',
  outdated: 'Update needed',
  stuck: 'Sending is stuck',
  refusedChip: 'To look at',
}
