import type { Signature } from '#domain/logbookDocument.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Stamp } from '#ui/Stamp.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { personName } from './personName.ts'
import { receivedAt } from './receivedAt.ts'
import { texts } from './stamp.texts.ts'

interface Props {
  readonly signature: Signature
  readonly facts: LogbookFacts
  /** `false`: the text was changed since; the stamp says so. */
  readonly current: boolean
  /** What the stamp says: « Signé » unless told otherwise. */
  readonly label?: string | undefined
}

/** Signs of a hash that are shown: enough to compare two by eye. */
const HASH_SHOWN = 12

/** Visa: who signed which version, when, and how one knows. */
export function SignatureStamp({ signature, facts, current, label }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { signer, at, level, via, version, hash, receipt } = signature
  const received = receipt === null ? null : receivedAt(receipt)
  const instant = formatInstant(at, language)
  const owner = via === null ? '' : personName(facts, via)

  return (
    <Stamp
      label={label ?? t.signed}
      name={personName(facts, signer)}
      when={current ? instant : t.onVersion(version, instant)}
      detail={
        <DefinitionList
          items={[
            { term: t.how, description: t.levels[level](owner) },
            { term: t.version, description: current ? version : t.oldVersion(version) },
            { term: t.hash, description: `${hash.slice(0, HASH_SHOWN)}…` },
            {
              term: t.receipt,
              description:
                received === null ? t.notReceived : t.received(formatInstant(received, language)),
            },
          ]}
        />
      }
    />
  )
}
