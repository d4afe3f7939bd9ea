import type { DocumentId } from '#domain/identifiers.ts'
import type { Content } from '#domain/operation.ts'
import { demoId } from '../demoId.ts'
import type { Story } from '../story.ts'
import { instantOf, logbookIdOf, personOf, type DemoEvent } from '../timeline.ts'
import { skillMoments, type SkillMoment } from './skillMoments.ts'

/** What happens around the skills of one story, in no particular order. */
export function trainingOf(story: Story): DemoEvent[] {
  const { key } = story.apprentice
  return (skillMoments[key] ?? []).map((moment) => skillEvent(story, moment))
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
