import type { LogbookId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './contractLinks.texts.ts'

interface Props {
  readonly logbookId: LogbookId
  readonly role: Role
  /** How many requests wait for this person behind a page. */
  readonly waiting?: Readonly<Partial<Record<'absences' | 'aids', number>>>
}

/** Pages, and who is sent to them: the others may open them, and have no use for them. */
const pages: readonly {
  readonly name: 'absences' | 'calendar' | 'contract' | 'pay' | 'aids' | 'people'
  readonly path: string
  readonly for: readonly Role[] | 'all'
}[] = [
  { name: 'calendar', path: 'calendrier', for: 'all' },
  { name: 'absences', path: 'absences', for: 'all' },
  { name: 'contract', path: 'contrat', for: 'all' },
  {
    name: 'pay',
    path: 'remuneration',
    for: ['apprentice', 'master', 'coordinator', 'guardian'],
  },
  { name: 'aids', path: 'aides', for: ['apprentice', 'coordinator', 'guardian', 'auditor'] },
  { name: 'people', path: 'personnes', for: 'all' },
]

/** The way to what was agreed, and with whom: calendar, absences, contract, pay, people. */
export function ContractLinks({ logbookId, role, waiting = {} }: Props) {
  const t = useTexts(texts)
  return (
    <List label={t.label}>
      {pages
        .filter((page) => page.for === 'all' || page.for.includes(role))
        .map(({ name, path }) => {
          const count = name === 'absences' || name === 'aids' ? (waiting[name] ?? 0) : 0
          const say = role === 'apprentice' ? t.toCorrect : t.toSettle
          return (
            <ListLink
              key={name}
              to={`/livret/${logbookId}/${path}`}
              title={t[name]}
              detail={count > 0 ? say(count) : undefined}
              tone={count > 0 ? 'waiting' : undefined}
            />
          )
        })}
    </List>
  )
}
