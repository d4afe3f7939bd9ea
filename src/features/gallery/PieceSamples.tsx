import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { LongList } from '#ui/LongList.tsx'
import { Quote } from '#ui/Quote.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { SplitView } from '#ui/SplitView.tsx'
import { Stack } from '#ui/Stack.tsx'
import { Stamp } from '#ui/Stamp.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Thumbnail } from '#ui/Thumbnail.tsx'
import { texts } from './texts.ts'
import { tones } from './tones.ts'

/** A picture that is there on every device. */
const PICTURE = '/icons/icon-192.png'

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
            <ListItem
              title={t.still}
              detail={t.lineDetail}
              aside={<Chip tone="info">{t.tones.info}</Chip>}
            />
          </List>
          <Row>
            <Thumbnail src={PICTURE} alt={t.picture} />
            <Thumbnail
              src={PICTURE}
              alt={t.picture}
              removeLabel={t.remove}
              onRemove={() => undefined}
            />
          </Row>
        </Stack>
      </Section>
      <Section title={t.split}>
        <SplitView
          listLabel={t.splitList}
          detailLabel={t.splitDetail}
          list={
            <LongList inSight={1} more={t.moreLines}>
              <ListLink key="current" to="/ui" title={t.line} current />
              <ListLink key="other" to="/ui" title={t.line} />
            </LongList>
          }
          detail={<Card>{t.cardLead}</Card>}
        />
      </Section>
      <Section title={t.stamp}>
        <Stamp label={t.seen} name={t.person} when={t.when} detail={<p>{t.evidence}</p>} />
      </Section>
    </>
  )
}
