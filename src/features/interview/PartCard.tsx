import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Row } from '#ui/Row.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Hourglass, Smartphone } from 'lucide-react'
import type { Party } from './parties.ts'
import { SectionText } from './SectionText.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly party: Party
  /** Who has the part now; `null`: nobody in this logbook. */
  readonly member: Member | null
  readonly section: LogbookDocument | undefined
  readonly facts: LogbookFacts
  /** Absent where this device may not be handed over for it. */
  readonly onHandOver?: (() => void) | undefined
}

/** Somebody else’s part while the interview is prepared: there or not, and what it says. */
export function PartCard({ party, member, section, facts, onHandOver }: Props) {
  const t = useTexts(texts)
  const name = section ? personName(facts, section.author) : member?.name
  const text = section?.state === 'submitted' ? lastVersion(section)?.content : undefined

  return (
    <Card>
      <Row align="between">
        <div>
          <h3>{name === undefined ? t.roles[party] : t.partOf(name)}</h3>
          <p>{name === undefined ? t.nobody(t.roles[party]) : t.roles[party]}</p>
        </div>
        {text ? (
          <Chip tone="success">{t.partDone}</Chip>
        ) : (
          <Chip tone="info" icon={<Hourglass aria-hidden="true" size={16} />}>
            {t.partMissing}
          </Chip>
        )}
      </Row>
      {text && name !== undefined && (
        <Disclosure summary={t.readPart(name)}>
          <SectionText party={party} content={text} />
        </Disclosure>
      )}
      {onHandOver && member && (
        <Row>
          <Button icon={<Smartphone aria-hidden="true" size={20} />} onClick={onHandOver}>
            {t.handOver(member.name)}
          </Button>
        </Row>
      )}
    </Card>
  )
}
