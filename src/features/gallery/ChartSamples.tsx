import { BarList } from '#ui/BarList.tsx'
import { Card } from '#ui/Card.tsx'
import { formatEuros } from '#ui/formatMoney.ts'
import { LevelChart } from '#ui/LevelChart.tsx'
import { Section } from '#ui/Section.tsx'
import { SideBySide } from '#ui/SideBySide.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StepChart } from '#ui/StepChart.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

const patterns = ['solid', 'striped', 'open'] as const
const WHOLE = 10

export function ChartSamples() {
  const t = useTexts(texts)
  const language = useLanguage()
  const [first = '', ...others] = t.people
  return (
    <Section title={t.charts}>
      <Stack>
        <Card>
          <BarList
            label={t.bars}
            bars={patterns.map((pattern, index) => ({
              key: pattern,
              label: t.patterns[pattern],
              text: t.part(WHOLE - 3 * index, WHOLE),
              parts: [{ pattern, share: 1 - 0.3 * index }],
            }))}
            legend={patterns.map((pattern) => ({ pattern, label: t.patterns[pattern] }))}
          />
        </Card>
        <Card>
          <LevelChart
            label={t.levelsLabel}
            steps={t.levels}
            series={t.people.map((label, index) => ({
              label,
              points: [0, 1, 2].map((step) => ({ at: step / 2, step: Math.max(0, step - index) })),
            }))}
            from={t.start}
            until={t.end}
          />
        </Card>
        <Card>
          <SideBySide
            of={t.levels.length}
            cells={[
              { label: first, text: t.levels[1] ?? '', value: 2 },
              ...others.map((label) => ({ label, text: '–', value: null })),
            ]}
          />
        </Card>
        <Card>
          <StepChart
            label={t.stairs}
            steps={[486, 711, 920].map((value, index) => ({
              ...{ from: index, until: index + 1 },
              value,
            }))}
            ticks={[
              { at: 0, label: '2026' },
              { at: 2, label: '2027' },
            ]}
            formatValue={(value) => formatEuros(value, language)}
            now={{ at: 0.4, label: t.today }}
          />
        </Card>
      </Stack>
    </Section>
  )
}
