import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Value } from '#domain/operation.ts'
import { createDraftWriter, type DraftWriterOptions, type KeepProblem } from '#store/draftWriter.ts'
import { useEffect, useMemo, useState } from 'react'

export interface Draft {
  /** What the field holds on the screen: what is typed here, else what the document says. */
  readonly value: (key: string) => Value
  /** The same for a text field; the empty text when there is none. */
  readonly text: (key: string) => string
  /** Keeps a new value, at once and without a button. */
  readonly set: (key: string, value: Value) => void
  /** Why the last words are on the screen only; `null`: all is kept on this device. */
  readonly problem: KeepProblem | null
  /**
   * Resolves when all that was typed is written: to `null`, or to why some of it is not. Await it
   * before an act that freezes, and do not freeze without these words.
   */
  readonly flush: () => Promise<KeepProblem | null>
}

/** Which document is written, see `Workspace.draftOf`. */
export type DraftTarget = Omit<DraftWriterOptions, 'onKept'>

/**
 * The draft of one document while a person writes it. Every input goes to the database; what is
 * still on its way when the page goes away is put aside and found again at the next start.
 * `target` must stay the same object while the same document is on the screen.
 */
export function useDraft(target: DraftTarget, document: LogbookDocument | null): Draft {
  const [typed, setTyped] = useState<Readonly<Record<string, Value>>>({})
  const [problem, setProblem] = useState<KeepProblem | null>(null)
  const { writer, flush } = useMemo(() => createTeller(target, setProblem), [target])

  useEffect(() => {
    writer.show(document)
  }, [writer, document])

  useEffect(() => {
    const hide = () => {
      if (window.document.visibilityState === 'hidden') writer.putAside()
    }
    window.addEventListener('pagehide', writer.putAside)
    window.document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', writer.putAside)
      window.document.removeEventListener('visibilitychange', hide)
      // Another screen: the words go on being written behind it. Aside first, because signing out
      // closes the database in this very moment.
      writer.putAside()
      void writer.flush()
    }
  }, [writer])

  const value = (key: string): Value =>
    Object.hasOwn(typed, key) && writer.holds(key)
      ? (typed[key] ?? null)
      : (document?.fields[key]?.value ?? null)

  return {
    value,
    text: (key) => {
      const current = value(key)
      return typeof current === 'string' ? current : ''
    },
    set: (key, next) => {
      setTyped((before) => ({ ...before, [key]: next }))
      writer.write(key, next)
    },
    problem,
    flush,
  }
}

/** A writer whose `flush` tells how its last attempt ended. */
function createTeller(target: DraftTarget, tell: (problem: KeepProblem | null) => void) {
  let last: KeepProblem | null = null
  const onKept = (problem: KeepProblem | null) => {
    last = problem
    tell(problem)
  }
  const writer = createDraftWriter({ ...target, onKept })
  return { writer, flush: () => writer.flush().then(() => last) }
}
