import type { SentPiece } from '#domain/exams/examFile.ts'
import { isAskedIn } from '#domain/exams/selfCheck.ts'
import { openReturn } from '#domain/logbookDocument.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { personName } from '#features/parts/personName.ts'
import type { ExamPiece, Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { Tone } from '#ui/tone.ts'
import { Plus } from 'lucide-react'
import { texts } from './texts.ts'

type PieceState = keyof (typeof texts)['fr']['pieceStates']

const tones: Readonly<Record<PieceState, Tone>> = {
  signed: 'success',
  sent: 'waiting',
  arrived: 'success',
  returned: 'waiting',
  reopened: 'info',
  draft: 'info',
}

interface Props {
  readonly facts: LogbookFacts
  readonly programme: Programme
  /** Year of the session. */
  readonly session: number
  /** Codes of exams that are not taken: nothing is asked for them. */
  readonly notTaken: readonly string[]
  readonly pieces: readonly SentPiece[]
  readonly drafts: readonly ShownDocument[]
  readonly actor: Actor
  readonly onNew: (rule: string) => void
}

/** What each exam asks for, what is there, and what is missing. */
export function Pieces({ programme, session, notTaken, ...rest }: Props) {
  const t = useTexts(texts)
  const asked = programme.pieces.filter(
    (piece) => isAskedIn(piece, session) && !notTaken.includes(piece.exam),
  )
  return (
    <Section title={t.pieces}>
      {asked.length === 0 && (
        <p>{programme.pieces.length === 0 ? t.piecesUnknown : t.piecesNone}</p>
      )}
      {asked.map((rule) => (
        <PieceRule key={rule.code} rule={rule} {...rest} />
      ))}
    </Section>
  )
}

type RuleProps = Omit<Props, 'programme' | 'session' | 'notTaken'> & { readonly rule: ExamPiece }

function PieceRule({ facts, rule, pieces, drafts, actor, onNew }: RuleProps) {
  const t = useTexts(texts)
  const base = `/livret/${actor.logbookId}/examen/piece`
  const there = pieces.filter((piece) => piece.rule === rule.code)
  const begun = drafts.filter(({ fields }) => fields['rule']?.value === rule.code)
  const title = t.pieceOf(rule.exam, rule.title)
  const missing = there.length + begun.length < rule.count

  return (
    <Card>
      <Row align="between">
        <h3 lang={PROGRAMME_LANGUAGE}>{title}</h3>
        <span>{t.count(there.filter(({ isThere }) => isThere).length, rule.count)}</span>
      </Row>
      {(rule.distinct || rule.needsSignature) && (
        <p>
          {[rule.distinct && t.mustDiffer, rule.needsSignature && t.mustBeSigned]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {there.length + begun.length > 0 && (
        <List>
          {there.map((piece) => {
            const { document, label, nature } = piece
            const state = stateOf(piece, rule)
            const returned = openReturn(document)
            return (
              <ListLink
                key={document.id}
                to={`${base}/${document.id}`}
                title={label}
                detail={
                  returned
                    ? t.asked(personName(facts, returned.person), returned.reason)
                    : nature === null
                      ? undefined
                      : (rule.natures[nature] ?? nature)
                }
                aside={<Chip tone={tones[state]}>{t.pieceStates[state]}</Chip>}
                tone={returned ? 'waiting' : undefined}
              />
            )
          })}
          {begun.map(({ id, fields }) => {
            const label = fields['label']?.value
            return (
              <ListLink
                key={id}
                to={`${base}/${id}`}
                title={typeof label === 'string' && label !== '' ? label : t.untitled}
                aside={<Chip tone={tones.draft}>{t.pieceStates.draft}</Chip>}
              />
            )
          })}
        </List>
      )}
      {missing && mayBegin(actor, 'piece') && (
        <Row>
          <Button
            aria-label={t.addPieceLabel(title)}
            icon={<Plus aria-hidden="true" size={20} />}
            onClick={() => {
              onNew(rule.code)
            }}
          >
            {t.addPiece}
          </Button>
        </Row>
      )}
    </Card>
  )
}

/** Where a piece stands that was sent once. */
function stateOf({ document, signed }: SentPiece, { needsSignature }: ExamPiece): PieceState {
  if (document.state === 'draft') return openReturn(document) ? 'returned' : 'reopened'
  if (signed) return 'signed'
  return needsSignature ? 'sent' : 'arrived'
}
