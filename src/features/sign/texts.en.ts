import { plural } from '#ui/plural.ts'
import type { texts } from './texts.ts'

const NBSP = '\u00a0'

export const en: (typeof texts)['fr'] = {
  title: 'To sign',
  summary: {
    weeks: (n) => `${n} week${plural(n)}`,
    pieces: (n) => `${n} piece${plural(n)} of the exam file`,
    interviews: (n) => `${n} interview${plural(n)}`,
    visits: (n) => `${n} visit${plural(n)} to read`,
  },
  none: 'Nothing to sign.',
  noneText: 'The weeks of your apprentices arrive here.',
  weekOf: (name, number) => `${name}, week${NBSP}${number}`,
  sentOn: (day) => `Sent on ${day}`,
  newVersion: (number) => `Version ${number}`,
  youAsked: (reason) => `You had asked: “${reason}”`,
  wasAsked: (name, reason) => `${name} had asked: “${reason}”`,
  sign: (number, name) => `Sign week${NBSP}${number} of ${name}`,
  signAll: (n) => `Sign the ${n}${NBSP}weeks`,
  return: 'Return to correct',
  returnLabel: (number, name) => `Return to correct week${NBSP}${number} of ${name}`,
  signedCount: (n) => `${n} week${plural(n)} signed.`,
  signedOne: (number, name) => `Week${NBSP}${number} of ${name} signed.`,
  arrived: (n) => `${n}${NBSP}weeks have just arrived.`,
  arrivedOne: (number, name) => `Week${NBSP}${number} of ${name} has just arrived.`,
  moved: 'The page has just moved. Look, then tap again.',
  returnedTo: (name) => `Returned to ${name}.`,
  readDone: 'Visit read.',
  notSigned: 'Not signed',
  filesMissing: ({ photos, memos }) => {
    if (photos > 0 && memos > 0) return 'Photos and memos have not arrived yet'
    if (memos > 0) {
      return memos === 1
        ? 'One voice memo has not arrived yet'
        : `${memos}${NBSP}voice memos have not arrived yet`
    }
    return photos === 1
      ? 'One photo has not arrived yet'
      : `${photos}${NBSP}photos have not arrived yet`
  },
  filesMissingText: ({ photos, memos }) =>
    photos + memos > 1
      ? 'You can sign as soon as they are here.'
      : 'You can sign as soon as it is here.',
  signatureHeld: 'Your signature is kept',
  signatureHeldText: 'Photos or memos have not arrived yet. Your signature leaves with them.',
  lookAgain: 'Look again',
  lookAgainLabel: (number, name) => `Look again at week${NBSP}${number} of ${name}`,
  returnTitle: (number, name) => `Return week${NBSP}${number} to ${name}`,
  pieces: 'Pieces of the exam file',
  piecesLead: 'Your signature says that this was lived in the company.',
  whose: (name, what) => `${name}, ${what}`,
  piece: 'piece of the exam file',
  signPiece: (name) => `Sign the piece of ${name}`,
  signPieceLabel: (name, label) => `Sign the piece of ${name}: ${label}`,
  returnPieceLabel: (label) => `Return to correct: ${label}`,
  returnPieceTitle: (label, name) => `Return “${label}” to ${name}`,
  pieceSigned: 'Piece signed.',
  objectives: 'What you have to do',
  objectiveFor: (day, name) => `For ${day}, with ${name}`,
  overdue: 'Date has passed',
  done: 'It is done',
  doneLabel: (label) => `It is done: ${label}`,
  objectiveDone: 'Noted in the work plan.',
  others: 'Also to look at',
  proof: 'Proof of an absence to see',
  receivedOn: (day) => `Received on ${day}`,
  visits: 'Visits to read',
  visit: (day) => `Visit of ${day}`,
  visitBy: (trainer, apprentice) => `${trainer}, for ${apprentice}`,
  modes: { 'on-site': 'In the company', remote: 'Remote' },
  actions: 'What was decided',
  due: (day) => `before ${day}`,
  owners: { apprentice: 'the apprentice', master: 'the master', trainer: 'the trainer' },
  read: 'I have read this visit',
  openVisit: 'Open the visit',
  interviews: 'Interviews',
  apprentices: 'Your apprentices',
  allSigned: 'All that you have signed',
  lastSent: (number) => `Last week sent: ${number}`,
  nothingSent: 'No week sent',
  waits: (n) => `${n} to sign`,
  logbookOf: (name) => `Logbook of ${name}`,
  week: (number) => `Week ${number}`,
  notSentYet: (name) => `${name} has sent nothing for this week.`,
  late: 'Late',
  notSentText: 'A draft is read only by the person who writes it.',
  byMistake: (name) => `Signed by mistake? Tell ${name}. A corrected week is signed again.`,
  takenBack: (name) => `${name} is correcting this week. This is the last version sent.`,
}
