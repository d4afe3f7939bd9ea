import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './capture.texts.ts'

/** Why a photo is not in the week. `heic-photo`: as only Apple’s devices read them. */
export type PhotoProblem = Problem | 'not-a-photo' | 'heic-photo'

/** What went wrong with a photo and what to do, said at once to who listens. */
export function PhotoProblemNotice({ problem }: { readonly problem: PhotoProblem | null }) {
  const t = useTexts(texts)
  if (problem !== 'not-a-photo' && problem !== 'heic-photo') {
    return <ProblemNotice problem={problem} />
  }
  return (
    <Notice tone="problem" role="alert">
      {t.photoProblems[problem]}
    </Notice>
  )
}
