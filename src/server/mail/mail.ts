/** One mail to one person. */
export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Sends mails. Rejects when the mail was not taken over by anybody. */
export interface Mail {
  readonly send: (message: Message) => Promise<void>
}
