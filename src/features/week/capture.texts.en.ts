import type { texts } from './capture.texts.ts'

export const en: (typeof texts)['fr'] = {
  addPhoto: 'Add a photo',
  photoRule: 'No face, no customer, no confidential plan.',
  photoLimit: (max) => `${max} photos at most. Remove one to replace it.`,
  photoNumber: (n) => `Photo ${n}`,
  removePhoto: (n) => `Remove photo ${n}`,
  photoComing: 'Preparing the photo…',
  photoProblems: {
    'not-a-photo': 'We cannot read this file as a photo. Try a JPEG picture.',
    'heic-photo': 'This device does not read HEIC photos. Save it as JPEG, or take it here.',
  },
  capture: 'As it happens',
  takePhoto: 'Photo',
  photoKept: 'The photo is in your week.',
  memo: 'Voice',
  recordMemo: 'Record a voice memo',
  memoLimit: (most) => `${most} memos at most. Remove one to replace it.`,
  memoKept: 'The memo is in your week.',
  memoFull: 'Three minutes: the memo has stopped. It is in your week.',
  note: 'Write',
  howToName: 'how to write a week',
  howTo:
    'Tap the tasks that you did. Tell your week in one sentence. Say how it went. ' +
    'Then send it to your master. ' +
    'A photo, a few words or a voice memo can be taken at any time, even without a network.',
  noteHint: 'Two words are enough. To dictate, tap the microphone of your keyboard.',
  moment: (day) => (day === '' ? 'A moment of the week' : `Written on ${day}`),
}
