import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { RibbonBars, type RibbonBar } from '#ui/RibbonBars.tsx'

/** What is drawn in which column, by look. */
function drawn(cells: readonly RibbonBar[]): Record<string, number[]> {
  const { container } = render(<RibbonBars cells={cells} />)
  return Object.fromEntries(
    [...container.querySelectorAll('path')].map((path) => {
      const columns = [...(path.getAttribute('d') ?? '').matchAll(/M(\d+) /gu)].map(columnOf)
      return [path.dataset['look'] ?? '', [...new Set(columns)]]
    }),
  )
}
const columnOf = ([, column]: RegExpMatchArray) => Number(column)
const mixed = (state: NonNullable<RibbonBar>['state']) => ({ place: 'mixed', state }) as const

it('draws each cell in its column, one path for each look, whatever their number', () => {
  expect(drawn([mixed('signed'), mixed('late'), null, mixed('signed'), mixed('sent')])).toEqual({
    signed: [0, 3],
    late: [1],
    sent: [4],
  })
})

it('leaves a closed week empty, unless something was written in it', () => {
  expect(
    drawn([
      { place: 'closed', state: 'none' },
      { place: 'closed', state: 'signed' },
    ]),
  ).toEqual({ signed: [1] })
})

it('what has not left this device has a shape of its own, also on grey paper', () => {
  const shapeOf = (state: NonNullable<RibbonBar>['state']) =>
    render(<RibbonBars cells={[mixed(state)]} />)
      .container.querySelector('path')
      ?.getAttribute('d')

  const others = (['draft', 'sent', 'signed', 'returned', 'late', 'empty'] as const).map(shapeOf)
  expect(shapeOf('kept')).toMatch(/^M0 /u)
  expect(others).not.toContain(shapeOf('kept'))
})

it('marks where one is now', () => {
  expect(drawn([mixed('sent'), { ...mixed('draft'), current: true }])).toMatchObject({ now: [1] })
})
