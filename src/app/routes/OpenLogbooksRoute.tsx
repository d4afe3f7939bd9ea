import { modelCsv } from '#features/centre/enrolmentsCsv.ts'
import { NoCentreScreen } from '#features/centre/NoCentreScreen.tsx'
import type { Offered } from '#features/centre/offered.ts'
import { OpenLogbooksScreen } from '#features/centre/OpenLogbooksScreen.tsx'
import { texts } from '#features/centre/texts.ts'
import { useBooks } from '#features/parts/useDocuments.ts'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { programmeIds } from '#programmes/programmes.ts'
import { loadPart } from '#ui/loadPart.ts'
import { useTexts } from '#ui/texts.tsx'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { openLogbooks } from '../centreServer.ts'
import { keepEnrolment, recallEnrolment } from '../keptEnrolment.ts'
import { offerFile } from '../offerFile.ts'
import { useCentre } from '../useCentre.ts'
import { useWorkspace } from '../workspace.ts'

/** `/centre/livrets`, for who coordinates a centre. */
export function OpenLogbooksRoute() {
  const t = useTexts(texts)
  const { db, person, sync } = useWorkspace()
  const { state, again } = useCentre()
  const offered = useOffered()
  const held = useBooks(db)?.map(({ id }) => id) ?? []
  const isOffline = useStore(sync.state, ({ phase }) => phase === 'offline')
  if (state.kind !== 'ok' || !offered) {
    return (
      <NoCentreScreen
        state={state.kind === 'ok' ? 'asking' : state.kind}
        back="/"
        onAgain={again}
      />
    )
  }
  const { centre } = state

  return (
    <OpenLogbooksScreen
      centre={centre}
      offered={offered}
      offline={isOffline}
      held={new Set(held)}
      address={location.host}
      back="/"
      kept={recallEnrolment(person.id)}
      onKeep={(form) => {
        keepEnrolment(person.id, form)
      }}
      onDownload={() => {
        const csv = modelCsv(offered, centre.trainers[0])
        offerFile(new Blob([csv], { type: 'text/csv' }), t.modelName)
      }}
      onOpen={async (enrolments, how) => {
        const answer = await openLogbooks(enrolments, how)
        // What was opened is read here, too.
        if (answer.kind === 'enrolled' && !how.preview) await sync.now()
        return answer
      }}
    />
  )
}

/** All programmes of the app; `undefined` while they are loaded. */
function useOffered(): readonly Offered[] | undefined {
  const [offered, setOffered] = useState<readonly Offered[]>()
  useEffect(() => {
    let left = false
    void loadPart(() => Promise.all(programmeIds.map(loadOutline))).then(() => {
      if (!left) setOffered(programmeIds.flatMap((id) => findOutline(id) ?? []))
    })
    return () => {
      left = true
    }
  }, [])
  return offered
}
