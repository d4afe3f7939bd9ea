import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { Stamp } from '#ui/Stamp.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import { tones } from './tones.ts'

export function PieceSamples() {
  const t = useTexts(texts)
  return (
    <>
      <Section title={t.cards}>
        <Stack>
          <Card>
            <h3>{t.card}</h3>
            <p>{t.cardLead}</p>
            <DefinitionList items={[{ term: t.terms, description: t.person }]} />
            <Quote by={t.person}>{t.quote}</Quote>
          </Card>
          <Card waiting>
            <h3>{t.waitingCard}</h3>
          </Card>
          <List label={t.cards}>
            {tones.map((tone) => (
              <ListLink
                key={tone}
                to="/ui"
                title={t.line}
                detail={t.lineDetail}
                tone={tone}
                current={tone === 'success'}
                aside={<Chip tone={tone}>{t.tones[tone]}</Chip>}
              />
            ))}
          </List>
        </Stack>
      </Section>
      <Section title={t.stamp}>
        <Stamp label={t.seen} name={t.person} when={t.when} detail={<p>{t.evidence}</p>} />
      </Section>
    </>
  )
}
