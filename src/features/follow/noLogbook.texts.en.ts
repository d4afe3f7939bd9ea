import type { texts } from './noLogbook.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Logbook',
  loading: 'Reading the logbook…',
  none: 'This logbook is not on this device.',
  noneMore: 'It will come with the network, if you have access.',
  home: 'Back home',
}
