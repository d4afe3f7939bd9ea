import type { Enrolment } from '#domain/enrolment/enrolment.ts'
import { texts as roleTexts } from '#features/parts/roles.texts.ts'
import type { Enrolled } from '#protocol/centre.ts'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Section } from '#ui/Section.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { newPeople } from './newPeople.ts'
import { texts } from './texts.ts'

interface Props {
  readonly enrolments: readonly Enrolment[]
  readonly logbooks: Enrolled['logbooks']
  readonly invite: boolean
  readonly onInvite: (invite: boolean) => void
}

/** Lines that are shown at once. */
const FEW = 9

/** What would be opened, and who would come in, before anything is. */
export function OpeningPreview({ enrolments, logbooks, invite, onInvite }: Props) {
  const t = useTexts(texts)
  const roles = useTexts(roleTexts)
  const inState = (state: 'new' | 'known') =>
    enrolments.filter((_, index) => logbooks[index]?.state === state)
  const fresh = inState('new')
  const known = inState('known')
  const people = newPeople(enrolments, logbooks)
  const lines = (of: readonly Enrolment[]) => (
    <List>
      {of.map(({ apprentice, company, master, trainer, programme, cohort }) => (
        <ListItem
          key={`${apprentice.email} ${programme} ${cohort}`}
          title={apprentice.name}
          detail={
            <>
              {t.line(company.name, company.city)}
              <br />
              {t.people(master.name, trainer.name)}
            </>
          }
        />
      ))}
    </List>
  )

  return (
    <Section title={t.previewTitle}>
      <p>{fresh.length === 0 ? t.nothingToOpen : t.checkLead}</p>
      <Card>
        {fresh.length > 0 && (
          <Disclosure summary={t.toOpen(fresh.length)} open={fresh.length < FEW}>
            {lines(fresh)}
          </Disclosure>
        )}
        {known.length > 0 && (
          <Disclosure summary={t.known(known.length)} open={known.length < FEW}>
            <p>{t.knownMore}</p>
            {lines(known)}
          </Disclosure>
        )}
        {people.length > 0 && (
          <Disclosure summary={t.arriving(people.length)} open={people.length < FEW}>
            <List>
              {people.map(({ name, email, role }) => (
                <ListItem key={email} title={name} detail={t.roleAndAddress(roles[role], email)} />
              ))}
            </List>
          </Disclosure>
        )}
        {people.length === 0 && fresh.length > 0 && <p>{t.nobodyNew}</p>}
      </Card>
      {people.length > 0 && (
        <TickGroup
          legend={t.mails}
          options={[{ value: 'invite', label: t.invite, hint: t.inviteHint }]}
          values={invite ? ['invite'] : []}
          onToggle={(_, on) => {
            onInvite(on)
          }}
        />
      )}
    </Section>
  )
}
