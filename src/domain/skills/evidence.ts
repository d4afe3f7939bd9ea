import { addDays } from '../civilDate.ts'
import { itemsOf, textOf } from '../content.ts'
import type { DocumentId } from '../identifiers.ts'
import { interviewKinds } from '../interviewKinds.ts'
import { lastVersion, type LogbookDocument } from '../logbookDocument.ts'
import { mondayOf } from '../week.ts'
import { weekOfEntry } from '../weekStates.ts'
import type { SkillValue } from './skillValues.ts'

/** A week in which a skill was practised in the company, as its sent entry says. */
export interface PractisedWeek {
  /** ISO week. */
  readonly week: string
  readonly documentId: DocumentId
  /** Whether the master has signed it. */
  readonly signed: boolean
}

/** By skill code: the weeks in which it was practised, in order. What was never sent does not count. */
export function practisedWeeks(
  entries: readonly LogbookDocument[],
): ReadonlyMap<string, readonly PractisedWeek[]> {
  const bySkill = new Map<string, PractisedWeek[]>()
  const sent = entries
    .flatMap((entry) => {
      const week = weekOfEntry(entry)
      const content = lastVersion(entry)?.content
      return week !== null && content ? [{ entry, week, content }] : []
    })
    .sort((one, other) => one.week.localeCompare(other.week))
  for (const { entry, week, content } of sent) {
    const practised = { week, documentId: entry.id, signed: entry.state === 'signed' }
    for (const skill of itemsOf(content, 'skills')) {
      const known = bySkill.get(skill)
      if (known) known.push(practised)
      else bySkill.set(skill, [practised])
    }
  }
  return bySkill
}

/** Kinds of documents that can show a skill, beside what somebody thinks of it. */
export const evidenceKinds = ['entry', 'visit', ...interviewKinds, 'mark'] as const

/** A document that names a skill: one may look there for what stands behind an opinion. */
export interface Evidence {
  readonly kind: (typeof evidenceKinds)[number]
  readonly documentId: DocumentId
  /** Civil date; of a week, its Friday: what it tells of is over by then. */
  readonly date: string
  /** ISO week of an entry; `null`: of another kind. */
  readonly week: string | null
  /** Whether those whom its kind names have signed it; a mark is signed by nobody. */
  readonly signed: boolean
}

/**
 * By skill code: what shows it, oldest first. Of each document its latest version counts; what was
 * never sent, or taken back, does not.
 */
export function evidenceOf(
  documents: readonly LogbookDocument[],
): ReadonlyMap<string, readonly Evidence[]> {
  const bySkill = new Map<string, Evidence[]>()
  const dated = documents
    .flatMap((document) => {
      const kind = evidenceKinds.find((each) => each === document.kind)
      const content = lastVersion(document)?.content
      if (!kind || !content || textOf(content, 'cancelled') !== '') return []
      const week = kind === 'entry' ? weekOfEntry(document) : null
      const date = week === null ? textOf(content, 'date') : addDays(mondayOf(week), 4)
      const signed = document.state === 'signed' || document.state === 'acknowledged'
      const shown: Evidence = { kind, documentId: document.id, date, week, signed }
      return itemsOf(content, 'skills').map((skill) => ({ skill, shown }))
    })
    .sort((one, other) => one.shown.date.localeCompare(other.shown.date))
  for (const { skill, shown } of dated) bySkill.set(skill, [...(bySkill.get(skill) ?? []), shown])
  return bySkill
}

/**
 * What stands behind one opinion: what shows the skill, since the same part was asked before and
 * until this opinion, oldest first. `values`: oldest first, as `skillValues` gives them.
 */
export function evidenceBehind(
  value: SkillValue,
  values: readonly SkillValue[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
): readonly Evidence[] {
  const since = values.findLast(
    ({ skill, view, date }) => skill === value.skill && view === value.view && date < value.date,
  )?.date
  return (evidence.get(value.skill) ?? []).filter(
    ({ date }) => date <= value.date && (since === undefined || date > since),
  )
}

export interface Coverage {
  readonly block: string
  readonly skills: number
  /** Skills with at least one signed week. */
  readonly signed: number
  /** Skills that were practised, but in no week that is signed yet. */
  readonly sent: number
  /** Codes of the skills that no sent week names. */
  readonly never: readonly string[]
}

interface SkillBlock {
  readonly code: string
  readonly skills: readonly { readonly code: string }[]
}

/** How much of each block was practised in the company; in the order of the blocks. */
export const coverageOf = (
  blocks: readonly SkillBlock[],
  practised: ReadonlyMap<string, readonly PractisedWeek[]>,
): readonly Coverage[] =>
  blocks.map(({ code: block, skills }) => {
    const weeksOf = ({ code }: { readonly code: string }) => practised.get(code) ?? []
    const signed = skills.filter((skill) => weeksOf(skill).some((week) => week.signed)).length
    const never = skills.filter((skill) => weeksOf(skill).length === 0).map(({ code }) => code)
    return {
      block,
      skills: skills.length,
      signed,
      sent: skills.length - signed - never.length,
      never,
    }
  })

/**
 * What somebody may want to value first: skills that were practised since the ISO week of their last
 * assessment (`null`: never), the most practised first; at most `count` of them.
 */
export function practisedSince(
  practised: ReadonlyMap<string, readonly PractisedWeek[]>,
  week: string | null,
  count: number,
): readonly string[] {
  return [...practised]
    .map(([skill, weeks]) => ({
      skill,
      times: weeks.filter((each) => week === null || each.week > week).length,
    }))
    .filter(({ times }) => times > 0)
    .sort((one, other) => other.times - one.times || one.skill.localeCompare(other.skill))
    .slice(0, count)
    .map(({ skill }) => skill)
}
