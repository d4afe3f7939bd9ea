import type { Actor } from '#domain/rights.ts'
import { InstallOffer } from '#features/install/InstallOffer.tsx'
import { useDocuments } from '#features/parts/useDocuments.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { putOffInstall, useInstallLater, useInstallWay } from '../installation.ts'
import { useWorkspace } from '../workspace.ts'
import { EnrolmentWaiting } from './EnrolmentWaiting.tsx'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
}

/** What comes after the week on an apprentice’s first page. */
export function HomeNotices({ facts, actor }: Props) {
  const { db, now } = useWorkspace()
  const way = useInstallWay()
  const { until } = useInstallLater()
  const entries = useDocuments(db, 'entry', actor.logbookId) ?? []
  // Who has sent a week knows what it is good for.
  const hasSent = entries.some(({ versions, waiting }) => versions.length > 0 && !waiting)
  const offers = hasSent && !['installed', 'desktop', 'mac-safari'].includes(way)

  return (
    <>
      <EnrolmentWaiting facts={facts} actor={actor} />
      {offers && Date.parse(now()) > until && (
        <InstallOffer
          onLater={() => {
            putOffInstall(Date.parse(now()))
          }}
        />
      )}
    </>
  )
}
