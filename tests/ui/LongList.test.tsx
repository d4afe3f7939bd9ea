import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { KeptFocus } from '#ui/KeptFocus.ts'
import { ListLink } from '#ui/ListLink.tsx'
import { LongList } from '#ui/LongList.tsx'

const open = (...names: readonly string[]) =>
  render(
    <MemoryRouter>
      <h2>Semaines</h2>
      <LongList inSight={2} more={(n) => `Encore ${n}`}>
        {names.map((name) => (
          <ListLink key={name} to={`/${name}`} title={name} />
        ))}
      </LongList>
      <KeptFocus />
    </MemoryRouter>,
  )

it('who asks for the others by keyboard goes on at the first of them, not at the title', async () => {
  open('41', '42', '43', '44')
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Encore 2' })).toHaveFocus()

  await userEvent.keyboard('{Enter}')

  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getAllByRole('link')).toHaveLength(4)
  expect(screen.getByRole('link', { name: '43' })).toHaveFocus()
})

it('a list that fits has nothing to ask for, and takes the focus from nobody', () => {
  open('41', '42')

  expect(screen.queryByRole('button')).toBeNull()
  expect(document.body).toHaveFocus()
})
