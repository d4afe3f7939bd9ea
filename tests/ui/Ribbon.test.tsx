import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, it } from 'vitest'
import { Ribbon } from '#ui/Ribbon.tsx'

const cells = ['36', '37', '38', '39', '40'].map((short) => ({
  key: short,
  to: `/${short}`,
  label: `Semaine ${short}, en entreprise, signée`,
  short,
  place: 'company' as const,
  state: 'signed' as const,
  current: short === '38',
}))
const groups = [
  { label: 'Première année', from: '36' },
  { label: 'Deuxième année', from: '39' },
]

const show = (ribbon: React.ReactElement) => render(<MemoryRouter>{ribbon}</MemoryRouter>)
const week = (short: string) =>
  screen.getByRole('link', { name: new RegExp(`^Semaine ${short},`, 'u') })

it('is one stop for Tab, at the current cell, and arrows go on from there', async () => {
  show(
    <>
      <Ribbon label="Mes deux ans" cells={cells} groups={groups} />
      <button type="button">Après</button>
    </>,
  )

  await userEvent.tab()
  expect(week('38')).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(week('39')).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(week('37')).toHaveFocus()
  await userEvent.keyboard('{End}')
  expect(week('40')).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(week('40')).toHaveFocus()
  await userEvent.keyboard('{Home}')
  expect(week('36')).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Après' })).toHaveFocus()
  await userEvent.tab({ shift: true })
  expect(week('36')).toHaveFocus()
})

it('a click opens the page of the cell in the app; with a key held, the browser does as always', async () => {
  const Here = () => <output>{useLocation().pathname}</output>
  show(
    <>
      <Ribbon label="Mes deux ans" cells={cells} />
      <Here />
    </>,
  )

  await userEvent.click(week('39'))
  expect(screen.getByRole('status')).toHaveTextContent('/39')
  const elsewhere = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
  expect(fireEvent(week('40'), elsewhere), 'left to the browser').toBe(true)
  expect(screen.getByRole('status')).toHaveTextContent('/39')
})

it('leaves alone the keys that go back in the browser', async () => {
  show(<Ribbon label="Mes deux ans" cells={cells} />)

  await userEvent.tab()
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(week('38')).toHaveFocus()
})

it('shows every cell, those before the first group too', () => {
  show(
    <Ribbon
      label="Mes deux ans"
      cells={cells}
      groups={[{ label: 'Deuxième année', from: '39' }]}
    />,
  )

  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(
    cells.map(({ short }) => short),
  )
  expect(screen.getByRole('list', { name: 'Deuxième année' }).children).toHaveLength(2)
})

it('says which cell is current', () => {
  show(<Ribbon label="Mes deux ans" cells={cells} />)

  expect(week('38')).toHaveAttribute('aria-current', 'true')
  expect(week('37')).not.toHaveAttribute('aria-current')
})

it('without links it still scrolls by keyboard and says each cell', async () => {
  show(<Ribbon label="Mes deux ans" cells={cells.map(({ to: _, ...cell }) => cell)} />)

  await userEvent.tab()
  expect(screen.getByRole('group', { name: 'Mes deux ans' })).toHaveFocus()
  expect(screen.getByText('Semaine 36, en entreprise, signée')).toBeInTheDocument()
})

it('a small one is heard as one picture with one sentence', () => {
  show(<Ribbon size="small" label="5 semaines signées sur 5" cells={cells} groups={groups} />)

  expect(screen.getByRole('img', { name: '5 semaines signées sur 5' })).toBeVisible()
  expect(screen.queryAllByRole('link')).toEqual([])
})
