import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { DocumentId } from '#domain/identifiers.ts'
import { findDocument, listDocuments } from '#store/documents.ts'
import { aWeek, logbookId } from '#tests/support/builders.ts'
import { aDatabase, hold, pulledAs, putRow } from './aDatabase.ts'

/** In which row each last figure of an id is, on every device there is. */
const rows = ['0 4 8 c', '1 5 9 d', '2 6 a e', '3 7 b f']

it('what a device pulled before an update of the app is found after it, and is there once', async () => {
  const db = aDatabase()
  const documents = rows.map((figures) =>
    figures.split(' ').map((figure) => {
      const week = pulledAs(aWeek('submitted'))
      return { ...week, id: (week.id.slice(0, -1) + figure) as DocumentId }
    }),
  )
  for (const [bucket, each] of documents.entries())
    await putRow(db, 'packs', { kind: 'entry', logbookId, bucket, documents: each })

  const all = documents.flat()
  for (const { id } of all)
    expect(await findDocument(db, { kind: 'entry', logbookId, id })).toMatchObject({ id })
  for (const document of all) await hold(db, document)
  const ids = (await listDocuments(db, 'entry', logbookId)).map(({ id }) => id)
  expect(ids.sort()).toEqual(all.map(({ id }) => id).sort())
})
