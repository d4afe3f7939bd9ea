import type { Enrolment } from '#domain/enrolment/enrolment.ts'
import type { Centre, Enrolled } from '#protocol/centre.ts'
import type { EnrolmentRefusal } from '#protocol/notOpenable.ts'

/** The centre that somebody coordinates. `none`: they coordinate none; `broken`: nobody can tell. */
export type CentreState =
  | { readonly kind: 'asking' | 'offline' | 'none' | 'broken' }
  | { readonly kind: 'ok'; readonly centre: Centre }

/** Why nothing was opened, beside what is wrong with the apprentices themselves. */
export type OpeningRefusal = 'offline' | 'signed-out' | 'not-found' | 'too-many-tries' | 'other'

export type OpeningAnswer =
  | { readonly kind: 'enrolled'; readonly enrolled: Enrolled }
  | { readonly kind: 'not-openable'; readonly problems: readonly EnrolmentRefusal[] }
  | { readonly kind: 'refused'; readonly refusal: OpeningRefusal }

/** Opens logbooks, or tells what would be opened (`preview`). */
export type OpenLogbooks = (
  enrolments: readonly Enrolment[],
  how: { readonly preview: boolean; readonly invite: boolean },
) => Promise<OpeningAnswer>
