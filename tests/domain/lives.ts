import type { State } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'

/** Of what one person writes and publishes. */
const publishedWays = [
  'none → draft',
  'draft → published',
  'draft → discarded',
  'discarded → draft',
  'published → draft',
]

const stays = (...states: State[]) => states.map((state) => `${state} → ${state}`)
const motiveWays = [
  'none → draft',
  'draft → submitted',
  'submitted → draft',
  'submitted → signed',
  'signed → draft',
  ...stays('draft', 'submitted', 'signed'),
]

const interviewWays = [
  'none → open',
  'open → frozen',
  'open → discarded',
  'discarded → open',
  'frozen → signed',
  'frozen → open',
  'signed → open',
  ...stays('open', 'frozen', 'signed', 'discarded'),
]

const sectionWays = [
  'none → draft',
  'draft → submitted',
  'submitted → draft',
  ...stays('draft', 'submitted'),
]

/** Every move a document can make, by hand. */
export const ways: Readonly<Record<KindName, readonly string[]>> = {
  entry: [
    'none → draft',
    'draft → submitted',
    'submitted → draft',
    'submitted → signed',
    'signed → draft',
    ...stays('draft', 'submitted', 'signed'),
  ],
  visit: [
    'none → draft',
    'draft → published',
    'draft → discarded',
    'discarded → draft',
    'published → acknowledged',
    'published → draft',
    'acknowledged → draft',
    ...stays('draft', 'published', 'acknowledged', 'discarded'),
  ],
  interview: interviewWays,
  individualInterview: interviewWays,
  section: sectionWays,
  individualSection: sectionWays,
  note: [
    'none → draft',
    'draft → published',
    'draft → discarded',
    'discarded → draft',
    ...stays('draft', 'published', 'discarded'),
  ],
  selfAssessment: [...publishedWays, ...stays('draft', 'published', 'discarded')],
  assessment: [...publishedWays, ...stays('draft', 'published', 'discarded')],
  objective: [
    ...publishedWays,
    'published → acknowledged',
    'acknowledged → draft',
    ...stays('draft', 'published', 'acknowledged', 'discarded'),
  ],
  mark: [...publishedWays, ...stays('draft', 'published', 'discarded')],
  piece: [
    'none → draft',
    'draft → submitted',
    'draft → discarded',
    'discarded → draft',
    'submitted → draft',
    'submitted → signed',
    'signed → draft',
    ...stays('draft', 'submitted', 'signed', 'discarded'),
  ],
  candidacy: [...publishedWays, ...stays('draft', 'published', 'discarded')],
  absence: [
    'none → draft',
    'draft → published',
    'draft → discarded',
    'discarded → draft',
    'published → draft',
    ...stays('draft', 'published', 'discarded'),
  ],
  centreMotive: motiveWays,
  companyMotive: motiveWays,
  individualPath: [...publishedWays, ...stays('draft', 'published', 'discarded')],
  aidClaim: [
    'none → draft',
    'draft → submitted',
    'draft → discarded',
    'discarded → draft',
    'submitted → draft',
    'submitted → signed',
    'signed → draft',
    ...stays('draft', 'submitted', 'signed', 'discarded'),
  ],
  payNote: [...publishedWays, ...stays('draft', 'published', 'discarded')],
  contract: [
    'none → draft',
    'draft → published',
    'draft → discarded',
    'discarded → draft',
    'published → draft',
    ...stays('draft', 'published', 'discarded'),
  ],
  acknowledgement: [
    'none → draft',
    'draft → submitted',
    'submitted → signed',
    ...stays('draft', 'submitted', 'signed'),
  ],
  admissionStep: [
    'none → draft',
    'draft → published',
    'draft → discarded',
    'discarded → draft',
    ...stays('draft', 'published', 'discarded'),
  ],
  dispense: motiveWays,
  placement: [
    'none → draft',
    'draft → submitted',
    'draft → discarded',
    'discarded → draft',
    'submitted → draft',
    'submitted → signed',
    'signed → draft',
    ...stays('draft', 'submitted', 'signed', 'discarded'),
  ],
  arrangement: [
    ...publishedWays,
    'published → acknowledged',
    'acknowledged → draft',
    ...stays('draft', 'published', 'acknowledged', 'discarded'),
  ],
  survey: [...publishedWays, ...stays('draft', 'published', 'discarded')],
}

/** Whose signature a version can bear, by hand. */
export const maySign: Readonly<Record<KindName, readonly string[]>> = {
  entry: ['master'],
  visit: ['apprentice', 'master'],
  interview: ['apprentice', 'master', 'trainer'],
  section: [],
  individualInterview: ['apprentice', 'trainer'],
  individualSection: [],
  note: [],
  selfAssessment: [],
  assessment: [],
  objective: ['apprentice', 'master', 'trainer'],
  mark: [],
  piece: ['master'],
  candidacy: [],
  contract: [],
  individualPath: [],
  aidClaim: ['coordinator'],
  payNote: [],
  absence: [],
  centreMotive: ['coordinator'],
  companyMotive: ['master'],
  acknowledgement: ['apprentice', 'guardian'],
  admissionStep: [],
  dispense: ['coordinator'],
  placement: ['apprentice', 'trainer', 'coordinator'],
  arrangement: ['apprentice'],
  survey: [],
}

/** Roles whose signature is on the last version. */
export const whoSigned = (document: LogbookDocument): string[] =>
  document.signatures
    .filter(({ version }) => version === document.versions.length)
    .map(({ role }) => role)

/** Without whose signature it could not be in this state. */
export function mustHaveSigned({ kind, state }: LogbookDocument): string[] {
  if (kind === 'entry' && state === 'signed') return ['master']
  if (kind === 'interview' && state === 'signed') return ['apprentice', 'master', 'trainer']
  if (kind === 'individualInterview' && state === 'signed') return ['apprentice', 'trainer']
  if (kind === 'acknowledgement' && state === 'signed') return ['apprentice']
  if (kind === 'placement' && state === 'signed') return ['apprentice']
  return []
}
