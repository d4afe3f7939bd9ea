import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** What is taught in the centre, and for which exam. */
export function Subjects({ programme: { subjects } }: { readonly programme: Programme }) {
  const t = useTexts(texts)
  return (
    <Disclosure summary={t.subjects}>
      {subjects.length === 0 && <p>{t.notSaid}</p>}
      <List>
        {subjects.map(({ code, title, exam }) => (
          <ListItem
            key={code}
            title={<span lang={PROGRAMME_LANGUAGE}>{title}</span>}
            detail={exam === null ? undefined : t.preparesFor(exam)}
          />
        ))}
      </List>
    </Disclosure>
  )
}
