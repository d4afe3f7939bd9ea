import { itemsOf, textOf } from '#domain/content.ts'
import { currentSignatures, lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './placement.texts.ts'
import { diagnosticLevels, themesOf } from './themesOf.ts'

interface Props {
  readonly document: LogbookDocument
  readonly facts: LogbookFacts
}

/** A placement as it was sent, with its signatures. */
export function PlacementText({
  document,
  facts,
  programme,
}: Props & { readonly programme: Programme }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const content = lastVersion(document)?.content
  if (!content) return null
  const { months } = content
  const foreseen = programme.exams.filter(({ unit }) =>
    itemsOf(content, 'dispenses').includes(unit),
  )
  const levelOf = (theme: string) =>
    diagnosticLevels.find((each) => each === content[`diagnostic/${theme}/level`])

  return (
    <>
      <Card>
        <DefinitionList
          items={[
            {
              term: t.date,
              description: formatDayWithoutWeekday(textOf(content, 'date'), language),
            },
            { term: t.prior, description: textOf(content, 'prior') || t.nothingSaid },
            { term: t.path, description: textOf(content, 'path') },
            ...(typeof months === 'number'
              ? [{ term: t.monthsEffect, description: t.effectOf(months) }]
              : []),
            ...(foreseen.length === 0
              ? []
              : [
                  {
                    term: t.dispenses,
                    description: foreseen.map(({ code, title }) => t.exam(code, title)).join(', '),
                  },
                ]),
          ]}
        />
      </Card>
      <Section title={t.diagnostic}>
        <List>
          {themesOf(programme).flatMap(({ code, title }) => {
            const level = levelOf(code)
            if (!level) return []
            return [
              <ListItem
                key={code}
                title={<span lang={PROGRAMME_LANGUAGE}>{title}</span>}
                aside={<Chip tone={level === 'solid' ? 'success' : 'info'}>{t.levels[level]}</Chip>}
              />,
            ]
          })}
        </List>
      </Section>
      <Signatures document={document} facts={facts} />
    </>
  )
}

/** What is arranged, with the sentence about who reads it. */
export function ArrangementText({ document, facts }: Props) {
  const t = useTexts(texts)
  const content = lastVersion(document)?.content ?? {}
  const needed = textOf(content, 'needed') === 'yes'
  return (
    <Section title={t.arrangement}>
      <Card>
        <p>{t.arrangementReaders}</p>
        <p>
          <strong>{needed ? textOf(content, 'told') || t.neededUntold : t.notNeeded}</strong>
        </p>
      </Card>
      <Signatures document={document} facts={facts} />
    </Section>
  )
}

function Signatures({ document, facts }: Props) {
  return currentSignatures(document).map((signature) => (
    <SignatureStamp key={signature.by} signature={signature} facts={facts} current />
  ))
}
