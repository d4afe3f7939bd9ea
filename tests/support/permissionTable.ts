import { roles, type Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import { operationTypes, type OperationType } from '#domain/operation.ts'
import type { PersonName } from './builders.ts'

/**
 * Who may do what, written by hand from the trade and never read from the declarations: the tests
 * of the device and of the server replay every cell of it.
 */

/**
 * The author, and somebody of each role who is not the author. In a second centre the same roles
 * are played by people of another logbook, see `builders.ts`.
 */
export type Who = 'author' | Role
export const whos: readonly Who[] = ['author', ...roles]

/** Where a document can stand. The last ones are states with a past that matters. */
export type Situation =
  | 'none'
  | 'draft'
  | 'submitted'
  | 'signed'
  | 'published'
  | 'acknowledged'
  | 'open'
  | 'frozen'
  | 'discarded'
  /** A draft again, after a version that others have read. */
  | 'reopened'
  /** A section that was sent, of an interview that is frozen. */
  | 'locked'

export const situations: Readonly<Record<KindName, readonly Situation[]>> = {
  entry: ['none', 'draft', 'submitted', 'signed', 'reopened'],
  visit: ['none', 'draft', 'published', 'acknowledged', 'discarded', 'reopened'],
  interview: ['none', 'open', 'frozen', 'signed', 'discarded', 'reopened'],
  section: ['none', 'draft', 'submitted', 'reopened', 'locked'],
  note: ['none', 'draft', 'published', 'discarded'],
  contract: ['none', 'draft', 'published', 'discarded', 'reopened'],
  absence: ['none', 'draft', 'published', 'discarded', 'reopened'],
  centreMotive: ['none', 'draft', 'submitted', 'signed', 'reopened'],
  companyMotive: ['none', 'draft', 'submitted', 'signed', 'reopened'],
}

/** Who writes the documents of the table. The others of the role are somebody else. */
const authors: Readonly<Record<KindName, PersonName>> = {
  entry: 'apprentice',
  visit: 'trainer',
  interview: 'trainer',
  section: 'apprentice',
  note: 'master',
  contract: 'coordinator',
  absence: 'apprentice',
  centreMotive: 'apprentice',
  companyMotive: 'apprentice',
}

/** `does`: it happens. `kept`: what was sent is kept and moves nothing. Elsewhere it is refused. */
interface Allowed {
  readonly does?: readonly Situation[]
  readonly kept?: readonly Situation[]
}
type Line = Readonly<Partial<Record<Who, Allowed>>>
type Acts = Readonly<Partial<Record<OperationType, Line>>>

const begins: Allowed = { does: ['none'] }

/** The apprentice says why; `side` sees the proof, and nobody else acts on it. */
const motiveActs = (side: Role): Acts => ({
  patch: {
    author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'signed'] },
    apprentice: begins,
  },
  submit: { author: { does: ['draft', 'reopened'] } },
  withdraw: { author: { does: ['submitted'] } },
  sign: { [side]: { does: ['submitted'], kept: ['signed', 'reopened'] } },
  amend: { author: { does: ['signed'] } },
  resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
})

const table: Readonly<Record<KindName, Acts>> = {
  // The apprentice writes, the master signs, the trainer may send it back and never signs.
  entry: {
    patch: {
      author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'signed'] },
      apprentice: begins,
    },
    submit: { author: { does: ['draft', 'reopened'] } },
    withdraw: { author: { does: ['submitted'] } },
    return: {
      master: { does: ['submitted'], kept: ['signed', 'reopened'] },
      trainer: { does: ['submitted'], kept: ['signed', 'reopened'] },
    },
    sign: { master: { does: ['submitted'], kept: ['signed', 'reopened'] } },
    amend: { author: { does: ['signed'] } },
    resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
  },
  // The trainer writes (the coordinator may); one of those concerned says that it was read.
  visit: {
    patch: {
      author: {
        does: ['none', 'draft', 'discarded', 'reopened'],
        kept: ['published', 'acknowledged'],
      },
      trainer: begins,
      coordinator: begins,
    },
    publish: { author: { does: ['draft', 'reopened'] } },
    // What others have read does not disappear: not once it was published.
    discard: { author: { does: ['draft'] } },
    sign: {
      apprentice: { does: ['published', 'acknowledged'], kept: ['reopened'] },
      // The master acknowledged it already.
      master: { does: ['published'], kept: ['acknowledged', 'reopened'] },
    },
    amend: { author: { does: ['published', 'acknowledged'] } },
    resolve: { author: { does: ['draft', 'reopened', 'published', 'acknowledged'] } },
  },
  // A tripartite one. The trainer leads; three people sign; nobody else.
  interview: {
    patch: {
      author: { does: ['none', 'open', 'discarded', 'reopened'], kept: ['frozen', 'signed'] },
      trainer: begins,
      coordinator: begins,
    },
    freeze: { author: { does: ['open', 'reopened'] } },
    discard: { author: { does: ['open'] } },
    sign: {
      author: { does: ['frozen'], kept: ['signed', 'reopened'] },
      apprentice: { does: ['frozen'], kept: ['signed', 'reopened'] },
      master: { does: ['frozen'], kept: ['signed', 'reopened'] },
      // Another trainer of the same apprentice, who has not signed yet.
      trainer: { does: ['frozen', 'signed'], kept: ['reopened'] },
    },
    amend: { author: { does: ['frozen', 'signed'] } },
    resolve: { author: { does: ['open', 'reopened', 'frozen', 'signed'] } },
  },
  // One party’s words: that party alone, until the interview is frozen.
  section: {
    patch: {
      author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'locked'] },
      apprentice: begins,
      master: begins,
      trainer: begins,
    },
    submit: { author: { does: ['draft', 'reopened'] } },
    withdraw: { author: { does: ['submitted'] } },
    resolve: { author: { does: ['draft', 'reopened', 'submitted', 'locked'] } },
  },
  // A few words to the others; never changed once sent. Guardian and auditor write none.
  note: {
    patch: {
      author: { does: ['none', 'draft', 'discarded'], kept: ['published'] },
      apprentice: begins,
      master: begins,
      trainer: begins,
      coordinator: begins,
    },
    publish: { author: { does: ['draft'] } },
    discard: { author: { does: ['draft'] } },
    resolve: { author: { does: ['draft', 'published'] } },
  },
  // The centre writes down what was concluded, and mends it; nobody else may touch it.
  contract: {
    patch: {
      author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['published'] },
      coordinator: begins,
    },
    publish: { author: { does: ['draft', 'reopened'] } },
    discard: { author: { does: ['draft'] } },
    amend: { author: { does: ['published'] } },
    resolve: { author: { does: ['draft', 'reopened', 'published'] } },
  },
  // Whoever noticed it may say that the apprentice was not there, and take it back.
  absence: {
    patch: {
      author: { does: ['none', 'draft', 'discarded', 'reopened'], kept: ['published'] },
      apprentice: begins,
      master: begins,
      trainer: begins,
      coordinator: begins,
    },
    publish: { author: { does: ['draft', 'reopened'] } },
    discard: { author: { does: ['draft'] } },
    amend: { author: { does: ['published'] } },
    resolve: { author: { does: ['draft', 'reopened', 'published'] } },
  },
  centreMotive: motiveActs('coordinator'),
  companyMotive: motiveActs('master'),
}

/**
 * What somebody sees: `all` of it · the `frame`, which is the draft and the versions but not the
 * wordings put aside · the `versions` with their signatures and returns · or nothing, as if it
 * did not exist. Those who are not named see nothing.
 */
type Sight = 'all' | 'frame' | 'versions' | 'nothing'

const everybody = roles
const parties: readonly Role[] = ['apprentice', 'master', 'trainer', 'coordinator']
/** Everybody but the apprentice, of whom a logbook has one. */
const aroundTheApprentice: readonly Role[] = roles.filter((role) => role !== 'apprentice')

type Sights = Readonly<Partial<Record<Situation, { who: readonly Role[]; see: Sight }[]>>>

const motiveSights = (who: readonly Role[]): Sights => ({
  submitted: [{ who, see: 'versions' }],
  signed: [{ who, see: 'versions' }],
  reopened: [{ who, see: 'versions' }],
})

const reading: Readonly<Record<KindName, Sights>> = {
  entry: {
    submitted: [{ who: aroundTheApprentice, see: 'versions' }],
    signed: [{ who: aroundTheApprentice, see: 'versions' }],
    reopened: [{ who: aroundTheApprentice, see: 'versions' }],
  },
  visit: {
    published: [{ who: everybody, see: 'versions' }],
    acknowledged: [{ who: everybody, see: 'versions' }],
    reopened: [{ who: everybody, see: 'versions' }],
  },
  interview: {
    // The open frame is the invitation to write one’s section.
    open: [{ who: parties, see: 'frame' }],
    frozen: [
      { who: parties, see: 'frame' },
      { who: ['guardian', 'auditor'], see: 'versions' },
    ],
    signed: [
      { who: parties, see: 'frame' },
      { who: ['guardian', 'auditor'], see: 'versions' },
    ],
    reopened: [
      { who: parties, see: 'frame' },
      { who: ['guardian', 'auditor'], see: 'versions' },
    ],
  },
  section: {
    submitted: [{ who: everybody, see: 'versions' }],
    reopened: [{ who: everybody, see: 'versions' }],
    locked: [{ who: everybody, see: 'versions' }],
  },
  // Between the parties: neither guardian nor auditor.
  note: { published: [{ who: parties, see: 'versions' }] },
  contract: {
    published: [{ who: everybody, see: 'versions' }],
    reopened: [{ who: everybody, see: 'versions' }],
  },
  // That somebody was absent, all of them know; why, only the side whose half-days they are.
  absence: {
    published: [{ who: everybody, see: 'versions' }],
    reopened: [{ who: everybody, see: 'versions' }],
  },
  centreMotive: motiveSights(['trainer', 'coordinator']),
  companyMotive: motiveSights(['master']),
}

type Expected =
  | { readonly verdict: 'applied' | 'merged' }
  | {
      readonly verdict: 'rejected'
      readonly code: 'not-allowed' | 'no-document' | 'wrong-state' | 'unknown-version'
    }

export interface Cell {
  readonly name: string
  readonly kind: KindName
  readonly situation: Situation
  readonly who: Who
  /** Who that is in this logbook. */
  readonly person: PersonName
  readonly act: OperationType
  readonly expected: Expected
}

export interface Sighting {
  readonly kind: KindName
  readonly situation: Situation
  readonly who: Who
  readonly person: PersonName
  readonly sees: Sight
}

/** Somebody else of the author’s role. */
const seconds: Readonly<Partial<Record<Role, PersonName>>> = {
  apprentice: 'secondApprentice',
  master: 'secondMaster',
  trainer: 'secondTrainer',
  coordinator: 'secondCoordinator',
}

/** The person of the logbook who is `who` for documents of `kind`. */
function personOf(who: Who, kind: KindName): PersonName {
  const author = authors[kind]
  if (who === 'author') return author
  if (who !== author) return who
  return seconds[who] ?? who
}

function expectedOf(kind: KindName, situation: Situation, who: Who, act: OperationType): Expected {
  const line = table[kind][act]
  const allowed = line?.[who]
  if (allowed?.does?.includes(situation)) return { verdict: 'applied' }
  if (allowed?.kept?.includes(situation)) return { verdict: 'merged' }
  const refused = (code: 'not-allowed' | 'no-document' | 'wrong-state' | 'unknown-version') =>
    ({ verdict: 'rejected', code }) as const
  if (situation === 'none') {
    // Whoever could have begun it may know that it is not there; the others learn nothing.
    const ofAuthor = line !== undefined && act !== 'sign' && act !== 'return'
    const couldWrite = ofAuthor && table[kind].patch?.[who]?.does?.includes('none')
    return refused(allowed || couldWrite ? 'no-document' : 'not-allowed')
  }
  if (!allowed || allowed === begins) return refused('not-allowed')
  return refused(act === 'sign' || act === 'return' ? 'unknown-version' : 'wrong-state')
}

const everyCell = <Result>(make: (kind: KindName, situation: Situation, who: Who) => Result[]) =>
  (Object.keys(situations) as KindName[]).flatMap((kind) =>
    situations[kind].flatMap((situation) => whos.flatMap((who) => make(kind, situation, who))),
  )

/** Every kind × situation × person × act. */
export const cells: readonly Cell[] = everyCell((kind, situation, who) =>
  operationTypes.map((act) => ({
    name: `${kind} ${situation}: ${who} ${act}`,
    kind,
    situation,
    who,
    person: personOf(who, kind),
    act,
    expected: expectedOf(kind, situation, who, act),
  })),
)

/** What everybody sees of a document of every kind in every situation. */
export const sightings: readonly Sighting[] = everyCell((kind, situation, who) => {
  if (situation === 'none') return []
  const line = reading[kind][situation]?.find((each) => (each.who as readonly Who[]).includes(who))
  const sees = who === 'author' ? 'all' : (line?.see ?? 'nothing')
  return [{ kind, situation, who, person: personOf(who, kind), sees }]
})
