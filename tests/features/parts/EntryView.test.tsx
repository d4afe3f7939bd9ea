import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { EntryView } from '#features/parts/EntryView.tsx'
import { findOutline, loadOutline } from '#programmes/outlines.ts'

await loadOutline('bts-ndrc')

const photo = { sha256: 'b'.repeat(64), size: 10, mime: 'image/jpeg' }

it('a task the programme no longer has is shown by its code, not dropped', () => {
  render(
    <EntryView
      content={{ 'tasks/trade-fair': true, 'tasks/telex': true }}
      programme={findOutline('bts-ndrc')}
      photoUrl={() => Promise.resolve(null)}
    />,
  )
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Salon',
    'telex',
  ])
})

it('a photo that is not here yet leaves its place', async () => {
  render(
    <EntryView
      content={{ 'photos/p': photo }}
      programme={null}
      photoUrl={() => Promise.reject(new TypeError('offline'))}
    />,
  )
  expect(await screen.findByText('Photo pas encore sur cet appareil')).toBeVisible()
})

it('a photo comes when the network is back, and a tap shows it large', async () => {
  const answers = [null, 'blob:photo']
  const photoUrl = () => Promise.resolve(answers.shift() ?? null)
  render(<EntryView content={{ 'photos/p': photo }} programme={null} photoUrl={photoUrl} />)
  await screen.findByText('Photo pas encore sur cet appareil')

  window.dispatchEvent(new Event('online'))
  await userEvent.click(await screen.findByRole('button', { name: 'Agrandir la photo 1' }))

  expect(screen.getByRole('dialog', { name: 'Photo 1' })).toBeVisible()
})
