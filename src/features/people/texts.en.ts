import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'People of the logbook',
  of: (name) => `Logbook: ${name}`,
  back: 'Logbook',
  present: 'Today',
  coming: 'Soon',
  past: 'Before',
  nobody: 'Nobody is in this logbook today.',
  since: (role, from) => `${role}, since ${from}`,
  between: (role, from, until) => `${role}, from ${from} to ${until}`,
  starting: (role, from) => `${role}, from ${from} on`,
}
