import type { DocumentId } from '#domain/identifiers.ts'
import { aidClaims } from './aidClaims.ts'
import { calendarChanges } from './calendarChanges.ts'
import { demoId } from './demoId.ts'
import { payNotes } from './payNotes.ts'
import { coordinator } from './people.ts'
import type { Story } from './story.ts'
import { instantOf, logbookIdOf, personOf, type DemoEvent } from './timeline.ts'

/** What the centre decides, confirms and tells in one story, in no particular order. */
export function centreEventsOf(story: Story): DemoEvent[] {
  const logbookId = logbookIdOf(story)
  const { key } = story.apprentice
  const published = (
    kind: 'individualPath' | 'payNote',
    { on, content, who }: Pick<DemoEvent, 'who'> & { on: string; content: object },
    index: number,
  ): DemoEvent => {
    const name = `${kind}:${key}:${index}`
    return {
      ...{ logbookId, documentId: demoId<DocumentId>(name), kind, who, at: instantOf(on, name) },
      acts: [{ type: 'patch', set: { ...content } }, { type: 'publish' }],
    }
  }
  return [
    ...(calendarChanges[key] ?? []).map(({ on, by, content }, index) => {
      const who = by === 'coordinator' ? coordinator.key : personOf(story, by, on)
      return published('individualPath', { on, content, who }, index)
    }),
    ...(payNotes[key] ?? []).map(({ on, content }, index) =>
      published('payNote', { on, content, who: coordinator.key }, index),
    ),
    ...(aidClaims[key] ?? []).flatMap(({ on, content, confirmedOn }, index): DemoEvent[] => {
      const name = `aidClaim:${key}:${index}`
      const target = { logbookId, documentId: demoId<DocumentId>(name), kind: 'aidClaim' as const }
      return [
        {
          ...{ ...target, at: instantOf(on, name), who: key },
          acts: [{ type: 'patch', set: content }, { type: 'submit' }],
        },
        ...(confirmedOn === undefined
          ? []
          : [
              {
                ...{ ...target, at: instantOf(confirmedOn, `${name}:seen`), who: coordinator.key },
                acts: [{ type: 'sign' as const }],
              },
            ]),
      ]
    }),
  ]
}
