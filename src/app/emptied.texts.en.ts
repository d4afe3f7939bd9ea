import type { texts } from './emptied.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'The browser had deleted Livret here',
  lost: (count) =>
    count === 1
      ? 'What was sent is back. One thing had not left: it is lost.'
      : `What was sent is back. ${count} things had not left: they are lost.`,
  since: (when) => `What was sent is back. What you wrote without a network since ${when} is lost.`,
  advice: 'Add Livret to your home screen: the browser will no longer delete it by itself.',
  seen: 'I understand',
}
