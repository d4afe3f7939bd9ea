import { follows } from '#domain/kind.ts'
import { currentSignatures, lastVersion } from '#domain/logbookDocument.ts'
import { may, type Actor } from '#domain/rights.ts'
import { daysOfWeek, weekNumber } from '#domain/week.ts'
import type { WeekStatus } from '#domain/weekStates.ts'
import { DocumentState } from '#features/parts/DocumentState.tsx'
import { EarlierVersions } from '#features/parts/EarlierVersions.tsx'
import { EntryView } from '#features/parts/EntryView.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import { ReminderLink } from '#features/parts/ReminderLink.tsx'
import { ReturnDialog } from '#features/parts/ReturnDialog.tsx'
import { ReturnNotice } from '#features/parts/ReturnNotice.tsx'
import { texts as ribbonTexts } from '#features/parts/ribbon.texts.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import type { FileWait } from '#features/parts/useFileWait.ts'
import { outlineOf } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { dayOfInstant, formatRange, formatShortDay } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { upperFirst } from '#ui/upperFirst.ts'
import { useSteady } from '#ui/useSteady.ts'
import { CalendarX2, Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { PastReturn } from './PastReturn.tsx'
import { FileWaitNotice } from './FileWaitNotice.tsx'
import { texts } from './texts.ts'
import { weekReasons } from './weekReasons.ts'
import styles from './WeekCard.module.css'

interface Props {
  readonly week: string
  /** `null`: nothing that this person may read. */
  readonly document: ShownDocument | null
  /** How the week stands; `null`: it is not one of the logbook. */
  readonly status: WeekStatus | null
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly fileUrl: FileUrl
  /** What its files keep from being signed; `null`: nothing. `undefined` while it is read. */
  readonly fileWait: FileWait | null | undefined
  /** Asks the server now whether files have arrived. */
  readonly onLook: () => Promise<void>
  /** Signs the version with this hash. */
  readonly onSign: (document: ShownDocument, hash: string) => Promise<Problem | null>
  readonly onReturn: (
    document: ShownDocument,
    hash: string,
    reason: string,
  ) => Promise<Problem | null>
}

/** One week of somebody else’s logbook: the version that was sent, and what one may do with it. */
export function WeekReading(props: Props) {
  const { week, document, status, facts, actor, fileUrl, fileWait, onLook, onSign, onReturn } =
    props
  const t = useTexts(texts)
  const { places } = useTexts(ribbonTexts)
  const language = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)

  const version = document && lastVersion(document)
  const name = givenName(apprenticeName(facts))
  const programme = outlineOf(facts)
  // A signed week takes another signature only of who finds it in the list; one is enough.
  const signs = document?.state === 'submitted' && may(actor, 'sign', document)
  const returns = document !== null && may(actor, 'return', document)
  const returned = document?.returns.findLast((row) => row.version === version?.number)

  const isLate = !version && status?.state === 'late'

  const isSteady = useSteady(version?.hash ?? '')
  const isMine =
    document !== null &&
    document.state !== 'draft' &&
    currentSignatures(document).some(({ signer }) => signer === actor.personId)

  const sign = async (shown: ShownDocument, hash: string) => {
    // Another version came just now: nobody signs what they have not seen.
    if (!isSteady()) return
    setBusy(true)
    setProblem(await onSign(shown, hash).catch((): Problem => 'not-kept'))
    setBusy(false)
  }

  return (
    <Page
      title={t.week(weekNumber(week))}
      subtitle={
        <>
          {formatRange(...daysOfWeek(week), language)}
          {document && version && <DocumentState document={document} />}
          {isLate && (
            <Chip tone="waiting" icon={<CalendarX2 aria-hidden="true" size={16} />}>
              {t.late}
            </Chip>
          )}
        </>
      }
      back={{ to: `/livret/${facts.id}`, label: t.logbookOf(apprenticeName(facts)) }}
    >
      {(!document || !version) && (
        <EmptyState
          title={t.notSentYet(name)}
          action={
            isLate && follows(actor.role) && <ReminderLink logbookId={facts.id} name={name} />
          }
        >
          {status && <p>{`${upperFirst(places[status.place])}.`}</p>}
          <p>{t.notSentText}</p>
        </EmptyState>
      )}
      {document && version && (
        <>
          {document.state === 'draft' && <Notice tone="info">{t.takenBack(name)}</Notice>}
          {returned && <ReturnNotice returned={returned} facts={facts} />}
          <Card waiting={signs}>
            <p className={styles['when']}>
              {[
                t.sentOn(formatShortDay(dayOfInstant(version.at), language)),
                ...(version.number > 1 ? [t.newVersion(version.number)] : []),
              ].join(' · ')}
            </p>
            <PastReturn document={document} facts={facts} reader={actor.personId} />
            <EntryView content={version.content} programme={programme} fileUrl={fileUrl} />
            {currentSignatures(document).map((signature) => (
              <SignatureStamp
                key={signature.by}
                signature={signature}
                facts={facts}
                current={document.state !== 'draft'}
              />
            ))}
          </Card>
          {isMine && <p className={styles['when']}>{t.byMistake(name)}</p>}
          <EarlierVersions
            document={document}
            facts={facts}
            programme={programme}
            fileUrl={fileUrl}
            shown={version.number}
          />
          <ProblemNotice problem={problem} title={t.notSigned} />
          {signs && fileWait && (
            <FileWaitNotice wait={fileWait} number={weekNumber(week)} name={name} onLook={onLook} />
          )}
          {(signs || returns) && (
            <ActionBar>
              {signs && fileWait === null && (
                <Button
                  variant="primary"
                  busy={busy}
                  icon={<Stamp aria-hidden="true" size={20} />}
                  onClick={() => {
                    void sign(document, version.hash)
                  }}
                >
                  {t.sign(weekNumber(week), name)}
                </Button>
              )}
              {returns && (
                <Button
                  icon={<Undo2 aria-hidden="true" size={20} />}
                  onClick={() => {
                    setAsking(true)
                  }}
                >
                  {t.return}
                </Button>
              )}
            </ActionBar>
          )}
          <ReturnDialog
            open={asking}
            title={t.returnTitle(weekNumber(week), name)}
            quick={weekReasons}
            name={name}
            onReturn={(reason) => onReturn(document, version.hash, reason)}
            onClose={() => {
              setAsking(false)
            }}
          />
        </>
      )}
    </Page>
  )
}
