import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { duties, rights, type Statement } from '#programmes/rightsAndDuties.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Source } from '#ui/Source.tsx'

import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** What an apprentice is owed, and owes. */
export function RightsAndDuties({ own }: { readonly own: boolean }) {
  const t = useTexts(texts)
  return (
    <>
      <Disclosure summary={own ? t.rights : t.rightsOfOther}>
        <Statements statements={rights} />
      </Disclosure>
      <Disclosure summary={own ? t.duties : t.dutiesOfOther}>
        <Statements statements={duties} />
      </Disclosure>
    </>
  )
}

function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  const t = useTexts(texts)
  return (
    <List>
      {statements.map(({ code, text, source }) => (
        <ListItem
          key={code}
          title={<span lang={PROGRAMME_LANGUAGE}>{text}</span>}
          detail={<Source>{t.source(source)}</Source>}
        />
      ))}
    </List>
  )
}
