import { currentSignatures, lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { signedBy } from '#domain/signing.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Smartphone } from 'lucide-react'
import { partiesOf, type People } from './parties.ts'
import { texts } from './texts.ts'

interface Props {
  readonly interview: LogbookDocument
  readonly facts: LogbookFacts
  readonly people: People
  /** Who can sign now on this device, handed over to them. */
  readonly present: readonly Member[]
  readonly onHandOver: (member: Member) => void
}

/** Who has signed the one version, and who is still asked. */
export function SigningPanel({ interview, facts, people, present, onHandOver }: Props) {
  const t = useTexts(texts)
  const wanted = partiesOf(interview.kind, lastVersion(interview)?.content ?? {})
  const signed = signedBy(interview)
  const missing = wanted.filter((party) => !signed.includes(party))

  return (
    <Section title={t.signatures(wanted.length - missing.length, wanted.length)}>
      {currentSignatures(interview).map((signature) => (
        <SignatureStamp key={signature.by} signature={signature} facts={facts} current />
      ))}
      {missing.map((party) => {
        const member = people[party]
        const here = present.find(({ role }) => role === party)
        return (
          <Card key={party}>
            <Row align="between">
              <Chip tone="waiting">
                {member ? t.waitsFor(member.name) : t.nobody(t.roles[party])}
              </Chip>
              {here && (
                <Button
                  icon={<Smartphone aria-hidden="true" size={20} />}
                  onClick={() => {
                    onHandOver(here)
                  }}
                >
                  {t.handOver(here.name)}
                </Button>
              )}
            </Row>
          </Card>
        )
      })}
    </Section>
  )
}
