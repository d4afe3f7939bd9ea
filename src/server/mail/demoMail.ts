import type { Database } from '#server/storage/database.ts'
import type { Mail, Message } from './mail.ts'

export interface DemoMail extends Message {
  readonly sentAt: Date
}

/** Keeps mails in the table `demo_mail` instead of sending them: the demonstration shows them. */
export function demoMail(
  database: Database,
  { now, newId }: { now: () => Date; newId: () => string },
): Mail {
  return {
    send: async ({ to, subject, text, html }) => {
      await database.query(
        `insert into demo_mail (id, sent_at, recipient, subject, body_text, body_html)
         values ($1, $2, $3, $4, $5, $6)`,
        [newId(), now(), to, subject, text, html],
      )
    },
  }
}

/** The last fifty mails of the demonstration, newest first. */
export async function listDemoMails(database: Database): Promise<DemoMail[]> {
  const { rows } = await database.query<DemoMail>(
    `select sent_at as "sentAt", recipient as "to", subject, body_text as text, body_html as html
     from demo_mail order by sent_at desc, id desc limit 50`,
  )
  return rows
}
