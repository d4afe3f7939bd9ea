import type { Role } from '#domain/kind.ts'
import { useBooks } from '#features/parts/useDocuments.ts'
import type { BookRow } from '#store/database.ts'
import { AppFrame } from '#ui/AppFrame.tsx'
import { Brand } from '#ui/Brand.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { useTexts } from '#ui/texts.tsx'
import { BookOpen, CalendarDays, MessageSquareText, PenLine, UserRound, Users } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { Opening } from './Opening.tsx'
import { ApprenticeHomeRoute } from './routes/ApprenticeHomeRoute.tsx'
import styles from './SignedInRoutes.module.css'
import { SyncChip } from './SyncChip.tsx'
import { texts } from './texts.ts'
import { useWorkspace } from './workspace.ts'

// The apprentice’s week comes with the app: in one piece it is smallest, and phones open it most.
// Everything else is loaded when it is opened.
const MasterHomeRoute = lazyPart(
  async () => (await import('./routes/MasterHomeRoute.tsx')).MasterHomeRoute,
)
const TrainerHomeRoute = lazyPart(
  async () => (await import('./routes/TrainerHomeRoute.tsx')).TrainerHomeRoute,
)
// Even their list is bytes: it comes with the first of them that is opened.
const OtherPages = lazyPart(async () => (await import('./OtherPages.tsx')).OtherPages)

// Only where nothing was brought to this device yet.
const FirstSync = lazyPart(async () => (await import('./FirstSync.tsx')).FirstSync)

// Hardly ever there: nothing of it has to come with the first screen.
const EmptiedNotice = lazyPart(async () => (await import('./EmptiedNotice.tsx')).EmptiedNotice)
const InPersonNotices = lazyPart(
  async () => (await import('./InPersonNotices.tsx')).InPersonNotices,
)
const UpdateNotice = lazyPart(async () => (await import('./UpdateNotice.tsx')).UpdateNotice)
const Shortcuts = lazyPart(async () => (await import('./Shortcuts.tsx')).Shortcuts)

/** The frame of the signed-in person, and what is shown in it. */
export function SignedInRoutes() {
  const t = useTexts(texts)
  const { db } = useWorkspace()
  const books = useBooks(db)

  return (
    <AppFrame
      header={
        <>
          <Brand to="/">{t.brand}</Brand>
          <SyncChip />
        </>
      }
      nav={useNav(books)}
      navLabel={t.nav}
      skipLabel={t.skip}
    >
      <div className={styles['notices']}>
        <Suspense>
          <UpdateNotice />
          <EmptiedNotice />
          <InPersonNotices />
          <Shortcuts />
        </Suspense>
      </div>
      <Routes>
        <Route path="/" element={part('home', <Home books={books} />)} />
        <Route path="*" element={part('others', <OtherPages />)} />
      </Routes>
    </AppFrame>
  )
}

/** Each waits for itself: one that is on its way is not kept behind the one before. */
const part = (key: string, page: ReactNode) => (
  <Suspense key={key} fallback={<Opening />}>
    {page}
  </Suspense>
)

/** What needs this person first. */
function Home({ books }: { readonly books: readonly BookRow[] | undefined }) {
  const t = useTexts(texts)
  const [book] = books ?? []
  if (!books) return <p role="status">{t.loading}</p>
  if (!book) return <FirstSync />
  switch (homeOf(books)) {
    case 'apprentice':
      return <ApprenticeHomeRoute />
    case 'master':
      return <MasterHomeRoute />
    case 'trainer':
    case 'coordinator':
      return <TrainerHomeRoute />
    default:
      return <Navigate to={`/livret/${book.id}`} replace />
  }
}

/** A person has one part in nearly all cases; who has several is shown the busiest. */
function homeOf(books: readonly BookRow[]): Role {
  const order: readonly Role[] = ['coordinator', 'trainer', 'master', 'apprentice']
  const held = new Set(books.map(({ role }) => role))
  return order.find((role) => held.has(role)) ?? 'guardian'
}

function useNav(books: readonly BookRow[] | undefined) {
  const t = useTexts(texts)
  const [book] = books ?? []
  const icon = { size: 22, 'aria-hidden': true } as const
  const me = { to: '/moi', label: t.me, icon: <UserRound {...icon} /> }
  if (!books || !book) return [me]
  const logbook = {
    to: `/livret/${book.id}`,
    label: t.logbook,
    icon: <BookOpen {...icon} />,
    end: true,
  }
  const notes = {
    to: `/livret/${book.id}/notes`,
    label: t.notes,
    icon: <MessageSquareText {...icon} />,
  }
  switch (homeOf(books)) {
    case 'apprentice':
      return [
        { to: '/', label: t.week, icon: <CalendarDays {...icon} />, end: true },
        logbook,
        notes,
        me,
      ]
    case 'master':
      return [{ to: '/', label: t.toSign, icon: <PenLine {...icon} />, end: true }, me]
    case 'trainer':
    case 'coordinator':
      return [{ to: '/', label: t.apprentices, icon: <Users {...icon} />, end: true }, me]
    default:
      return [logbook, me]
  }
}
