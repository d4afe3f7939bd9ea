import type { DocumentId } from '#domain/identifiers.ts'
import type { Content } from '#domain/operation.ts'
import { demoId } from '../demoId.ts'
import type { Story } from '../story.ts'
import { instantOf, logbookIdOf, personOf, type DemoEvent } from '../timeline.ts'
import { centreMarks, type GivenMark } from './centreMarks.ts'
import { examFiles, type DemoExamFile } from './examFiles.ts'
import { skillMoments, type SkillMoment } from './skillMoments.ts'
import { workPlan, type PlannedObjective } from './workPlan.ts'

/** What happens around the skills, the work plan, the marks and the exam of one story, in no particular order. */
export function trainingOf(story: Story): DemoEvent[] {
  const { key } = story.apprentice
  return [
    ...(skillMoments[key] ?? []).map((moment) => skillEvent(story, moment)),
    ...(workPlan[key] ?? []).flatMap((planned, index) => objectiveEvents(story, planned, index)),
    ...(centreMarks[key] ?? []).map((given) => markEvent(story, given)),
    ...examEvents(story, examFiles[key] ?? { pieces: [] }),
  ]
}

const ticked = (codes: readonly string[]): Content =>
  Object.fromEntries(codes.map((code) => [`skills/${code}`, true]))

function objectiveEvents(story: Story, planned: PlannedObjective, index: number): DemoEvent[] {
  const { on, by, label, owner, due, skills, doneOn, ended } = planned
  const name = `objective:${story.apprentice.key}:${index}`
  const target = {
    logbookId: logbookIdOf(story),
    documentId: demoId<DocumentId>(name),
    kind: 'objective' as const,
  }
  const set: Content = { label, owner, due, ...ticked(skills) }
  const events: DemoEvent[] = [
    {
      ...target,
      at: instantOf(on, name),
      who: personOf(story, by, on),
      acts: [{ type: 'patch', set }, { type: 'publish' }],
    },
  ]
  if (doneOn !== undefined) {
    const who = personOf(story, owner, doneOn)
    events.push({ ...target, at: instantOf(doneOn, name), who, acts: [{ type: 'sign' }] })
  }
  if (ended) {
    events.push({
      ...target,
      at: instantOf(ended.on, `${name}:ended`),
      who: personOf(story, by, ended.on),
      acts: [
        { type: 'amend' },
        { type: 'patch', set: { outcome: ended.outcome } },
        { type: 'publish' },
      ],
    })
  }
  return events
}

function markEvent(story: Story, given: GivenMark): DemoEvent {
  const { on, label, form, subject, exam, mark, weight, skills = [], remark } = given
  const name = `mark:${story.apprentice.key}:${on}:${label}`
  const set: Content = {
    ...{ date: on, label, form, subject, hundredths: Math.round(mark * 100) },
    ...(exam === undefined ? {} : { exam }),
    ...(weight === undefined ? {} : { weight }),
    ...(remark === undefined ? {} : { remark }),
    ...ticked(skills),
  }
  return {
    at: instantOf(on, name),
    who: story.trainer,
    logbookId: logbookIdOf(story),
    documentId: demoId<DocumentId>(name),
    kind: 'mark',
    acts: [{ type: 'patch', set }, { type: 'publish' }],
  }
}

function skillEvent(story: Story, { on, by, levels, remark }: SkillMoment): DemoEvent {
  const name = `skills:${story.apprentice.key}:${on}:${by}`
  const chosen = Object.entries(levels).flatMap(([level, codes]) =>
    codes.map((code): [string, string] => [`skills/${code}/level`, level]),
  )
  const set: Content = {
    date: on,
    ...(by === 'apprentice' ? {} : { party: by }),
    ...(remark === undefined ? {} : { remark }),
    ...Object.fromEntries(chosen),
  }
  return {
    at: instantOf(on, name),
    who: personOf(story, by, on),
    logbookId: logbookIdOf(story),
    documentId: demoId<DocumentId>(name),
    kind: by === 'apprentice' ? 'selfAssessment' : 'assessment',
    acts: [{ type: 'patch', set }, { type: 'publish' }],
  }
}

/** Year in which the cohort of the demo sits its exam. */
const SESSION = 2027

/** As the academy of the demo set them, and the centre noted. */
const lastDays: Content = {
  registrationUntil: '2026-11-20',
  'handedIn/E4/until': '2027-03-12',
  'handedIn/E6/until': '2027-03-19',
}

function examEvents(story: Story, { pieces, registeredOn }: DemoExamFile): DemoEvent[] {
  const { key } = story.apprentice
  const logbookId = logbookIdOf(story)
  const prepared = pieces.flatMap((piece): DemoEvent[] => {
    const { on, rule, nature, label, told, signedOn, returned } = piece
    const name = `piece:${key}:${label}`
    const target = { logbookId, documentId: demoId<DocumentId>(name), kind: 'piece' as const }
    const set: Content = { rule, label, told, ...(nature === undefined ? {} : { nature }) }
    const sent = { ...target, at: instantOf(on, name), who: key }
    const written = {
      ...sent,
      acts: [{ type: 'patch' as const, set }, { type: 'submit' as const }],
    }
    if (returned) {
      const at = instantOf(returned.on, name)
      const who = personOf(story, 'master', returned.on)
      return [written, { ...target, at, who, acts: [{ type: 'return', reason: returned.reason }] }]
    }
    if (signedOn === undefined) return [written]
    const who = personOf(story, 'master', signedOn)
    return [written, { ...target, at: instantOf(signedOn, name), who, acts: [{ type: 'sign' }] }]
  })
  if (registeredOn === undefined) return prepared
  const name = `candidacy:${key}`
  const registered: DemoEvent = {
    at: instantOf(registeredOn, name),
    who: story.trainer,
    logbookId,
    documentId: demoId<DocumentId>(name),
    kind: 'candidacy',
    acts: [
      { type: 'patch', set: { session: SESSION, registeredOn, ...lastDays } },
      { type: 'publish' },
    ],
  }
  return [...prepared, registered]
}
