import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { StepChart } from '#ui/StepChart.tsx'

const draw = (values: readonly number[]) => {
  const { container } = render(
    <StepChart
      label="Trois étapes"
      steps={values.map((value, index) => ({ from: index * 100, until: index * 100 + 100, value }))}
      ticks={[{ at: 0, label: '2026' }]}
      formatValue={String}
    />,
  )
  return container
}

it('a step that is twice as high is drawn twice as high, and each has its number', () => {
  const container = draw([500, 1000])
  const [low, high] = [...container.querySelectorAll('circle')].map((badge) =>
    Number(badge.getAttribute('cy')),
  )
  const bottom = 196
  expect((bottom - (high ?? 0)) / (bottom - (low ?? 0))).toBeCloseTo(2, 1)
  expect(screen.getByRole('img', { name: 'Trois étapes' })).toHaveTextContent(/12$/u)
})

it.each([[[952.18]], [[0]], [[1]], [[27, 1867.02, 100_000]]])(
  'no value stands above the axis (%o)',
  (values) => {
    const container = draw(values)
    for (const badge of container.querySelectorAll('circle')) {
      const at = Number(badge.getAttribute('cy'))
      expect(at).toBeGreaterThanOrEqual(34)
      expect(at).toBeLessThanOrEqual(196)
    }
  },
)

it('carries no style of its own, which the policy of the page would drop', () => {
  expect(draw([1, 2]).querySelectorAll('[style]')).toHaveLength(0)
})
