import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Me',
  language: 'Language',
  languages: { fr: 'Français', en: 'English' },
  address: 'French calls me',
  addresses: { vous: 'Vous', tu: 'Tu' },
  letters: 'Single-key shortcuts',
  lettersHint: 'The “?” key lists them.',
  on: 'On',
  off: 'Off',
  help: 'A question?',
  helpLead: 'Call the centre: +33 4 77 79 14 08.',
  accessibility: 'Accessibility: not compliant',
  devices: 'My devices',
  devicesLoading: 'Looking for your devices…',
  devicesOffline: 'Your devices are shown with a network.',
  thisDevice: 'This device',
  lastSeen: (when) => `Seen on ${when}`,
  stillHeld: (count) =>
    count === 1
      ? 'One thing never left this device. Open Livret there with a network.'
      : `${count} things never left this device. Open Livret there with a network.`,
  lostThere: (count) =>
    count === 1
      ? 'The browser deleted Livret there. One thing had not left.'
      : `The browser deleted Livret there. ${count} things had not left.`,
  install: 'Livret on the home screen',
  installLead: 'How to do it on this device',
  rescue: 'Open a rescue file',
  rescueLead: 'It holds what another device could not send.',
  signOut: 'Close my logbook on this device',
  signOutTitle: 'Close the logbook',
  close: 'Close',
  allSent: 'Everything is sent. Your logbook leaves this device, not the centre.',
  unsent: (count) =>
    count === 1
      ? 'One thing is not sent. It stays kept on this device.'
      : `${count} things are not sent. They stay kept on this device.`,
  unsentLead: 'They leave when you open your logbook here again.',
  refusedFiles: (count) =>
    count === 1
      ? 'One file could not be sent. It stays on this device.'
      : `${count} files could not be sent. They stay on this device.`,
  seeSending: 'See what you sent',
  sendFirst: 'Send first',
  confirm: 'Close my logbook',
  demo: 'Demo: be somebody else',
}
