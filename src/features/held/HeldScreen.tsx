import { RESCUED } from '#domain/rescue.ts'
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

  /** One after the other, in the order they were written; the first that is not possible ends it. */
  const takeAll = async (items: readonly HeldItem[]) => {
    for (const item of items) {
      const end = await onSettle(item, 'take', null)
      setSaid(end.kind === 'settled' ? outcomeOf(end.settled, t) : t.problems[end.problem])
      if (end.kind === 'problem' && !isGone(end.problem)) break
    }
    onRetry()
  }

  const waits = state.kind === 'ok' && state.list.items.length > 0

  return (
    <Page
      title={t.title}
      subtitle={waits ? `${t.of(name)} ${t.lead}` : t.of(name)}
      back={{ to: '/', label: t.back }}
    >
      <Stack>
        <StatusLine>{said}</StatusLine>
        {state.kind === 'ok' ? (
          <Items list={state.list} pathOf={pathOf} onSettle={settle} onTakeAll={takeAll} />
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
  readonly onTakeAll: (items: readonly HeldItem[]) => Promise<void>
}

function Items({ list: { items, total }, pathOf, onSettle, onTakeAll }: ItemsProps) {
  const t = useTexts(texts)
  const [busy, setBusy] = useState(false)
  const rescued = items.filter(({ code }) => code === RESCUED)
  if (items.length === 0) return <EmptyState title={t.none}>{t.noneMore}</EmptyState>
  return (
    <>
      <p>{t.final}</p>
      {rescued.length > 1 && (
        <Button
          busy={busy}
          onClick={() => {
            setBusy(true)
            void onTakeAll(rescued).finally(() => {
              setBusy(false)
            })
          }}
        >
          {t.takeAll(rescued.length)}
        </Button>
      )}
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
