import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { texts as roleTexts } from '#features/parts/roles.texts.ts'
import type { HeldItem } from '#protocol/held.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import styles from './HeldCard.module.css'
import { itemName } from './itemName.ts'
import { RefuseDialog } from './RefuseDialog.tsx'
import type { SettleProblem } from './settling.ts'
import { texts } from './texts.ts'

interface Props {
  readonly item: HeldItem
  /** Where the document can be read; `null`: it is not on this device. */
  readonly path: string | null
  /** Resolves to why nothing was decided, or to `null`. */
  readonly onTake: () => Promise<SettleProblem | null>
  readonly onRefuse: (reason: string) => Promise<SettleProblem | null>
}

/** One thing that was put aside: who, when, why, the words in it, and the decision. */
export function HeldCard({ item, path, onTake, onRefuse }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const roles = useTexts(roleTexts)
  const language = useLanguage()
  const [problem, setProblem] = useState<SettleProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const { name, role, via, code, broughtBy, words, writtenAt, receivedAt } = item
  const what = itemName(item, t, names, language)
  const by = [t.from(name, role ? roles[role] : ''), ...(via === null ? [] : [t.via(via)])]

  const take = async () => {
    setBusy(true)
    setProblem(await onTake())
    setBusy(false)
  }

  return (
    <Card waiting>
      <div className={styles['head']}>
        <h2>{what}</h2>
        <p className={styles['who']}>{by.join(', ')}</p>
      </div>
      <DefinitionList
        items={[
          { term: t.why, description: t.codes[code] ?? t.otherCode },
          ...(broughtBy === null ? [] : [{ term: t.broughtBy, description: broughtBy }]),
          {
            term: t.written,
            description: writtenAt === null ? t.unknownTime : formatInstant(writtenAt, language),
          },
          { term: t.received, description: formatInstant(receivedAt, language) },
        ]}
      />
      {words.length === 0 && <p>{t.noWords}</p>}
      {words.map((text, index) => (
        // The same words may stand in two fields.
        <Quote key={index} by={index === words.length - 1 ? name : undefined}>
          {text}
        </Quote>
      ))}
      {problem && (
        <Notice tone={problem === 'other' ? 'problem' : 'waiting'} role="alert">
          {t.problems[problem]}
        </Notice>
      )}
      <Row>
        <Button
          busy={busy}
          icon={<Check aria-hidden="true" size={20} />}
          aria-label={t.takeLabel(what, name)}
          onClick={() => void take()}
        >
          {t.take}
        </Button>
        <Button
          icon={<X aria-hidden="true" size={20} />}
          aria-label={t.refuseLabel(what, name)}
          onClick={() => {
            setProblem(null)
            setAsking(true)
          }}
        >
          {t.refuse}
        </Button>
        {path !== null && (
          <ButtonLink variant="quiet" to={path}>
            {t.open}
          </ButtonLink>
        )}
      </Row>
      <RefuseDialog
        open={asking}
        what={`${what}, ${name}`}
        onRefuse={onRefuse}
        onClose={() => {
          setAsking(false)
        }}
      />
    </Card>
  )
}
