import { follows } from '#domain/kind.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { weekOf } from '#domain/week.ts'
import { ContractLinks } from '#features/parts/ContractLinks.tsx'
import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import { apprenticeName, findMember, givenName } from '#features/parts/personName.ts'
import { ReminderLink } from '#features/parts/ReminderLink.tsx'
import { TrainingLinks } from '#features/parts/TrainingLinks.tsx'
import { WeekRibbon } from '#features/parts/WeekRibbon.tsx'
import { findOutline } from '#programmes/outlines.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Download, MapPin, MessagesSquare, NotebookPen } from 'lucide-react'
import type { ReactNode } from 'react'
import { NeedChips } from './NeedChips.tsx'
import { NotesExcerpt } from './NotesExcerpt.tsx'
import { texts } from './texts.ts'
import type { Logbook } from './useLogbook.ts'
import { WeekList } from './WeekList.tsx'

export interface LogbookSheetProps {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly logbook: Logbook
  readonly today: string
  /** The state of a visit or interview, as their own screens show it. */
  readonly stateOf: (document: LogbookDocument) => ReactNode
  /** What else waits for the reader. */
  readonly notice: ReactNode
  readonly onNewVisit: () => void
  readonly onNewInterview: () => void
}

/** All of one logbook: whose it is, its weeks, what was said and agreed. */
export function LogbookSheet(props: LogbookSheetProps) {
  const { facts, actor, logbook, today, stateOf, notice, onNewVisit, onNewInterview } = props
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  const base = `/livret/${actor.logbookId}`
  const writesNotes = mayBegin(actor, 'note')
  const isFollower = follows(actor.role)

  const waitingOf = (kind: LogbookDocument['kind']) =>
    logbook.requests.filter((each) => each.kind === kind).length

  const dateOf = (document: LogbookDocument) => {
    const date = lastVersion(document)?.content['date'] ?? document.fields['date']?.value
    return typeof date === 'string' ? date : ''
  }
  const latestFirst = (documents: readonly LogbookDocument[]) =>
    documents.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)))
  const dayOf = (document: LogbookDocument) => {
    const date = dateOf(document)
    return date === '' ? undefined : formatDayWithoutWeekday(date, language)
  }
  const typeOf = (document: LogbookDocument) => {
    const type = lastVersion(document)?.content['type'] ?? document.fields['type']?.value
    const types: Readonly<Record<string, string>> = names.interviewTypes
    const name = typeof type === 'string' ? types[type] : undefined
    return name ?? documentName({ kind: 'interview', when: '' }, names, language)
  }

  return (
    <>
      {(mayBegin(actor, 'visit') || writesNotes) && (
        <Row>
          {mayBegin(actor, 'visit') && (
            <Button
              variant="primary"
              icon={<MapPin aria-hidden="true" size={20} />}
              onClick={onNewVisit}
            >
              {t.newVisit}
            </Button>
          )}
          {mayBegin(actor, 'interview') && (
            <Button icon={<MessagesSquare aria-hidden="true" size={20} />} onClick={onNewInterview}>
              {t.newInterview}
            </Button>
          )}
          {writesNotes && (
            <ButtonLink to={`${base}/notes`} icon={<NotebookPen aria-hidden="true" size={20} />}>
              {t.writeNote}
            </ButtonLink>
          )}
        </Row>
      )}
      {isFollower && (
        <Row>
          <NeedChips needs={logbook.needs} facts={facts} today={today} />
          {logbook.needs.some(({ type }) => type === 'late-weeks') && (
            <ReminderLink logbookId={actor.logbookId} name={givenName(apprenticeName(facts))} />
          )}
        </Row>
      )}
      {notice}
      <Section title={t.ribbon}>
        <WeekRibbon
          weeks={logbook.weeks}
          years={logbook.years}
          logbookId={actor.logbookId}
          thisWeek={weekOf(today)}
          writable={actor.role === 'apprentice'}
        />
      </Section>
      <TrainingLinks logbookId={actor.logbookId} reader={actor.role} />
      <Section title={t.visits}>
        {logbook.visits.length === 0 ? (
          <p>{t.noVisit}</p>
        ) : (
          <List>
            {latestFirst(logbook.visits).map((visit) => {
              const when = dateOf(visit)
              return (
                <ListLink
                  key={visit.id}
                  to={`${base}/visite/${visit.id}`}
                  title={
                    when === ''
                      ? t.undatedVisit
                      : documentName({ kind: 'visit', when }, names, language)
                  }
                  aside={stateOf(visit)}
                />
              )
            })}
          </List>
        )}
      </Section>
      <Section title={t.interviews}>
        {logbook.interviews.length === 0 ? (
          <p>{t.noInterview}</p>
        ) : (
          <List>
            {latestFirst(logbook.interviews).map((interview) => (
              <ListLink
                key={interview.id}
                to={`${base}/entretien/${interview.id}`}
                title={typeOf(interview)}
                detail={dayOf(interview)}
                aside={stateOf(interview)}
              />
            ))}
          </List>
        )}
      </Section>
      <WeekList entries={logbook.entries} weeks={logbook.weeks} base={base} />
      {actor.role !== 'guardian' && actor.role !== 'auditor' && (
        <NotesExcerpt notes={logbook.notes} facts={facts} base={base} />
      )}
      <ContractLinks
        logbookId={actor.logbookId}
        role={actor.role}
        waiting={{ absences: waitingOf('centreMotive'), aids: waitingOf('aidClaim') }}
      />
      <Card>
        <DefinitionList
          items={[
            {
              term: t.company,
              description: `${facts.company.name}, ${facts.company.city}. ${facts.company.activity}`,
            },
            { term: t.master, description: findMember(facts, 'master', today)?.name ?? t.nobody },
            { term: t.trainer, description: findMember(facts, 'trainer', today)?.name ?? t.nobody },
            {
              term: t.programme,
              description: `${findOutline(facts.programme)?.shortTitle ?? facts.programme}, ${facts.cohort}, ${facts.centre}`,
            },
            {
              term: t.contract,
              description: t.fromTo(
                formatDayWithoutWeekday(facts.contract.start, language),
                formatDayWithoutWeekday(facts.contract.end, language),
              ),
            },
          ]}
        />
      </Card>
      <Row>
        <ButtonLink
          to={`${base}/export`}
          variant="quiet"
          icon={<Download aria-hidden="true" size={20} />}
        >
          {t.download}
        </ButtonLink>
      </Row>
    </>
  )
}
