import { textOf } from '#domain/content.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import { pieceReasons } from '#features/parts/pieceReasons.ts'
import type { Problem } from '#features/parts/problem.ts'
import { ReturnDialog } from '#features/parts/ReturnDialog.tsx'
import { useProgramme } from '#features/parts/useProgramme.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { dayOfInstant, formatShortDay } from '#ui/formatDate.ts'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { PastReturn } from './PastReturn.tsx'
import { texts } from './texts.ts'
import type { WaitingDocument } from './useSignatureQueue.ts'
import styles from './WeekCard.module.css'

interface Props {
  readonly waiting: WaitingDocument
  /** Whose signature it waits for. */
  readonly reader: PersonId
  readonly problem: Problem | null
  readonly busy: boolean
  readonly onSign: () => void
  readonly onReturn: (reason: string) => Promise<Problem | null>
}

/** A piece of an exam file that waits for a signature, to be read without opening anything. */
export function PieceCard({ waiting, reader, problem, busy, onSign, onReturn }: Props) {
  const { document, version, facts } = waiting
  const t = useTexts(texts)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  // Its official words: the card is read without them until they are here.
  const programme = useProgramme(facts)
  const rule = programme?.pieces.find(({ code }) => code === version.content['rule'])
  const label = textOf(version.content, 'label')
  const told = textOf(version.content, 'told')
  const nature = rule?.natures[textOf(version.content, 'nature')]
  const name = givenName(apprenticeName(facts))

  return (
    <Card waiting>
      <div className={styles['head']}>
        <h3 className={styles['title']}>{label}</h3>
        <p className={styles['when']}>
          {[
            t.whose(name, rule ? rule.exam : t.piece),
            t.sentOn(formatShortDay(dayOfInstant(version.at), language)),
            ...(version.number > 1 ? [t.newVersion(version.number)] : []),
          ].join(' · ')}
        </p>
      </div>
      <PastReturn document={document} facts={facts} reader={reader} />
      {rule && (
        <p lang={PROGRAMME_LANGUAGE}>
          {[rule.title, nature].filter((each) => each !== undefined).join(' · ')}
        </p>
      )}
      {told !== '' && <Quote>{told}</Quote>}
      <ProblemNotice problem={problem} title={t.notSigned} />
      <Row>
        <Button
          busy={busy}
          icon={<Stamp aria-hidden="true" size={20} />}
          aria-label={t.signPieceLabel(name, label)}
          onClick={onSign}
        >
          {t.signPiece(name)}
        </Button>
        <Button
          variant="quiet"
          icon={<Undo2 aria-hidden="true" size={20} />}
          aria-label={t.returnPieceLabel(label)}
          onClick={() => {
            setAsking(true)
          }}
        >
          {t.return}
        </Button>
      </Row>
      <ReturnDialog
        open={asking}
        title={t.returnPieceTitle(label, name)}
        quick={pieceReasons}
        name={name}
        onReturn={onReturn}
        onClose={() => {
          setAsking(false)
        }}
      />
    </Card>
  )
}
