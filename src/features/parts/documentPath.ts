import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'

/** Which document, and the ISO week of an entry; empty: not known. */
interface Place {
  readonly logbookId: LogbookId
  readonly kind: KindName
  readonly id: DocumentId
  readonly when: string
}

/** The address of the screen that shows a document, or `null`: it cannot be told. */
export function documentPath({ kind, id, logbookId, when }: Place): string | null {
  const base = `/livret/${logbookId}`
  switch (kind) {
    case 'entry':
      return when === '' ? null : `${base}/semaine/${when}`
    case 'visit':
      return `${base}/visite/${id}`
    case 'interview':
    case 'individualInterview':
      return `${base}/entretien/${id}`
    case 'absence':
    case 'centreMotive':
    case 'companyMotive':
      return `${base}/absences`
    case 'payNote':
      return `${base}/absences`
    case 'individualPath':
      return `${base}/calendrier/modifier`
    case 'aidClaim':
      return `${base}/aides`
    case 'contract':
      return `${base}/contrat`
    case 'note':
      return `${base}/notes`
    case 'selfAssessment':
    case 'assessment':
      return `${base}/competences`
    case 'objective':
      return `${base}/plan`
    case 'mark':
      return `${base}/resultats`
    case 'piece':
    case 'candidacy':
    case 'dispense':
      return `${base}/examen`
    case 'placement':
    case 'arrangement':
      return `${base}/entree/positionnement`
    case 'acknowledgement':
    case 'admissionStep':
    case 'survey':
      return `${base}/entree`
    default:
      return base
  }
}
