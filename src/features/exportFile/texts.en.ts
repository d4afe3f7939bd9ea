import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Download the logbook',
  lead: 'The whole logbook in one file: texts, versions, signatures and evidence.',
  about: 'Anybody can check this file, without a network and without us.',
  fromDevice: 'Download from this device',
  fromDeviceHint: 'Works without a network, with what this device knows.',
  fromServer: 'Download from the centre',
  withFiles: 'Download with photos and memos (ZIP)',
  fromServerHint: 'The complete file, with the whole history, photos and memos if you like.',
  done: 'The file is in your downloads.',
  notHere: 'This logbook is not on this device.',
  back: 'Logbook',
}
