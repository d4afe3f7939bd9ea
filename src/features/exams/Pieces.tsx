import type { SentPiece } from '#domain/exams/examFile.ts'
import { isAskedIn } from '#domain/exams/selfCheck.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { ExamPiece, Programme } from '#programmes/programme.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Chip } from '#ui/Chip.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Plus } from 'lucide-react'
import { texts } from './texts.ts'

interface Props {
  readonly programme: Programme
  /** Year of the session. */
  readonly session: number
  readonly pieces: readonly SentPiece[]
  readonly drafts: readonly ShownDocument[]
  readonly actor: Actor
  readonly onNew: (rule: string) => void
}

/** What each exam asks for, what is there, and what is missing. */
export function Pieces({ programme, session, ...rest }: Props) {
  const t = useTexts(texts)
  const asked = programme.pieces.filter((piece) => isAskedIn(piece, session))
  return (
    <Section title={t.pieces}>
      {asked.length === 0 && <p>{t.piecesNone}</p>}
      {asked.map((rule) => (
        <PieceRule key={rule.code} rule={rule} {...rest} />
      ))}
    </Section>
  )
}

type RuleProps = Omit<Props, 'programme' | 'session'> & { readonly rule: ExamPiece }

function PieceRule({ rule, pieces, drafts, actor, onNew }: RuleProps) {
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
        <span>{t.count(there.length, rule.count)}</span>
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
          {there.map(({ document, label, nature, signed }) => (
            <ListLink
              key={document.id}
              to={`${base}/${document.id}`}
              title={label}
              detail={nature === null ? undefined : (rule.natures[nature] ?? nature)}
              aside={
                rule.needsSignature && (
                  <Chip tone={signed ? 'success' : 'waiting'}>
                    {signed ? t.pieceStates.signed : t.pieceStates.sent}
                  </Chip>
                )
              }
            />
          ))}
          {begun.map(({ id, fields }) => {
            const label = fields['label']?.value
            return (
              <ListLink
                key={id}
                to={`${base}/${id}`}
                title={typeof label === 'string' && label !== '' ? label : t.untitled}
                aside={<Chip tone="info">{t.pieceStates.draft}</Chip>}
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
