import { ButtonLink } from '#ui/ButtonLink.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { Page } from '#ui/Page.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Suspense, type ComponentType } from 'react'
import { Route, Routes } from 'react-router'
import { Opening } from './Opening.tsx'
import { texts } from './texts.ts'

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
  '/livret/:logbookId/calendrier/modifier': lazyPart(
    async () => (await import('./routes/CalendarChangesRoute.tsx')).CalendarChangesRoute,
  ),
  '/livret/:logbookId/aides': lazyPart(
    async () => (await import('./routes/AidsRoute.tsx')).AidsRoute,
  ),
  '/livret/:logbookId/absences': lazyPart(
    async () => (await import('./routes/AbsencesRoute.tsx')).AbsencesRoute,
  ),
  '/livret/:logbookId/formation': lazyPart(
    async () => (await import('./routes/ProgrammeRoute.tsx')).ProgrammeRoute,
  ),
  '/livret/:logbookId/formation/competences': lazyPart(
    async () => (await import('./routes/SkillsImportRoute.tsx')).SkillsImportRoute,
  ),
  '/livret/:logbookId/competences': lazyPart(
    async () => (await import('./routes/SkillsRoute.tsx')).SkillsRoute,
  ),
  '/livret/:logbookId/competences/evaluer': lazyPart(
    async () => (await import('./routes/AssessmentRoute.tsx')).AssessmentRoute,
  ),
  '/livret/:logbookId/competences/:skill': lazyPart(
    async () => (await import('./routes/SkillRoute.tsx')).SkillRoute,
  ),
  '/livret/:logbookId/plan': lazyPart(
    async () => (await import('./routes/PlanRoute.tsx')).PlanRoute,
  ),
  '/livret/:logbookId/plan/:documentId': lazyPart(
    async () => (await import('./routes/ObjectiveRoute.tsx')).ObjectiveRoute,
  ),
  '/livret/:logbookId/resultats': lazyPart(
    async () => (await import('./routes/MarksRoute.tsx')).MarksRoute,
  ),
  '/livret/:logbookId/resultats/:documentId': lazyPart(
    async () => (await import('./routes/MarkRoute.tsx')).MarkRoute,
  ),
  '/livret/:logbookId/examen': lazyPart(
    async () => (await import('./routes/ExamsRoute.tsx')).ExamsRoute,
  ),
  '/livret/:logbookId/examen/inscription': lazyPart(
    async () => (await import('./routes/CandidacyRoute.tsx')).CandidacyRoute,
  ),
  '/livret/:logbookId/examen/piece/:documentId': lazyPart(
    async () => (await import('./routes/PieceRoute.tsx')).PieceRoute,
  ),
  '/livret/:logbookId/examen/dispense/:unit': lazyPart(
    async () => (await import('./routes/DispenseRoute.tsx')).DispenseRoute,
  ),
  '/livret/:logbookId/entree': lazyPart(
    async () => (await import('./routes/EnrolmentRoute.tsx')).EnrolmentRoute,
  ),
  '/livret/:logbookId/entree/lire/:reading': lazyPart(
    async () => (await import('./routes/ReadingRoute.tsx')).ReadingRoute,
  ),
  '/livret/:logbookId/entree/positionnement': lazyPart(
    async () => (await import('./routes/PlacementRoute.tsx')).PlacementRoute,
  ),
  '/livret/:logbookId/entree/enquete/:survey': lazyPart(
    async () => (await import('./routes/SurveyRoute.tsx')).SurveyRoute,
  ),
  '/formation': lazyPart(
    async () => (await import('./routes/OwnProgrammeRoute.tsx')).OwnProgrammeRoute,
  ),
  '/livret/:logbookId/a-trancher': lazyPart(
    async () => (await import('./routes/HeldRoute.tsx')).HeldRoute,
  ),
  '/livret/:logbookId/personnes': lazyPart(
    async () => (await import('./routes/PeopleRoute.tsx')).PeopleRoute,
  ),
  '/livret/:logbookId/export': lazyPart(
    async () => (await import('./routes/ExportRoute.tsx')).ExportRoute,
  ),
  '/simulateur-remuneration': lazyPart(
    async () => (await import('./routes/PaySimulatorRoute.tsx')).PaySimulatorRoute,
  ),
  '/promotion': lazyPart(async () => (await import('./routes/CohortRoute.tsx')).CohortRoute),
  '/centre/livrets': lazyPart(
    async () => (await import('./routes/OpenLogbooksRoute.tsx')).OpenLogbooksRoute,
  ),
  '/signatures': lazyPart(
    async () => (await import('./routes/SignaturesRoute.tsx')).SignaturesRoute,
  ),
  '/envoi': lazyPart(async () => (await import('./routes/SendingRoute.tsx')).SendingRoute),
  '/installer': lazyPart(async () => (await import('./routes/InstallRoute.tsx')).InstallRoute),
  '/secours': lazyPart(async () => (await import('./routes/RescueRoute.tsx')).RescueRoute),
  '/moi': lazyPart(async () => (await import('./routes/AccountRoute.tsx')).AccountRoute),
  '/accessibilite': lazyPart(
    async () =>
      (await import('#features/accessibility/AccessibilityScreen.tsx')).AccessibilityScreen,
  ),
  '/connexion': lazyPart(async () => (await import('./routes/SignInRoute.tsx')).SignInRoute),
  '/demo/mails': lazyPart(async () => (await import('./routes/DemoMailsRoute.tsx')).DemoMailsRoute),
}

/** Every page but the first. Each waits for its own part: a tap is answered at once, too. */
export function OtherPages() {
  return (
    <Routes>
      {Object.entries(pages).map(([path, Screen]) => (
        <Route
          key={path}
          path={path}
          element={
            <Suspense key={path} fallback={<Opening />}>
              <Screen />
            </Suspense>
          }
        />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
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
