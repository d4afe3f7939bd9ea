import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useStore } from 'zustand'
import { texts } from './firstSync.texts.ts'
import { useCentre } from './useCentre.ts'
import { useWorkspace } from './workspace.ts'

/** In place of the first page while this device holds no logbook: on its way, or why there is none. */
export function FirstSync() {
  const t = useTexts(texts)
  const { sync } = useWorkspace()
  const { phase, answered } = useStore(sync.state)
  const isAsking = !answered && (phase === 'idle' || phase === 'sending')
  // Who coordinates a centre begins here: the first logbook is theirs to open.
  const { state } = useCentre(answered)
  if (answered && state.kind === 'ok') {
    return (
      <Page title={t.title}>
        <EmptyState
          title={t.begin.title(state.centre.name)}
          action={
            <ButtonLink to="/centre/livrets" variant="primary">
              {t.begin.open}
            </ButtonLink>
          }
        >
          <p role="status">{t.begin.lead}</p>
        </EmptyState>
      </Page>
    )
  }
  const said = isAsking ? t.asking : answered ? t.none : t.offline
  return (
    <Page title={t.title}>
      <EmptyState title={said.title}>
        {isAsking && <Spinner />}
        <p role="status">{said.lead}</p>
      </EmptyState>
    </Page>
  )
}
