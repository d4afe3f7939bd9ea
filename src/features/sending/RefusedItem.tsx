import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { formatShortInstant } from '#ui/formatDate.ts'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Check } from 'lucide-react'
import styles from './SendingScreen.module.css'
import { texts } from './texts.ts'
import type { SendingItem } from './useSendingItems.ts'

interface Props {
  readonly item: SendingItem
  readonly onNotice: () => Promise<void>
}

/** One thing the server did not take into account: what it was, why, and the words in it. */
export function RefusedItem({ item, onNotice }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  const { acts, words, at, code, reason, path } = item
  const name = documentName(item, names, language)
  const done = acts.map((act) => names.acts[act] ?? act).join(', ')

  return (
    <Card waiting>
      <div className={styles['head']}>
        <h3>{name}</h3>
        <p className={styles['when']}>{`${done} \u00b7 ${formatShortInstant(at, language)}`}</p>
      </div>
      <p>{t.codes[code ?? ''] ?? t.codes['other']}</p>
      {reason !== null && <Quote by={t.fromCentre}>{reason}</Quote>}
      {words.map((text) => (
        <Quote key={text}>{text}</Quote>
      ))}
      <Row>
        {path !== null && <ButtonLink to={path}>{t.open}</ButtonLink>}
        {!item.waits && (
          <Button
            variant="quiet"
            icon={<Check aria-hidden="true" size={20} />}
            aria-label={t.noticedLabel(name)}
            onClick={() => void onNotice()}
          >
            {t.noticed}
          </Button>
        )}
      </Row>
    </Card>
  )
}
