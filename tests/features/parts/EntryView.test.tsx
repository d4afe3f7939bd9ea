import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Content } from '#domain/operation.ts'
import { EntryView } from '#features/parts/EntryView.tsx'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import { findOutline, loadOutline, outlineOf } from '#programmes/outlines.ts'

await loadOutline('bts-ndrc')

const photo = { sha256: 'b'.repeat(64), size: 10, mime: 'image/jpeg' }

it('a task the programme no longer has is shown by its code, not dropped', () => {
  render(
    <EntryView
      content={{ 'tasks/trade-fair': true, 'tasks/telex': true }}
      programme={findOutline('bts-ndrc')}
      fileUrl={() => Promise.resolve(null)}
    />,
  )
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Salon',
    'telex',
  ])
})

it('a skill that an import has no more is shown by its former name', () => {
  const former = [{ code: 'B1.C9.9', shortLabel: 'Vendre au marché' }]
  const skills = { at: '2026-11-23T08:00:00.000Z', blocks: [], former }
  render(
    <EntryView
      content={{ 'skills/B1.C9.9': true }}
      programme={outlineOf({ programme: 'bts-ndrc', skills })}
      fileUrl={() => Promise.resolve(null)}
    />,
  )
  expect(screen.getByRole('listitem')).toHaveTextContent('Vendre au marché')
})

it('a photo that is not here yet leaves its place', async () => {
  render(
    <EntryView
      content={{ 'photos/p': photo }}
      programme={null}
      fileUrl={() => Promise.reject(new TypeError('offline'))}
    />,
  )
  expect(await screen.findByText('Photo pas encore sur cet appareil')).toBeVisible()
})

it('a photo comes when the network is back, and a tap shows it large', async () => {
  const answers = [null, 'blob:photo']
  const fileUrl = () => Promise.resolve(answers.shift() ?? null)
  render(<EntryView content={{ 'photos/p': photo }} programme={null} fileUrl={fileUrl} />)
  await screen.findByText('Photo pas encore sur cet appareil')

  window.dispatchEvent(new Event('online'))
  await userEvent.click(await screen.findByRole('button', { name: 'Agrandir la photo 1' }))

  expect(screen.getByRole('dialog', { name: 'Photo 1' })).toBeVisible()
})

describe('a memo', () => {
  const memo = {
    'memos/m/sound': { sha256: 'c'.repeat(64), size: 10, mime: 'audio/webm' },
    'memos/m/transcript': 'J’ai vendu douze caisses.',
  }
  const show = (content: Content, fileUrl: FileUrl) =>
    render(<EntryView content={content} programme={null} fileUrl={fileUrl} />)
  /** The native player: it has no role of its own. */
  const player = (name: RegExp) =>
    screen.findByLabelText<HTMLAudioElement>(name, { selector: 'audio' })

  it('is heard with the browser’s own controls, and its words stand beside it', async () => {
    show(memo, () => Promise.resolve('blob:memo'))
    const audio = await player(/^Mémo vocal\s1$/u)
    expect(audio).toHaveAttribute('src', 'blob:memo')
    expect(audio.controls).toBe(true)
    expect(audio.autoplay).toBe(false)
    const group = within(screen.getByRole('group', { name: /^Mémo vocal\s1$/u }))
    expect(group.getByText('J’ai vendu douze caisses.')).toBeVisible()
  })

  it('that is not here yet leaves its place, and its words can be read', async () => {
    show(memo, () => Promise.reject(new TypeError('offline')))
    expect(await screen.findByText('Mémo vocal pas encore sur cet appareil')).toBeVisible()
    expect(screen.getByText('J’ai vendu douze caisses.')).toBeVisible()
    expect(document.querySelector('audio')).toBeNull()
  })

  it('that this device cannot play is offered as a file', async () => {
    show(memo, () => Promise.resolve('blob:memo'))
    fireEvent.error(await player(/^Mémo vocal/u))
    const link = screen.getByRole('link', { name: /^Enregistrer le mémo\s1$/u })
    expect(link).toHaveAttribute('href', 'blob:memo')
    expect(link).toHaveAttribute('download', 'memo-1.webm')
  })

  it('of which only words are left is read', async () => {
    show({ 'memos/m/transcript': 'Sans le son.' }, () => Promise.resolve(null))
    expect(await screen.findByText('Sans le son.')).toBeVisible()
  })
})
