import { currentSignatures, lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { may, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { personName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { outlineOf } from '#programmes/outlines.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { BookOpenCheck, Pencil, Smartphone } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { AttendeeNames } from './attendees.ts'
import { missingReaders, readersPresent } from './readersPresent.ts'
import { texts } from './texts.ts'
import { VisitReport, type AgreedAction } from './VisitReport.tsx'

interface Props {
  readonly document: LogbookDocument & {
    /** Operations the server has not confirmed; absent: none. */
    readonly waiting?: boolean
  }
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly names: AttendeeNames
  readonly today: string
  readonly onRead: (hash: string) => Promise<Problem | null>
  readonly onAmend: () => Promise<Problem | null>
  readonly onHandOver: (member: Member) => void
  readonly besideAction?: ((action: AgreedAction) => ReactNode) | undefined
}

/** A visit that was sent: to be read, marked as read, or corrected by its author. */
export function VisitReader(props: Props) {
  const { document, facts, actor, names, today, onRead, onAmend, onHandOver } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const version = lastVersion(document)
  if (!version) return null
  const programme = outlineOf(facts)
  const stamps = currentSignatures(document)
  const earlier = document.versions.slice(0, -1).toReversed()
  const missing = missingReaders(document, facts, today)
  const present = readersPresent(document, facts, actor, today)
  const run = (act: () => Promise<Problem | null>) => () => {
    setBusy(true)
    void act().then((refusal) => {
      setProblem(refusal)
      setBusy(false)
    })
  }

  return (
    <>
      {document.waiting === true && document.state === 'published' && (
        <Notice tone="info" title={t.keptTitle} role="status">
          <p>{t.keptText}</p>
        </Notice>
      )}
      {document.state === 'draft' && (
        <Notice tone="info">{t.beingAmended(personName(facts, document.author))}</Notice>
      )}
      <Card>
        <VisitReport
          content={version.content}
          names={names}
          programme={programme}
          besideAction={document.state === 'draft' ? undefined : props.besideAction}
        />
      </Card>
      <Section title={t.readers}>
        {stamps.length + missing.length === 0 && <p>{t.nobodyRead}</p>}
        {stamps.map((signature) => (
          <SignatureStamp
            key={signature.by}
            signature={signature}
            facts={facts}
            current
            label={t.stamp}
          />
        ))}
        {missing.length > 0 && <p>{t.notReadBy(missing.map(({ name }) => name).join(', '))}</p>}
        {present.length > 0 && (
          <Row>
            {present.map((member) => (
              <Button
                key={member.personId}
                icon={<Smartphone aria-hidden="true" size={20} />}
                onClick={() => {
                  onHandOver(member)
                }}
              >
                {t.handOver(member.name)}
              </Button>
            ))}
          </Row>
        )}
      </Section>
      {earlier.length > 0 && (
        <Disclosure summary={t.earlier}>
          {earlier.map(({ number, at, content }) => (
            <Card key={number}>
              <h3>{t.version(number, formatInstant(at, language))}</h3>
              <VisitReport content={content} names={names} programme={programme} heading="h4" />
              {document.signatures
                .filter((signature) => signature.version === number)
                .map((signature) => (
                  <SignatureStamp
                    key={signature.by}
                    signature={signature}
                    facts={facts}
                    current={false}
                    label={t.stamp}
                  />
                ))}
            </Card>
          ))}
        </Disclosure>
      )}
      <ProblemNotice problem={problem} />
      {may(actor, 'amend', document) && (
        <Row align="end">
          <Button
            variant="quiet"
            busy={busy}
            icon={<Pencil aria-hidden="true" size={20} />}
            onClick={run(onAmend)}
          >
            {t.amend}
          </Button>
        </Row>
      )}
      {may(actor, 'sign', document) && (
        <ActionBar>
          <p>{t.readHint}</p>
          <Button
            variant="primary"
            busy={busy}
            icon={<BookOpenCheck aria-hidden="true" size={20} />}
            onClick={run(() => onRead(version.hash))}
          >
            {t.read}
          </Button>
        </ActionBar>
      )}
    </>
  )
}
