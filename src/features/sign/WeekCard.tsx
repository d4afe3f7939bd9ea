import { daysOfWeek, weekNumber } from '#domain/week.ts'
import { EntryView } from '#features/parts/EntryView.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import { ReturnDialog } from '#features/parts/ReturnDialog.tsx'
import type { FileUrlIn } from '#features/parts/useFileUrl.ts'
import { useFileUrlOf } from '#features/parts/useFileUrlOf.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { outlineOf } from '#programmes/outlines.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { formatRange, formatShortDay, dayOfInstant } from '#ui/formatDate.ts'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { FileWaitNotice } from './FileWaitNotice.tsx'
import { PastReturn } from './PastReturn.tsx'
import { texts } from './texts.ts'
import { weekReasons } from './weekReasons.ts'
import type { WaitingWeek } from './useSignatureQueue.ts'
import styles from './WeekCard.module.css'

interface Props {
  readonly waiting: WaitingWeek
  /** Must stay the same function. */
  readonly fileUrl: FileUrlIn
  /** Whose signature it waits for. */
  readonly reader: PersonId
  /** Why the last try to sign did not work. */
  readonly problem: Problem | null
  /** The only one on the page: its button is the main thing to do. */
  readonly alone: boolean
  readonly busy: boolean
  /** Asks the server now whether files have arrived. */
  readonly onLook: () => Promise<void>
  readonly onSign: () => void
  readonly onReturn: (reason: string) => Promise<Problem | null>
}

/** A week that waits for a signature, to be read without opening anything. */
export function WeekCard(props: Props) {
  const { waiting, fileUrl, reader, problem, alone, busy, onLook, onSign, onReturn } = props
  const { document, version, week, facts, fileWait } = waiting
  const t = useTexts(texts)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const fileHere = useFileUrlOf(fileUrl, facts.id, fileWait)
  const number = weekNumber(week)
  const name = givenName(apprenticeName(facts))

  return (
    <Card waiting>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t.weekOf(name, number)}</h2>
        <p className={styles['when']}>
          {[
            formatRange(...daysOfWeek(week), language),
            t.sentOn(formatShortDay(dayOfInstant(version.at), language)),
            ...(version.number > 1 ? [t.newVersion(version.number)] : []),
          ].join(' · ')}
        </p>
      </div>
      <PastReturn document={document} facts={facts} reader={reader} />
      <EntryView content={version.content} programme={outlineOf(facts)} fileUrl={fileHere} />
      <ProblemNotice problem={problem} title={t.notSigned} />
      {fileWait && <FileWaitNotice {...{ number, name, onLook }} wait={fileWait} />}
      <Row>
        {!fileWait && (
          <Button
            variant={alone ? 'primary' : 'secondary'}
            busy={busy}
            icon={<Stamp aria-hidden="true" size={20} />}
            onClick={onSign}
          >
            {t.sign(number, name)}
          </Button>
        )}
        <Button
          variant="quiet"
          icon={<Undo2 aria-hidden="true" size={20} />}
          aria-label={t.returnLabel(number, name)}
          onClick={() => {
            setAsking(true)
          }}
        >
          {t.return}
        </Button>
      </Row>
      <ReturnDialog
        open={asking}
        title={t.returnTitle(number, name)}
        quick={weekReasons}
        name={name}
        onReturn={onReturn}
        onClose={() => {
          setAsking(false)
        }}
      />
    </Card>
  )
}
