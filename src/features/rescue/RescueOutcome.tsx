import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { SentBook, SentFile } from './rescueFile.ts'
import { texts } from './texts.ts'

interface Props {
  readonly sent: SentFile
}

/** What the centre took of a file, and what it did not. */
export function RescueOutcome({ sent: { books, lostPhotos, problem } }: Props) {
  const t = useTexts(texts)
  return (
    <>
      {problem && (
        <Notice tone="waiting" role="alert">
          <p>{t.problems[problem]}</p>
        </Notice>
      )}
      {(books.length > 0 || (!problem && lostPhotos === 0)) && (
        <Notice tone="success" title={t.doneTitle} role="status">
          <Stack gap="tight">
            {books.map((book) => (
              <Book key={book.logbookId} book={book} />
            ))}
          </Stack>
        </Notice>
      )}
      {lostPhotos > 0 && (
        <Notice tone="waiting" role="status">
          <p>{t.lostPhotos(lostPhotos)}</p>
          <p>{t.keepFile}</p>
        </Notice>
      )}
    </>
  )
}

function Book({ book }: { readonly book: SentBook }) {
  const t = useTexts(texts)
  const { logbookId, name, counted, held, refused, known } = book
  const said = [
    ...(counted > 0 ? [t.counted(counted)] : []),
    ...(held > 0 ? [t.held(held)] : []),
    ...(refused > 0 ? [t.refused(refused)] : []),
    ...(known > 0 ? [t.known(known)] : []),
  ]
  return (
    <>
      <p>
        {name !== null && t.said(t.of(name))}
        {said.join(' ')}
      </p>
      {held > 0 && <ButtonLink to={`/livret/${logbookId}/a-trancher`}>{t.decide}</ButtonLink>}
    </>
  )
}
