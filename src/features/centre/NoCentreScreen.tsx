import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { CentreState } from './opening.ts'
import { texts } from './texts.ts'

interface Props {
  readonly state: Exclude<CentreState['kind'], 'ok'>
  readonly back: string
  readonly onAgain: () => void
}

/** In place of the screen on which logbooks are opened: why it cannot be shown, now or ever. */
export function NoCentreScreen({ state, back, onAgain }: Props) {
  const t = useTexts(texts)
  if (state === 'asking') {
    return (
      <Page title={t.title}>
        <Spinner label={t.loading} />
      </Page>
    )
  }
  const said = {
    offline: [t.offlineTitle, t.offlineMore],
    none: [t.noneTitle, t.noneMore],
    broken: [t.brokenTitle, t.brokenMore],
  }[state]
  return (
    <Page title={t.title} back={{ to: back, label: t.back }}>
      <EmptyState
        title={said[0] ?? ''}
        action={
          state === 'none' ? (
            <ButtonLink to={back}>{t.back}</ButtonLink>
          ) : (
            <Button onClick={onAgain}>{t.again}</Button>
          )
        }
      >
        {said[1]}
      </EmptyState>
    </Page>
  )
}
