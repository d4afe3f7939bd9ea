import type { ReadingStatus } from '#domain/enrolment/readings.ts'
import { currentSignatures } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { SignBar } from '#features/parts/SignBar.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Problem } from '#features/parts/problem.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import { useAct } from '#features/parts/useAct.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Listen } from '#ui/Listen.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import { waitsFor } from './useEnrolment.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly status: ReadingStatus
  /** Keeps that the text was read, with a signature. Resolves to why not, or to `null`. */
  readonly onSign: () => Promise<Problem | null>
}

/** One text: it is read here, and signed under it. */
export function ReadingScreen({ facts, actor, status, onSign }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { busy, problem, run } = useAct()
  const { reading, state, document, changed } = status
  const waits = waitsFor(status, actor)

  return (
    <Page
      title={reading.title}
      subtitle={t.edition(formatDayWithoutWeekday(reading.edition, language))}
      back={{ to: `/livret/${actor.logbookId}/entree`, label: t.title }}
    >
      {state === 'open' && changed && <Notice tone="info" title={t.newEdition} />}
      <Card>
        <p lang={PROGRAMME_LANGUAGE}>{reading.lead}</p>
        {reading.of === 'company' && <p>{t.ofCompany(facts.company.name)}</p>}
        <Listen
          text={[reading.lead, ...reading.statements.map(({ text }) => text)].join('\n')}
          of={reading.title}
          lang={PROGRAMME_LANGUAGE}
        />
      </Card>
      {reading.statements.length > 0 && (
        <List>
          {reading.statements.map(({ code, text, source }) => (
            <ListItem
              key={code}
              title={<span lang={PROGRAMME_LANGUAGE}>{text}</span>}
              detail={<Source>{t.source(source)}</Source>}
            />
          ))}
        </List>
      )}
      {document &&
        currentSignatures(document).map((signature) => (
          <SignatureStamp
            key={signature.by}
            signature={signature}
            facts={facts}
            label={t.readBy}
            current
          />
        ))}
      {!waits && state !== 'read' && <p>{t.readingWaits[state]}</p>}
      <ProblemNotice problem={problem} />
      {waits && (
        <SignBar
          label={t.readAndSign}
          busy={busy}
          onSign={() => {
            run(onSign)
          }}
        />
      )}
    </Page>
  )
}
