import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import type { Value } from '#domain/operation.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { OwnWeek, type OwnWeekProps } from '#features/week/OwnWeek.tsx'
import { TaskPicker } from '#features/week/TaskPicker.tsx'
import type { PhotoProblem } from '#features/week/PhotoProblemNotice.tsx'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { someFacts } from '#tests/app/routes/aWorkspace.ts'
import { aWeek, WEEK } from '#tests/support/builders.ts'

/** A draft that holds what it is given and never fails. */
await loadOutline('bts-ndrc')

const aDraft = (values: Record<string, Value> = {}, change: Partial<Draft> = {}): Draft => ({
  value: (key) => values[key] ?? null,
  text: (key) => {
    const value = values[key]
    return typeof value === 'string' ? value : ''
  },
  set: vi.fn(),
  problem: null,
  flush: () => Promise.resolve(null),
  ...change,
})

const show = (change: Partial<OwnWeekProps> = {}) => {
  const props: OwnWeekProps = {
    week: WEEK,
    day: null,
    newItemId: () => 'moment-1',
    document: null,
    facts: someFacts(),
    programme: findOutline('bts-ndrc'),
    draft: aDraft(),
    recent: { codes: [], last: null },
    masterName: 'Paul Durand',
    fileUrl: () => Promise.resolve(null),
    hasRoomForFile: () => Promise.resolve(true),
    onPhoto: () => Promise.resolve(null),
    onMemo: () => Promise.resolve('no-recorder'),
    onMemoRemoved: () => Promise.resolve(),
    onSend: () => Promise.resolve(null),
    onReopen: () => Promise.resolve(null),
    onResolve: () => Promise.resolve(null),
    ...change,
  }
  render(
    <MemoryRouter>
      <OwnWeek {...props} />
    </MemoryRouter>,
  )
  return props
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Envoyer à Paul Durand' }))

it('an empty week: says what is missing, and puts the cursor where it can be written', async () => {
  show({ onSend: () => Promise.resolve('incomplete') })
  await send()

  const field = screen.getByRole('textbox')
  expect(field).toHaveFocus()
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription(/Cochez une tâche ou écrivez une phrase\.$/u)
})

it('the reproach goes away as soon as one answers it', async () => {
  const { draft } = show({ onSend: () => Promise.resolve('incomplete') })
  await send()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Salon' }))

  expect(draft.set).toHaveBeenCalledWith('tasks/trade-fair', true)
  expect(screen.getByRole('textbox')).toBeValid()
})

it('a text that is too long stays whole, says by how much, and is not sent', async () => {
  const told = 'x'.repeat(4_003)
  show({ draft: aDraft({ told }), onSend: () => Promise.resolve('too-long') })
  await send()

  const field = screen.getByRole('textbox')
  expect(field).toHaveValue(told)
  expect(field).toHaveAccessibleDescription(
    /Il est gardé\s: raccourcissez-le\..*3\ssignes de trop/u,
  )
})

it('words that are on the screen only: says it at once, and no longer says « gardé »', () => {
  show({ draft: aDraft({ told: 'Gardez-moi.' }, { problem: 'not-kept' }) })

  expect(screen.getByRole('alert')).toHaveTextContent(/^Cet appareil n’a pas pu garder vos mots/u)
  expect(screen.queryByText('Gardée sur cet appareil')).toBeNull()
  expect(screen.getByRole('textbox')).toHaveValue('Gardez-moi.')
})

it('an act that throws is said like one that is refused', async () => {
  show({ onSend: () => Promise.reject(new Error('database closed')) })
  await send()

  expect(await screen.findByRole('alert')).toHaveTextContent(/^Rien n’est parti\./u)
})

it.each<[PhotoProblem, RegExp]>([
  ['not-a-photo', /Essayez une image JPEG\.$/u],
  ['heic-photo', /Enregistrez-la en JPEG, ou prenez-la ici\.$/u],
  ['no-room', /Votre texte est gardé\.$/u],
])('a photo that cannot be kept (%s) is said beside the button', async (problem, sentence) => {
  show({ onPhoto: () => Promise.resolve(problem) })
  await userEvent.click(screen.getByText('Ajouter une photo, des compétences'))
  const file = new File(['%PDF'], 'notes.png', { type: 'image/png' })
  await userEvent.upload(screen.getByLabelText('Ajouter une photo'), file)

  expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
})

it('a device without room for a photo says so before the camera opens; the words can be sent', async () => {
  const { onSend } = show({
    hasRoomForFile: () => Promise.resolve(false),
    onSend: vi.fn(() => Promise.resolve(null)),
  })
  await userEvent.click(screen.getByText('Ajouter une photo, des compétences'))
  expect(await screen.findByText(/^Cet appareil n’a plus de place/u)).toBeVisible()
  expect(screen.getByLabelText('Ajouter une photo')).toBeDisabled()
  await send()
  expect(onSend).toHaveBeenCalledOnce()
})

it('a week of leave is written in one tap, and only offered while nothing is written', async () => {
  const { draft } = show()
  await userEvent.click(screen.getByRole('button', { name: 'J’étais en congé' }))
  expect(draft.set).toHaveBeenCalledWith('told', 'J’étais en congé cette semaine.')
})

it('nothing to replace: a week with words has no button for leave', () => {
  show({ draft: aDraft({ told: 'Tournée.' }) })
  expect(screen.queryByRole('button', { name: 'J’étais en congé' })).toBeNull()
})

it('own recent tasks stand first, and each task stands once', () => {
  show({ recent: { codes: ['site-traffic', 'trade-fair'], last: null } })

  const names = screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)
  expect(names.slice(0, 2)).toEqual(['Trafic et référencement', 'Salon'])
  expect(new Set(names).size).toBe(names.length)
})

it('a returned week: the reason stands above the text, with who gave it', () => {
  const document = { ...aWeek('returned'), waiting: false }
  show({ document })

  const [notice] = screen.getAllByText('À corriger, demandé par Paul Durand')
  expect(notice).toBeVisible()
  expect(screen.getAllByText('Précisez le prospect.')[0]).toBeVisible()
  expect(screen.getByRole('button', { name: 'Envoyer à Paul Durand' })).toBeVisible()
})

it('a refusal to take a week back is said, and the week stays as it is', async () => {
  show({
    document: { ...aWeek('submitted'), waiting: false },
    onReopen: () => Promise.resolve('wrong-state'),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre pour corriger' }))

  expect(await screen.findByRole('alert')).toHaveTextContent('Ce document a changé entre-temps.')
  expect(screen.getByRole('heading', { name: 'Envoyée à Paul Durand' })).toBeVisible()
})

it('without a master the button still says what happens', () => {
  show({ masterName: null })
  expect(
    screen.getByRole('button', { name: 'Envoyer à votre maître d’apprentissage' }),
  ).toBeVisible()
})

it('a photo can be taken away, by its number', async () => {
  const photo = { sha256: 'a'.repeat(64), size: 10, mime: 'image/jpeg' }
  const { draft } = show({
    document: {
      ...aWeek('draft'),
      waiting: false,
      fields: { 'photos/p1': { value: photo, by: '' as never } },
    },
    draft: aDraft({ 'photos/p1': photo }),
    fileUrl: () => Promise.resolve('blob:photo'),
  })
  await userEvent.click(screen.getByText('Photos et compétences : 1 photo'))
  await userEvent.click(await screen.findByRole('button', { name: 'Retirer la photo 1' }))

  expect(draft.set).toHaveBeenCalledWith('photos/p1', null)
  expect(within(document.body).getByRole('img', { name: 'Photo 1' })).toBeVisible()
})

it('tasks stand where they stood, whatever was ticked since', () => {
  const codes = ['client-follow-up', 'trade-fair', 'activity-report']
  const names = (ticked: readonly string[]) => {
    const { unmount } = render(
      <TaskPicker
        {...{
          week: WEEK,
          programme: findOutline('bts-ndrc'),
          recent: { codes, last: null },
          ticked,
        }}
        {...{ blank: false, onLeave: vi.fn(), onToggle: vi.fn() }}
      />,
    )
    const group = screen.getByRole('group', { name: /^Qu’avez-vous fait/u })
    const boxes = within(group).getAllByRole('checkbox')
    const said = boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent)
    unmount()
    return said
  }
  const before = names([])
  expect(before.length).toBeGreaterThan(3)
  expect(names(['activity-report', 'trade-fair'])).toEqual(before)
})
