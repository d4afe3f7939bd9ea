import type { HeldItem } from '#protocol/held.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { HeldCard } from './HeldCard.tsx'
import type { HeldState, Settle, SettleEnd, SettleProblem } from './settling.ts'
import { texts } from './texts.ts'

interface Props {
  readonly state: HeldState
  /** Whose logbook it is. */
  readonly name: string
  readonly pathOf: (item: HeldItem) => string | null
  readonly onSettle: Settle
  /** Asks the server once more. */
  readonly onRetry: () => void
}

/** What was put aside in one logbook, and the decision about each. */
export function HeldScreen({ state, name, pathOf, onSettle, onRetry }: Props) {
  const t = useTexts(texts)
  const [said, setSaid] = useState<string | null>(null)

  const settle = async (...args: Parameters<Settle>): Promise<SettleProblem | null> => {
    const end = await onSettle(...args)
    if (end.kind === 'settled') setSaid(outcomeOf(end.settled, t))
    else if (isGone(end.problem)) setSaid(t.problems[end.problem])
    else return end.problem
    // The list is shorter now.
    onRetry()
    return null
  }

  return (
    <Page title={t.title} subtitle={t.lead(name)} back={{ to: '/', label: t.back }}>
      <Stack>
        <StatusLine>{said}</StatusLine>
        {state.kind === 'ok' ? (
          <Items list={state.list} pathOf={pathOf} onSettle={settle} />
        ) : (
          <NotHere kind={state.kind} onRetry={onRetry} />
        )}
      </Stack>
    </Page>
  )
}

const isGone = (problem: SettleProblem) => problem === 'already-settled' || problem === 'not-found'

function outcomeOf(
  { verdict, code }: Extract<SettleEnd, { kind: 'settled' }>['settled'],
  { outcomes }: (typeof texts)['fr'],
): string {
  if (code === 'not-taken') return outcomes.refused
  if (verdict === 'applied' || verdict === 'merged') return outcomes[verdict]
  return code === 'bad-signature' || code === 'not-allowed' ? outcomes[code] : outcomes.rejected
}

interface ItemsProps {
  readonly list: Extract<HeldState, { kind: 'ok' }>['list']
  readonly pathOf: Props['pathOf']
  readonly onSettle: (...args: Parameters<Settle>) => Promise<SettleProblem | null>
}

function Items({ list: { items, total }, pathOf, onSettle }: ItemsProps) {
  const t = useTexts(texts)
  if (items.length === 0) return <EmptyState title={t.none}>{t.noneMore}</EmptyState>
  return (
    <>
      <p>{t.final}</p>
      {items.map((item) => (
        <HeldCard
          key={item.operationId}
          item={item}
          path={pathOf(item)}
          onTake={() => onSettle(item, 'take', null)}
          onRefuse={(reason) => onSettle(item, 'refuse', reason)}
        />
      ))}
      {total > items.length && <p>{t.more(total - items.length)}</p>}
    </>
  )
}

interface NotHereProps {
  readonly kind: Exclude<HeldState['kind'], 'ok'>
  readonly onRetry: () => void
}

/** Why nothing can be shown. */
function NotHere({ kind, onRetry }: NotHereProps) {
  const t = useTexts(texts)
  if (kind === 'loading') return <Spinner label={t.loading} />
  if (kind === 'not-yours') return <EmptyState title={t.notYours}>{t.notYoursMore}</EmptyState>
  const isOffline = kind === 'offline'
  return (
    <Notice
      tone={isOffline ? 'info' : 'waiting'}
      title={isOffline ? t.offline : t.broken}
      role="status"
    >
      <Stack gap="tight">
        <p>{isOffline ? t.offlineMore : t.brokenMore}</p>
        <Button onClick={onRetry}>{t.retry}</Button>
      </Stack>
    </Notice>
  )
}
