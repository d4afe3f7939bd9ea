import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import type { RescueFile, RescueParcel } from '#protocol/rescue.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Quote } from '#ui/Quote.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly file: RescueFile
  /** Whoever reads it wrote it. */
  readonly isOwn: boolean
}

/** What is in a file: whose it is, from which device, which documents, and what only a person can copy. */
export function RescueContents({ file, isOwn }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { person, device, parcels, photos, words } = file
  const stray = words.flatMap((each) => each.words)

  return (
    <>
      <Section title={t.inside}>
        <Card>
          <DefinitionList
            items={[
              { term: t.from, description: person.name },
              { term: t.device, description: device.label },
              { term: t.madeAt, description: formatInstant(file.madeAt, language) },
              ...(photos.length > 0
                ? [{ term: t.photos, description: String(photos.length) }]
                : []),
            ]}
          />
        </Card>
        {parcels.length === 0 && <p>{t.empty}</p>}
        {booksOf(parcels).map((book) => (
          <Book key={book.logbookId} book={book} />
        ))}
      </Section>
      {stray.length > 0 && (
        <Section title={t.strayTitle}>
          <p>{t.strayLead}</p>
          {stray.map((text, index) => (
            // The same words may stand in two fields.
            <Quote key={index}>{text}</Quote>
          ))}
        </Section>
      )}
      {parcels.length > 0 && (
        <div>
          <p>{isOwn ? t.own : t.others(person.name)}</p>
          <p>{t.noDouble}</p>
        </div>
      )}
    </>
  )
}

interface BookOfFile {
  readonly logbookId: string
  readonly name: string | null
  readonly count: number
  readonly documents: RescueParcel['documents']
}

/** One for each logbook, however many parcels it takes. */
function booksOf(parcels: readonly RescueParcel[]): BookOfFile[] {
  const books = new Map<string, BookOfFile>()
  for (const { logbookId, name, operations, documents } of parcels) {
    const known = books.get(logbookId)
    const all = [...(known?.documents ?? []), ...documents]
    books.set(logbookId, {
      ...{ logbookId, name, count: (known?.count ?? 0) + operations.length },
      documents: [...new Map(all.map((each) => [each.id, each])).values()],
    })
  }
  return [...books.values()]
}

function Book({ book: { name, count, documents } }: { readonly book: BookOfFile }) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  return (
    <Card>
      <h3>{name === null ? t.unknownBook : t.of(name)}</h3>
      <p>{t.count(count)}</p>
      <ul>
        {documents.map((each) => (
          <li key={each.id}>{documentName(each, names, language)}</li>
        ))}
      </ul>
    </Card>
  )
}
