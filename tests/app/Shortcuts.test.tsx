import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { Shortcuts } from '#app/Shortcuts.tsx'
import { chooseShortcuts } from '#app/shortcutChoice.ts'

afterEach(() => {
  chooseShortcuts(true)
})

it('the list of shortcuts comes with its own key, unless somebody switched keys off', async () => {
  chooseShortcuts(false)
  render(<Shortcuts />)
  await userEvent.keyboard('?')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(localStorage.getItem('livret-shortcuts')).toBe('off')

  chooseShortcuts(true)
  await userEvent.keyboard('?')
  expect(screen.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Fermer' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
