import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import { personName } from '#features/parts/personName.ts'
import { outlineOf } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { useTexts } from '#ui/texts.tsx'
import { FrameFacts } from './FrameFacts.tsx'
import { participantNames } from './frameNames.ts'
import { frozenSection, partiesOf, type Sections } from './parties.ts'
import { SectionText } from './SectionText.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly interview: LogbookDocument
  /** Of one frozen version. */
  readonly content: Content
  readonly sections: Sections
  readonly facts: LogbookFacts
}

/** One frozen version, whole: what everybody signs. */
export function InterviewText({ interview, content, sections, facts }: Props) {
  const t = useTexts(texts)
  const day = typeof content['date'] === 'string' ? content['date'] : facts.contract.start

  return (
    <>
      <Card>
        <FrameFacts
          content={content}
          names={participantNames(facts, day)}
          programme={outlineOf(facts)}
        />
      </Card>
      {partiesOf(interview.kind, content).map((party) => {
        const section = sections[party]
        const text = frozenSection(content, section, party)
        const name = section ? personName(facts, section.author) : t.roles[party]
        return (
          <Card key={`${interview.id} ${party}`}>
            <h3>{t.partOf(name)}</h3>
            {text ? <SectionText party={party} content={text} /> : <p>{t.notHere}</p>}
          </Card>
        )
      })}
    </>
  )
}
