import { ButtonLink } from '#ui/ButtonLink.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { Page } from '#ui/Page.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Suspense, type ComponentType } from 'react'
import { Route, Routes } from 'react-router'
import { Opening } from './Opening.tsx'
import { texts } from './texts.ts'

/** Each page is loaded when it is opened. */
const pages: Readonly<Record<string, ComponentType>> = {
  '/livret/:logbookId': lazyPart(
    async () => (await import('./routes/LogbookRoute.tsx')).LogbookRoute,
  ),
  '/livret/:logbookId/semaine/:week': lazyPart(
    async () => (await import('./routes/WeekRoute.tsx')).WeekRoute,
  ),
  '/livret/:logbookId/visite/:documentId': lazyPart(
    async () => (await import('./routes/VisitRoute.tsx')).VisitRoute,
  ),
  '/livret/:logbookId/entretien/:documentId': lazyPart(
    async () => (await import('./routes/InterviewRoute.tsx')).InterviewRoute,
  ),
  '/livret/:logbookId/notes': lazyPart(
    async () => (await import('./routes/NotesRoute.tsx')).NotesRoute,
  ),
  '/livret/:logbookId/a-trancher': lazyPart(
    async () => (await import('./routes/HeldRoute.tsx')).HeldRoute,
  ),
  '/livret/:logbookId/contrat': lazyPart(
    async () => (await import('./routes/ContractRoute.tsx')).ContractRoute,
  ),
  '/livret/:logbookId/contrat/:documentId': lazyPart(
    async () => (await import('./routes/ContractEditRoute.tsx')).ContractEditRoute,
  ),
  '/livret/:logbookId/remuneration': lazyPart(
    async () => (await import('./routes/PayRoute.tsx')).PayRoute,
  ),
  '/livret/:logbookId/calendrier': lazyPart(
    async () => (await import('./routes/CalendarRoute.tsx')).CalendarRoute,
  ),
  '/livret/:logbookId/absences': lazyPart(
    async () => (await import('./routes/AbsencesRoute.tsx')).AbsencesRoute,
  ),
  '/livret/:logbookId/export': lazyPart(
    async () => (await import('./routes/ExportRoute.tsx')).ExportRoute,
  ),
  '/simulateur-remuneration': lazyPart(
    async () => (await import('./routes/PaySimulatorRoute.tsx')).PaySimulatorRoute,
  ),
  '/envoi': lazyPart(async () => (await import('./routes/SendingRoute.tsx')).SendingRoute),
  '/moi': lazyPart(async () => (await import('./routes/AccountRoute.tsx')).AccountRoute),
  '/connexion': lazyPart(async () => (await import('./routes/SignInRoute.tsx')).SignInRoute),
  '/demo/mails': lazyPart(async () => (await import('./routes/DemoMailsRoute.tsx')).DemoMailsRoute),
}

/** Every page of a signed-in person but the first one, which comes without this list. */
export function OtherRoutes() {
  return (
    <Routes>
      {Object.entries(pages).map(([path, Screen]) => (
        <Route key={path} path={path} element={<Part key={path} Screen={Screen} />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

/** As with the first page: a tap is answered at once, while the page’s own part is on its way. */
function Part({ Screen }: { readonly Screen: ComponentType }) {
  return (
    <Suspense fallback={<Opening />}>
      <Screen />
    </Suspense>
  )
}

function NotFound() {
  const t = useTexts(texts)
  return (
    <Page title={t.notFound}>
      <ButtonLink to="/" variant="primary">
        {t.home}
      </ButtonLink>
    </Page>
  )
}
