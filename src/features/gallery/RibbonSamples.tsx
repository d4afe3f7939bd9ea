import { Ribbon } from '#ui/Ribbon.tsx'
import type { RibbonPlace, RibbonState } from '#ui/RibbonCell.tsx'
import { RibbonLegend } from '#ui/RibbonLegend.tsx'
import { RibbonSheet } from '#ui/RibbonSheet.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

const states: readonly RibbonState[] = [
  ...(['signed', 'signed', 'none', 'signed', 'returned', 'late'] as const),
  ...(['sent', 'kept', 'draft', 'empty', 'none', 'empty'] as const),
]
const places: readonly RibbonPlace[] = ['company', 'company', 'centre', 'mixed']
const FIRST_WEEK = 38

export function RibbonSamples() {
  const t = useTexts(texts)
  const cells = states.map((state, index) => {
    const week = FIRST_WEEK + index
    return {
      ...{ key: String(week), label: t.cell(week), short: String(week), state },
      place: state === 'none' ? 'closed' : (places[index % places.length] ?? 'company'),
      current: state === 'draft',
    } as const
  })
  return (
    <Section title={t.ribbon}>
      <Stack>
        <Ribbon label={t.ribbonLabel} cells={cells} />
        <Ribbon label={t.ribbonLabel} cells={cells} size="small" />
        <RibbonSheet
          label={t.ribbonLabel}
          columns={cells.length}
          marks={[
            { at: 0, label: t.cell(FIRST_WEEK) },
            { at: 6, label: t.cell(FIRST_WEEK + 6), minor: true },
          ]}
          total={{
            ...{ title: t.ribbon, sum: '', label: t.ribbonLabel },
            shares: states.map((state) => (state === 'none' ? null : state === 'signed' ? 1 : 0.4)),
          }}
          rows={[0, 3, 6].map((shift) => ({
            key: String(shift),
            title: t.cell(FIRST_WEEK + shift),
            to: '/ui',
            sum: String(shift),
            label: t.ribbonLabel,
            cells: cells.map((_, at) => cells[at + shift] ?? null),
          }))}
          legend={
            <RibbonLegend
              of="bars"
              items={[...new Set(states)].map((state) => ({ place: 'mixed', state, label: state }))}
            />
          }
        />
      </Stack>
    </Section>
  )
}
