/** As much of PouchDB as the bench uses. */
declare module 'pouchdb-browser' {
  interface Running {
    once(event: 'paused', listener: (reason: unknown) => void): this
  }
  export default class PouchDB {
    constructor(name: string)
    put(document: { readonly _id: string }): Promise<unknown>
    allDocs(options: { include_docs: true }): Promise<{ readonly rows: readonly unknown[] }>
    changes(options: { since: 'now'; live: true }): {
      on(event: 'change', listener: () => void): unknown
    }
    sync(remote: string, options: { live: true; retry: true }): Running
    readonly replicate: {
      from(remote: string, options: { batch_size: number }): PromiseLike<unknown>
      to(remote: string, options: { batch_size: number }): PromiseLike<unknown>
    }
  }
}
