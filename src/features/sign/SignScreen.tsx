import { weekNumber } from '#domain/week.ts'
import { MeetingList } from '#features/parts/MeetingList.tsx'
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { WaitingMeeting } from '#features/parts/useWaitingMeetings.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Chip } from '#ui/Chip.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Toast } from '#ui/Toast.tsx'
import { useSteady } from '#ui/useSteady.ts'
import { History, Stamp } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { FileUrlIn } from '#features/parts/useFileUrl.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { OtherWaiting } from './OtherWaiting.tsx'
import { OwnObjectives } from './OwnObjectives.tsx'
import { PieceCard } from './PieceCard.tsx'
import { texts } from './texts.ts'
import { useArrivals } from './useArrivals.ts'
import type {
  Apprenticeship,
  SignatureQueue,
  WaitingDocument,
  WaitingWeek,
} from './useSignatureQueue.ts'
import { VisitCard } from './VisitCard.tsx'
import { WeekCard } from './WeekCard.tsx'

interface Props {
  readonly queue: SignatureQueue
  readonly reader: PersonId
  /** Civil date. */
  readonly today: string
  /** Visits to read, interviews to write or sign. */
  readonly meetings: readonly WaitingMeeting[]
  readonly fileUrl: FileUrlIn
  /** What waits too and is no signature: below all that is. */
  readonly after?: ReactNode
  /** Resolves to why it was not signed, or to `null` once the signature is kept on this device. */
  readonly onSign: (waiting: WaitingDocument) => Promise<Problem | null>
  /** Asks the server now whether files have arrived. */
  readonly onLook: () => Promise<void>
  readonly onReturn: (waiting: WaitingDocument, reason: string) => Promise<Problem | null>
  readonly onRead: (visit: WaitingMeeting) => Promise<Problem | null>
}

/** How long it is said what was done, in ms: read twice, slowly. */
const SAID = 8_000

/** What a master opens: all that waits for him, oldest first, to read and sign on one page. */
export function SignScreen(props: Props) {
  const { queue, reader, today, meetings, fileUrl, onSign, onLook, onRead } = props
  const t = useTexts(texts)
  const [problems, setProblems] = useState<Readonly<Record<string, Problem>>>({})
  const [busy, setBusy] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string | null>(null)
  const { weeks, pieces, objectives, others, apprenticeships } = queue
  const ready = weeks.filter(({ fileWait }) => fileWait === null)
  const visits = meetings.filter(({ document }) => document.kind === 'visit')
  const interviews = meetings.filter(({ document }) => document.kind !== 'visit')
  // Whoever has two minutes sees at the top all that is further down.
  const summary = Object.entries({ weeks, pieces, interviews, visits } as const)
    .filter(([, { length }]) => length > 0)
    .map(([what, { length }]) => t.summary[what as keyof typeof t.summary](length))
  const nothing = [weeks, pieces, objectives, others, meetings].every(({ length }) => length === 0)

  const isSteady = useSteady(
    [...weeks, ...pieces, ...objectives, ...visits]
      .map(({ document: { id, versions } }) => `${id} ${versions.length}`)
      .join(),
  )

  // “Sign all” means one more now, further down than is seen.
  useArrivals(weeks, ([one, ...others]) => {
    const arrived =
      others.length === 0 && one ? ofWeek(one, t.arrivedOne) : t.arrived(others.length + 1)
    setSaid((before) => (before === null ? arrived : `${before} ${arrived}`))
  })

  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => {
      setSaid(null)
    }, SAID)
    return () => {
      clearTimeout(timer)
    }
  }, [said])

  /** Does `act` for each of `ids`, one after the other; what failed says so on its own card. */
  const each = async <Item,>(
    items: readonly Item[],
    idOf: (item: Item) => string,
    act: (item: Item) => Promise<Problem | null>,
  ): Promise<number> => {
    if (!isSteady()) {
      setSaid(t.moved)
      return 0
    }
    setSaid(null)
    setBusy(items.map(idOf))
    const failed: Record<string, Problem> = {}
    for (const item of items) {
      const problem = await act(item).catch((): Problem => 'not-kept')
      if (problem) failed[idOf(item)] = problem
    }
    setProblems(failed)
    setBusy([])
    const done = items.length - Object.keys(failed).length
    // The button is gone with its card: the keyboard goes on from the top, the page stays.
    if (done > 0) document.getElementById('main')?.focus({ preventScroll: true })
    return done
  }

  const sign = async (signed: readonly WaitingWeek[]) => {
    const done = await each(signed, (waiting) => waiting.document.id, onSign)
    if (done === 0) return
    const [one] = signed
    setSaid(signed.length === 1 && one ? ofWeek(one, t.signedOne) : t.signedCount(done))
    // All weeks are gone: what comes next stands at the top.
    if (done === weeks.length) scrollToTop()
  }

  /** Signs one thing, and says what became of it. */
  const signOne = async (signed: WaitingDocument, becomes: string) => {
    const done = await each([signed], (waiting) => waiting.document.id, onSign)
    if (done > 0) setSaid(becomes)
  }

  const sendBack = async (waiting: WaitingDocument, reason: string) => {
    const problem = await props.onReturn(waiting, reason)
    if (problem === null) setSaid(t.returnedTo(givenName(apprenticeName(waiting.facts))))
    return problem
  }

  const read = async (visit: WaitingMeeting) => {
    const done = await each([visit], (meeting) => meeting.document.id, onRead)
    if (done > 0) setSaid(t.readDone)
  }

  return (
    <Page
      title={t.title}
      subtitle={summary.length > 0 ? summary.join(', ') : undefined}
      aside={
        apprenticeships.length > 0 && (
          <Section title={t.apprentices}>
            <Apprentices apprenticeships={apprenticeships} />
            <Row>
              <ButtonLink
                to="/signatures"
                variant="quiet"
                icon={<History aria-hidden="true" size={20} />}
              >
                {t.allSigned}
              </ButtonLink>
            </Row>
          </Section>
        )
      }
    >
      {nothing && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
      {/* The bar sticks as long as its weeks are in sight, and ends with them. */}
      {weeks.length > 0 && (
        <Stack gap="loose">
          {weeks.map((waiting) => {
            const { id } = waiting.document
            return (
              <WeekCard
                key={id}
                waiting={waiting}
                fileUrl={fileUrl}
                reader={reader}
                problem={problems[id] ?? null}
                alone={ready.length === 1}
                busy={busy.includes(id)}
                onLook={onLook}
                onSign={() => {
                  void sign([waiting])
                }}
                onReturn={(reason) => sendBack(waiting, reason)}
              />
            )
          })}
          {ready.length > 1 && (
            <ActionBar>
              <Button
                variant="primary"
                busy={busy.length > 0}
                icon={<Stamp aria-hidden="true" size={20} />}
                onClick={() => {
                  void sign(ready)
                }}
              >
                {t.signAll(ready.length)}
              </Button>
            </ActionBar>
          )}
        </Stack>
      )}
      {interviews.length > 0 && (
        <Section title={t.interviews}>
          <MeetingList meetings={interviews} named />
        </Section>
      )}
      {pieces.length > 0 && (
        <Section title={t.pieces}>
          <p>{t.piecesLead}</p>
          {pieces.map((piece) => {
            const { id } = piece.document
            return (
              <PieceCard
                key={id}
                waiting={piece}
                reader={reader}
                problem={problems[id] ?? null}
                busy={busy.includes(id)}
                onSign={() => {
                  void signOne(piece, t.pieceSigned)
                }}
                onReturn={(reason) => sendBack(piece, reason)}
              />
            )
          })}
        </Section>
      )}
      {objectives.length > 0 && (
        <Section title={t.objectives}>
          <OwnObjectives
            objectives={objectives}
            today={today}
            problems={problems}
            busy={busy}
            onDone={(objective) => {
              void signOne(objective, t.objectiveDone)
            }}
          />
        </Section>
      )}
      {visits.length > 0 && (
        <Section title={t.visits}>
          {visits.map((visit) => (
            <VisitCard
              key={visit.document.id}
              meeting={visit}
              problem={problems[visit.document.id] ?? null}
              busy={busy.includes(visit.document.id)}
              onRead={() => {
                void read(visit)
              }}
            />
          ))}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t.others}>
          <OtherWaiting documents={others} />
        </Section>
      )}
      {props.after}
      <Toast>{said}</Toast>
    </Page>
  )
}

const ofWeek = ({ week, facts }: WaitingWeek, say: (number: number, name: string) => string) =>
  say(weekNumber(week), givenName(apprenticeName(facts)))

const scrollToTop = () => {
  document.documentElement.scrollTop = 0
}

function Apprentices({ apprenticeships }: Pick<SignatureQueue, 'apprenticeships'>) {
  const t = useTexts(texts)
  const detail = ({ lastSent }: Apprenticeship) =>
    lastSent === null ? t.nothingSent : t.lastSent(weekNumber(lastSent))

  return (
    <List>
      {apprenticeships.map((each) => (
        <ListLink
          key={each.facts.id}
          to={`/livret/${each.facts.id}`}
          title={apprenticeName(each.facts)}
          detail={detail(each)}
          aside={each.waiting > 0 && <Chip tone="waiting">{t.waits(each.waiting)}</Chip>}
        />
      ))}
    </List>
  )
}
