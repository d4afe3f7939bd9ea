import { motiveIdOf, type MotiveSide } from '#domain/absences/motiveId.ts'
import { motives, type Motive } from '#domain/absences/motiveNames.ts'
import { itemsOf, textOf } from '#domain/content.ts'
import type { HalfDay, Half } from '#domain/calendar/day.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { project, type Reader } from '#domain/rights.ts'
import type { ShownDocument } from '#store/documents.ts'

/** What one side was told of an absence, as far as the reader may know it. */
export interface ToldMotive {
  readonly document: LogbookDocument
  readonly motive: Motive
  /** Who saw the proof, and on which civil date; the first who did. */
  readonly proofSeen: { readonly by: PersonId; readonly on: string } | null
}

/** An absence as one reader may see it. */
export interface ShownAbsence {
  readonly document: ShownDocument
  /** In order. */
  readonly halfDays: readonly HalfDay[]
  readonly cancelled: boolean
  /** Of lateness, or of leaving early: how much of the half-day was missed; `null`: all of it. */
  readonly minutes: number | null
  readonly told: Readonly<Partial<Record<MotiveSide, ToldMotive>>>
}

/** The absences of a logbook, latest first. `motives`: documents of both kinds. */
export function absencesOf(
  absences: readonly ShownDocument[],
  motiveDocuments: readonly LogbookDocument[],
  reader: Reader,
): readonly ShownAbsence[] {
  const readable = motiveDocuments.filter((each) => project(each, reader) !== null)
  const byId = new Map(readable.map((each) => [each.id, each]))
  const toldTo = (absence: LogbookDocument, side: MotiveSide) => {
    const document = byId.get(motiveIdOf(absence, side))
    return document && toldOf(document)
  }
  return absences
    .flatMap((document): ShownAbsence[] => {
      const content = lastVersion(document)?.content
      if (!content || project(document, reader) === null) return []
      const [centre, company] = [toldTo(document, 'centre'), toldTo(document, 'company')]
      return [
        {
          document,
          halfDays: itemsOf(content, 'halfDays').map(halfDayOf).sort(inOrder),
          cancelled: textOf(content, 'cancelled') !== '',
          minutes: typeof content['minutes'] === 'number' ? content['minutes'] : null,
          told: { ...(centre && { centre }), ...(company && { company }) },
        },
      ]
    })
    .sort((one, other) => (firstDay(one) < firstDay(other) ? 1 : -1))
}

/** The civil dates, from `since` on, that the apprentice was away for this reason. */
export const daysTaken = (
  absences: readonly ShownAbsence[],
  motive: Motive,
  since: string,
): readonly string[] => {
  const away = absences.filter(
    ({ cancelled, told }) =>
      !cancelled && [told.company?.motive, told.centre?.motive].includes(motive),
  )
  const dates = away.flatMap(({ halfDays }) => halfDays.map(({ date }) => date))
  return [...new Set(dates)].filter((date) => date >= since).sort()
}

function toldOf(document: LogbookDocument): ToldMotive | undefined {
  const version = lastVersion(document)
  const motive = motives.find((each) => each === version?.content['motive'])
  if (!version || !motive) return undefined
  const seen = document.signatures.find(({ version: number }) => number === version.number)
  const proofSeen = seen ? { by: seen.signer, on: seen.at.slice(0, 10) } : null
  return { document, motive, proofSeen }
}

/** `2026-11-23.am` as the half-day it is. */
function halfDayOf(item: string): HalfDay {
  const [date = '', half] = item.split('.')
  return { date, half: half === 'pm' ? 'pm' : ('am' satisfies Half) }
}

const inOrder = (one: HalfDay, other: HalfDay) =>
  `${one.date} ${one.half}` < `${other.date} ${other.half}` ? -1 : 1

const firstDay = ({ halfDays }: ShownAbsence) => halfDays[0]?.date ?? ''
