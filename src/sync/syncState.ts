import { createStore, type StoreApi } from 'zustand/vanilla'

/** What the exchange with the server does now, for the screens. */
export interface SyncState {
  /** `outdated`: what is written leaves, but this version cannot read what comes. */
  readonly phase: 'idle' | 'sending' | 'offline' | 'signed-out' | 'outdated' | 'problem'
  /** Code of the last refusal, for `problem`. */
  readonly code: string | null
  /** The server has told at least once, since the page was opened, what there is for this person. */
  readonly answered: boolean
  /** Something has been waiting for long although there is a network: a person should look. */
  readonly stuck: boolean
}

export type SyncStateStore = StoreApi<SyncState>

/** Stands apart from the engine: a screen shows it before the engine is there. */
export const createSyncState = (): SyncStateStore =>
  createStore<SyncState>(() => ({ phase: 'idle', code: null, answered: false, stuck: false }))
