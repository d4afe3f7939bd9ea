import { daysOfWeek, isWeek } from '#domain/week.ts'
import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import { documentPath } from '#features/parts/documentPath.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { Chip } from '#ui/Chip.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { dayOfInstant, formatDayWithoutWeekday, formatRange } from '#ui/formatDate.ts'
import { ListLink } from '#ui/ListLink.tsx'
import { LongList } from '#ui/LongList.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Smartphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { texts } from './signed.texts.ts'
import type { SignedDocument, SignedInLogbook } from './useSigned.ts'

interface Props {
  /** `undefined` while it is read. */
  readonly logbooks: readonly SignedInLogbook[] | undefined
  readonly stateOf: (document: SignedDocument['document']) => ReactNode
}

/** Signatures in sight at first, of one apprentice: a good month. */
const IN_SIGHT = 8

/** All that somebody signed, by apprentice, to be found and read again with its stamp. */
export function SignedScreen({ logbooks, stateOf }: Props) {
  const t = useTexts(texts)

  return (
    <Page title={t.title} back={{ to: '/', label: t.back }}>
      {logbooks === undefined && <Spinner label={t.loading} />}
      {logbooks?.length === 0 && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {logbooks?.map(({ facts, signed }) => (
        <Section key={facts.id} title={apprenticeName(facts)}>
          <Signatures signed={signed} stateOf={stateOf} />
        </Section>
      ))}
    </Page>
  )
}

function Signatures({ signed, stateOf }: Pick<SignedInLogbook, 'signed'> & Pick<Props, 'stateOf'>) {
  const t = useTexts(texts)

  return (
    <LongList inSight={IN_SIGHT} more={t.more}>
      {signed.map((each) => (
        <Line key={each.document.id} signed={each} stateOf={stateOf} />
      ))}
    </LongList>
  )
}

interface LineProps extends Pick<Props, 'stateOf'> {
  readonly signed: SignedDocument
}

function Line({ signed: { document, when, at }, stateOf }: LineProps) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  const { id, kind, logbookId, state } = document
  const day = formatDayWithoutWeekday(dayOfInstant(at), language)
  const detail = isWeek(when)
    ? t.weekSignedOn(formatRange(...daysOfWeek(when), language), day)
    : kind === 'visit'
      ? t.readOn(day)
      : t.signedOn(day)
  // The line says that it was signed: what is told beside it is what is otherwise.
  const isPlain = state === 'signed' || state === 'acknowledged'
  const otherState = isPlain ? undefined : stateOf(document)

  return (
    <ListLink
      to={documentPath({ id, kind, logbookId, when }) ?? `/livret/${logbookId}`}
      title={documentName({ kind, when }, names, language)}
      detail={detail}
      aside={
        document.waiting ? (
          <Chip tone="info" icon={<Smartphone aria-hidden="true" size={16} />}>
            {t.waiting}
          </Chip>
        ) : (
          otherState
        )
      }
    />
  )
}
