import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { currentSignatures, openReturn } from '#domain/logbookDocument.ts'
import { Chip } from '#ui/Chip.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { History, Pencil, PencilLine, SendHorizontal, Smartphone, Stamp, Undo2 } from 'lucide-react'
import { texts } from './texts.ts'

interface Props {
  readonly document: LogbookDocument & {
    /** Operations the server has not confirmed; absent: none. */
    readonly waiting?: boolean
  }
  /** Ends the words: a `semaine` is « Envoyée », a `positionnement` « Envoyé ». */
  readonly ending?: '' | 'e'
}

/** How far a document is: Brouillon, Envoyée, Signée, and what came back. */
export function DocumentState({ document, ending = 'e' }: Props) {
  const t = useTexts(texts).state(ending)
  const { tone, Icon, word } = looks[stateOf(document)]
  const earlier = document.signatures.length > 0 && currentSignatures(document).length === 0

  return (
    <>
      <Chip tone={tone} icon={<Icon aria-hidden="true" size={16} />}>
        {t[word]}
      </Chip>
      {earlier && (
        <Chip tone="info" icon={<History aria-hidden="true" size={16} />}>
          {t.earlier}
        </Chip>
      )}
    </>
  )
}

type Shown = 'draft' | 'amending' | 'returned' | 'kept' | 'sent' | 'signed'

const looks = {
  draft: { tone: 'info', Icon: Pencil, word: 'draft' },
  amending: { tone: 'info', Icon: PencilLine, word: 'amending' },
  returned: { tone: 'waiting', Icon: Undo2, word: 'returned' },
  kept: { tone: 'info', Icon: Smartphone, word: 'kept' },
  sent: { tone: 'info', Icon: SendHorizontal, word: 'sent' },
  signed: { tone: 'success', Icon: Stamp, word: 'signed' },
} as const satisfies Record<Shown, { tone: Tone; Icon: typeof Pencil; word: Shown }>

function stateOf(document: Props['document']): Shown {
  if (openReturn(document)) return 'returned'
  switch (document.state) {
    case 'draft':
      // What was sent before stays with whoever reads it.
      return document.versions.length > 0 ? 'amending' : 'draft'
    case 'open':
    case 'discarded':
      return 'draft'
    case 'signed':
    case 'acknowledged':
      return 'signed'
    default:
      // Only what the server confirmed may be called sent.
      return document.waiting === true ? 'kept' : 'sent'
  }
}
