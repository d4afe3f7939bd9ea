import { surveyIdOf, surveyResult } from '#domain/enrolment/surveys.ts'
import { mayBegin, readsKind, type Actor } from '#domain/rights.ts'
import { SurveyResults } from '#features/enrolment/SurveyResults.tsx'
import { SurveyScreen } from '#features/enrolment/SurveyScreen.tsx'
import { texts } from '#features/enrolment/survey.texts.ts'
import type { OpenSurvey } from '#features/enrolment/useEnrolment.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useDocuments } from '#features/parts/useDocuments.ts'
import type { BookRow } from '#store/database.ts'
import { useTexts } from '#ui/texts.tsx'
import { Navigate, useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useLogbookEnrolment } from './useLogbookEnrolment.ts'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/entree/enquete/:survey`. */
export function SurveyRoute() {
  return <BookRoute>{(book, actor) => <SurveyOf book={book} actor={actor} />}</BookRoute>
}

function SurveyOf({
  book: { id, facts },
  actor,
}: {
  readonly book: BookRow
  readonly actor: Actor
}) {
  const code = useParams()['survey']
  const enrolment = useLogbookEnrolment(facts, actor)
  if (enrolment === undefined) return <NoLogbookScreen reading />
  const open = enrolment?.surveys.find(({ survey }) => survey.code === code)
  // The address may be known to somebody who has no part in surveys.
  if (!open || !readsKind(actor.role, 'survey')) {
    return <Navigate to={`/livret/${id}/entree`} replace />
  }
  return <Answers key={open.survey.code} open={open} actor={actor} />
}

function Answers({
  open: { survey, opensOn },
  actor,
}: {
  readonly open: OpenSurvey
  readonly actor: Actor
}) {
  const { now, today, newIntent, act } = useWorkspace()
  const documentId = surveyIdOf(actor.logbookId, survey.code, actor.personId)
  const hub = `/livret/${actor.logbookId}/entree`
  const own = useOwnDocument('survey', documentId, actor, hub, 'party')
  if (own.document === undefined) return <NoLogbookScreen reading />
  return (
    <SurveyScreen
      actor={actor}
      survey={survey}
      open={opensOn <= today()}
      document={own.document}
      draft={own.draft}
      results={mayBegin(actor, 'survey') ? null : <Results survey={survey} actor={actor} />}
      onSend={() => own.finish('publish')}
      onReopen={() =>
        act({ ...newIntent(), documentId, kind: 'survey', type: 'amend' }, { ...actor, at: now() })
      }
      onResolve={own.resolve}
    />
  )
}

function Results({ survey, actor }: Pick<OpenSurvey, 'survey'> & { readonly actor: Actor }) {
  const { db } = useWorkspace()
  const t = useTexts(texts)
  const all = useDocuments(db, 'survey')
  if (!all) return null
  const here = all.filter(({ logbookId }) => logbookId === actor.logbookId)
  return (
    <>
      <SurveyResults title={t.ofLogbook} result={surveyResult(survey, here)} withRemarks />
      <SurveyResults title={t.ofCohort} result={surveyResult(survey, all)} withRemarks={false} />
    </>
  )
}
