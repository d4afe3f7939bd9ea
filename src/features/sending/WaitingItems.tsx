import { isSound } from '#domain/sound.ts'
import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import type { FileRow } from '#store/database.ts'
import { formatShortInstant } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import type { SendingItem } from './useSendingItems.ts'

interface Props {
  readonly items: readonly SendingItem[]
  /** Photos and memos that wait with them. */
  readonly files: readonly FileRow[]
}

/** What waits, each a tap away. */
export function WaitingItems({ items, files }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  const memos = files.filter(isSound).length
  const photos = files.length - memos

  return (
    <>
      {items.length > 0 && (
        <List>
          {items.map((item) => (
            <ListLink
              key={item.documentId}
              to={item.path ?? '/'}
              title={documentName(item, names, language)}
              detail={t.writtenAt(formatShortInstant(item.at, language))}
            />
          ))}
        </List>
      )}
      {photos > 0 && <p>{items.length > 0 ? t.andPhotos(photos) : t.photos(photos)}</p>}
      {memos > 0 && <p>{items.length > 0 ? t.andMemos(memos) : t.memos(memos)}</p>}
    </>
  )
}
