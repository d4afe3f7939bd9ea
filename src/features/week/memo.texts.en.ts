import type { texts } from './memo.texts.ts'

const NBSP = '\u00a0'

export const en: (typeof texts)['fr'] = {
  title: 'Voice memo',
  close: 'Close',
  asking: 'Allow the microphone, then speak.',
  recording: 'Recording',
  elapsed: (time, most) => `${time} of ${most}`,
  rule: 'Tell about your work. No name of a customer, nothing confidential.',
  stop: 'Stop',
  keepAndClose: 'Keep the memo and close',
  keeping: 'The memo is put into your week…',
  noMemo: 'No memo',
  memo: (n) => `Voice memo${NBSP}${n}`,
  inWords: 'Write it down too, if you like',
  transcript: (n) => `What memo${NBSP}${n} says`,
  transcriptHint: 'For those who cannot hear it.',
  remove: (n) => `Remove memo${NBSP}${n}`,
  problems: {
    'microphone-refused':
      'The microphone is blocked for Livret. Allow it in the settings of the browser. Your text is kept.',
    'no-microphone': 'This device has no microphone. Write a sentence instead.',
    'microphone-busy':
      'Another app uses the microphone. Close it, then try again. Your text is kept.',
    'no-recorder': 'This browser cannot record. Write a sentence instead.',
    'nothing-recorded': 'Nothing was recorded. Try again.',
    'kept-aside': 'The memo is kept here, not in your week yet. Close Livret and open it again.',
    'not-kept': 'This device could not keep the memo. Your text is kept.',
  },
}
