import type { PersonId } from '#domain/identifiers.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { texts as roleTexts } from '#features/parts/roles.texts.ts'
import type { MemberEnd, NewMember } from '#protocol/centre.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { texts as changeTexts } from './change.texts.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { LastDayDialog } from './LastDayDialog.tsx'
import { peopleOf } from './peopleOf.ts'
import type { EntryAnswer, PeopleRefusal } from './peopleRefusal.ts'
import { texts } from './texts.ts'

interface Props {
  readonly facts: LogbookFacts
  /** Who reads. */
  readonly reader: PersonId
  readonly today: string
  readonly back: string
  /** What the coordinator may do, which resolves to why it was refused; `null`: nobody else may. */
  readonly changes: {
    readonly onAdd: (member: NewMember) => Promise<EntryAnswer>
    readonly onEnd: (end: MemberEnd) => Promise<PeopleRefusal | null>
  } | null
}

/** Who is and was in a logbook, as what and when; its coordinator lets people in and out. */
export function PeopleScreen({ facts, reader, today, back, changes }: Props) {
  const t = useTexts(texts)
  const c = useTexts(changeTexts)
  const roles = useTexts(roleTexts)
  const language = useLanguage()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Member | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { present, coming, past } = peopleOf(facts.members, today)
  const dayOf = (date: string) => formatDayWithoutWeekday(date, language)

  const when = ({ role, from, until }: Member) => {
    if (until !== null) return t.between(roles[role], dayOf(from), dayOf(until))
    return from > today ? t.starting(roles[role], dayOf(from)) : t.since(roles[role], dayOf(from))
  }
  const list = (members: readonly Member[]) => (
    <List>
      {members.map((member) => (
        <ListItem
          key={`${member.personId} ${member.role} ${member.from}`}
          title={member.name}
          detail={when(member)}
          aside={
            // Whose logbook it is stays in it.
            changes && member.role !== 'apprentice' ? (
              <Button
                size="small"
                aria-label={c.lastDayOf(member.name, roles[member.role])}
                onClick={() => {
                  setEnding(member)
                }}
              >
                {c.lastDay}
              </Button>
            ) : undefined
          }
        />
      ))}
    </List>
  )

  return (
    <Page title={t.title} subtitle={t.of(apprenticeName(facts))} back={{ to: back, label: t.back }}>
      <Stack gap="loose">
        {changes && (
          <Stack gap="tight">
            <p>{c.lead}</p>
            <StatusLine>{said}</StatusLine>
          </Stack>
        )}
        <Section title={t.present}>
          {present.length === 0 ? <p>{t.nobody}</p> : list(present)}
        </Section>
        {coming.length > 0 && <Section title={t.coming}>{list(coming)}</Section>}
        {past.length > 0 && <Section title={t.past}>{list(past)}</Section>}
      </Stack>
      {changes && (
        <ActionBar>
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden="true" size={20} />}
            onClick={() => {
              setAdding(true)
            }}
          >
            {c.add}
          </Button>
        </ActionBar>
      )}
      {changes && (
        <EntryDialog
          open={adding}
          today={today}
          onClose={() => {
            setAdding(false)
          }}
          onAdd={async (member) => {
            const answer = await changes.onAdd(member)
            if (answer.kind === 'entered') {
              const { name, from } = member
              const done = from > today ? c.enteredFrom(name, dayOf(from)) : c.entered(name)
              setSaid(answer.isUninvited ? `${done} ${c.uninvited}` : done)
            }
            return answer
          }}
        />
      )}
      {changes && ending && (
        <LastDayDialog
          member={ending}
          own={ending.personId === reader}
          today={today}
          onClose={() => {
            setEnding(null)
          }}
          onEnd={async (until) => {
            const { personId, role, from, name } = ending
            const refusal = await changes.onEnd({ personId, role, from, until })
            if (refusal === null) setSaid(until ? c.ended(name, dayOf(until)) : c.endless(name))
            return refusal
          }}
        />
      )}
    </Page>
  )
}
