import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { SkillChanges } from '#programmes/importedSkills.ts'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** What an import makes of the skills that are there, before it is done. */
export function ImportChanges({ changes }: { readonly changes: SkillChanges }) {
  const t = useTexts(texts)
  const { added, reworded, gone, kept } = changes
  const groups = [
    { title: t.added(added.length), lines: added.map((each) => ({ ...each, detail: undefined })) },
    {
      title: t.reworded(reworded.length),
      lines: reworded.map(({ before, ...each }) => ({
        ...each,
        detail: before === each.shortLabel ? t.otherWords : t.was(before),
      })),
    },
    {
      title: t.gone(gone.length),
      more: t.goneMore,
      lines: gone.map((each) => ({ ...each, detail: undefined })),
    },
  ].filter(({ lines }) => lines.length > 0)

  return (
    <Section title={t.changesTitle}>
      {groups.length === 0 ? <p>{t.nothing}</p> : <p>{t.kept(kept)}</p>}
      {groups.length > 0 && (
        <Card>
          {groups.map(({ title, more, lines }) => (
            <Disclosure key={title} summary={title} open={lines.length < FEW}>
              {more !== undefined && <p>{more}</p>}
              <List>
                {lines.map(({ code, shortLabel, detail }) => (
                  <ListItem
                    key={code}
                    title={<span lang={PROGRAMME_LANGUAGE}>{shortLabel}</span>}
                    detail={detail}
                    aside={code}
                  />
                ))}
              </List>
            </Disclosure>
          ))}
        </Card>
      )}
    </Section>
  )
}

/** Lines that are shown at once. */
const FEW = 9
