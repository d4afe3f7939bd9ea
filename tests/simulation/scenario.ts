import type { OperationType } from '#domain/operation.ts'

/** What can happen to one request on its way, or to its answer. */
export const faults = [
  'none',
  /** The request never arrives. */
  'lost',
  /** It arrives and is done; nobody hears of it. */
  'lost-answer',
  /** The connection breaks while the request is sent: part of it arrives. */
  'half-sent',
  /** The bytes of a photo change on their way. */
  'flipped',
  /** Arrives twice at once. */
  'twice',
  /** Arrives a second time, minutes later. */
  'again',
  /** The answer takes most of a minute. */
  'late',
  /** Nothing comes back, and nothing says so. */
  'stall',
  /** The answer breaks off. */
  'cut',
  'error-before',
  'error-after',
  /** A proxy’s page: 502, HTML. */
  'gateway',
  /** A hotel’s sign-in page: 200, HTML. */
  'portal',
  /** 200 and our header, and not JSON. */
  'garbled',
  'signed-out',
  'forbidden',
  'unknown-device',
  'too-large',
  'too-many',
  'unavailable',
] as const
export type Fault = (typeof faults)[number]

/** What somebody does in one tab. The numbers choose among what there is: any number means something. */
export interface Act {
  readonly do: 'act'
  readonly on: number
  readonly tab: number
  readonly book: number
  /** Which document, see `slots`. */
  readonly slot: number
  readonly type: OperationType
  readonly key: number
  /** All keys of the document at once, as when a form is saved. */
  readonly whole: boolean
  /** Whom the device is handed to, or `null`. */
  readonly lent: number | null
  /** Which version a signature or return is about: counted from the last one. */
  readonly back: number
  /** In another role than the person has: an app that lies. */
  readonly lie: boolean
}

/** What somebody does of what the screens offer; see `Act`. */
export interface Offered extends Omit<Act, 'do' | 'slot' | 'type' | 'lie'> {
  readonly do: 'offered'
  readonly choice: number
}

export type Step =
  | Act
  | Offered
  /** A person types some words into a draft; `stale`: on a screen that has not been refreshed. */
  | {
      readonly do: 'type'
      readonly on: number
      readonly tab: number
      readonly book: number
      readonly slot: number
      readonly key: number
      readonly words: number
      readonly stale: boolean
    }
  | { readonly do: 'pass'; readonly ms: number }
  /** What the next requests of a device meet, in this order. */
  | { readonly do: 'faults'; readonly on: number; readonly faults: readonly Fault[] }
  | { readonly do: 'network'; readonly on: number; readonly online: boolean }
  /** The person looks at the page, or asks to send. */
  | { readonly do: 'look'; readonly on: number; readonly tab: number }
  /** The tab dies at the so manieth request to its tables from now; `hidden`: after `pagehide`. */
  | {
      readonly do: 'kill'
      readonly on: number
      readonly tab: number
      readonly after: number
      readonly hidden: boolean
    }
  /** The so manieth write from now finds no room. */
  | { readonly do: 'full'; readonly on: number; readonly tab: number; readonly after: number }
  /** The browser breaks so many transactions from now on (a closed connection, `UnknownError`). */
  | { readonly do: 'broken'; readonly on: number; readonly tab: number; readonly times: number }
  | { readonly do: 'second-tab'; readonly on: number }
  | { readonly do: 'freeze'; readonly on: number; readonly tab: number; readonly frozen: boolean }
  /** The browser’s data are copied to another phone, which goes on too. */
  | { readonly do: 'clone'; readonly on: number }
  /** The phone gets back what it was at its last `keep` (a backup of the phone), or is empty. */
  | { readonly do: 'keep'; readonly on: number }
  | { readonly do: 'roll-back'; readonly on: number }
  | { readonly do: 'wipe'; readonly on: number }
  /** Somebody sets the clock of a device; `by`: ms, from where it stands. */
  | { readonly do: 'clock'; readonly on: number; readonly by: number }
  | { readonly do: 'sign-out'; readonly on: number; readonly out: boolean }
  /** Somebody else comes in on the same browser; `stays`: a page of who leaves stays open. */
  | {
      readonly do: 'switch'
      readonly on: number
      readonly person: number
      readonly stays: boolean
    }
  /** A page of the older release is opened, beside the others. */
  | { readonly do: 'older-tab'; readonly on: number }
  /** A page of the older release makes room for a new version. */
  | { readonly do: 'update'; readonly on: number; readonly tab: number }
  /** Pictures make room, as before a camera opens; or the browser loses the bytes of a photo. */
  | { readonly do: 'evict'; readonly on: number; readonly tab: number }
  | { readonly do: 'lose-photo'; readonly on: number }
  /** A person looks at what was put aside, and decides about one of it. */
  | {
      readonly do: 'settle'
      readonly on: number
      readonly tab: number
      readonly book: number
      readonly choice: number
      readonly refuses: boolean
    }
  /** A person saves a rescue file; somebody brings one. `spoiled`: a word in it was changed. */
  | { readonly do: 'rescue'; readonly on: number; readonly tab: number }
  | {
      readonly do: 'bring'
      readonly on: number
      readonly tab: number
      readonly choice: number
      readonly spoiled: boolean
    }
  /** A person reports a device as lost. */
  | { readonly do: 'report-lost'; readonly on: number }
  /** The centre ends, begins again or changes somebody’s part in a logbook. */
  | {
      readonly do: 'member'
      readonly book: number
      readonly person: number
      readonly change: 'end' | 'back' | 'role' | 'remove'
    }
  | { readonly do: 'days'; readonly days: number }
  /** From now on only the newest release understands what a pull brings. */
  | { readonly do: 'min-app' }
  | { readonly do: 'restart' }
  | { readonly do: 'backup' }
  /** `byCommand`: with our own command, which begins a generation; otherwise by hand. */
  | { readonly do: 'restore'; readonly byCommand?: boolean }
  /** What the server’s rules break on (`rules`), or its database refuses (`rows`). */
  | {
      readonly do: 'poison'
      readonly book: number
      readonly slot: number
      readonly in: 'rules' | 'rows'
    }

/** A world from its beginning to its end: the same scenario always gives the same world. */
export interface Scenario {
  /** Draws what nobody planned: how long a request takes, how long a device waits, ids. */
  readonly seed: number
  /** Which devices of the cast there are, see `castDevices`. */
  readonly devices: readonly number[]
  /** How often a device hears at once that something changed, from 0 to 1. */
  readonly pokes: number
  /** So much of a pull is applied at a time, in UTF-16 code units. */
  readonly takenAtOnce: number
  /** Longest answer to a pull, in UTF-16 code units. */
  readonly answerMax: number
  /** Photos are so large that they travel in pieces. */
  readonly largePhotos?: boolean
  readonly steps: readonly Step[]
}
