import { act as update, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Value } from '#domain/operation.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { CaptureBar } from '#features/week/CaptureBar.tsx'
import type { MemoEnd, RecordMemo } from '#features/week/memo.ts'
import { LanguageProvider } from '#ui/texts.tsx'

const sound = { sha256: 'c'.repeat(64), size: 10, mime: 'audio/webm' }
const oneMemo = { 'memos/m/sound': sound }

/** The bar over a draft that keeps what it is given. */
function Bar({ values: start, onMemo, full = false }: BarProps) {
  const [values, setValues] = useState(start)
  const draft: Draft = {
    value: (key) => values[key] ?? null,
    text: (key) => (typeof values[key] === 'string' ? values[key] : ''),
    set: (key, value) => {
      setValues((before) => ({ ...before, [key]: value }))
    },
    problem: null,
    flush: () => Promise.resolve(null),
  }
  return (
    <CaptureBar
      draft={draft}
      // As after a pull: what is being typed is not among them yet.
      keys={Object.keys(start)}
      day={null}
      newItemId={() => 'new'}
      photos={0}
      hasRoom={() => Promise.resolve(!full)}
      onPhoto={() => Promise.resolve(null)}
      onMemo={onMemo}
      onMemoRemoved={removed}
      fileUrl={() => Promise.resolve('blob:memo')}
    />
  )
}

interface BarProps {
  readonly values: Readonly<Record<string, Value>>
  readonly onMemo: RecordMemo
  readonly full?: boolean
}

const removed = vi.fn(() => Promise.resolve())

const never: RecordMemo = () => new Promise(() => undefined)

const show = (values: BarProps['values'] = {}, onMemo = never, full = false) =>
  render(<Bar values={values} onMemo={onMemo} full={full} />)

const recordButton = () => screen.findByRole('button', { name: 'Enregistrer un mémo vocal' })

/** A recorder that a test holds in its hand. */
function aRecorder() {
  let finish: (end: MemoEnd) => void = () => undefined
  let start: () => void = () => undefined
  const onMemo = vi.fn<RecordMemo>(({ signal, onStart }) => {
    start = onStart
    return new Promise((resolve) => {
      finish = resolve
      signal.addEventListener('abort', () => {
        resolve('kept')
      })
    })
  })
  return {
    onMemo,
    start: () => {
      update(() => {
        start()
      })
    },
    finish: (end: MemoEnd) =>
      update(async () => {
        finish(end)
        await Promise.resolve()
      }),
  }
}

async function recording() {
  const recorder = aRecorder()
  show({}, recorder.onMemo)
  await userEvent.click(await recordButton())
  const dialog = await screen.findByRole('dialog', { name: 'Mémo vocal' })
  return { ...recorder, dialog: within(dialog) }
}

describe('a memo is recorded', () => {
  it('says what to do, then how long it is, and ends by one tap; the week has it', async () => {
    const { dialog, start } = await recording()
    expect(dialog.getByRole('status')).toHaveTextContent('Autorisez le micro, puis parlez.')
    start()
    expect(dialog.getByRole('status')).toHaveTextContent('Enregistrement en cours')
    expect(dialog.getByRole('timer')).toHaveTextContent('0:00 sur 3:00')

    await userEvent.click(dialog.getByText('Arrêter'))
    expect(await screen.findByText('Le mémo est dans votre semaine.')).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('also where the dialog is closed by its cross: what was said is kept', async () => {
    const { dialog, start, onMemo } = await recording()
    start()
    await userEvent.click(dialog.getByRole('button', { name: 'Garder le mémo et fermer' }))
    expect(onMemo.mock.calls[0]?.[0].signal.aborted).toBe(true)
    expect(await screen.findByText('Le mémo est dans votre semaine.')).toBeVisible()
  })

  it('and after three minutes says why it stopped', async () => {
    const { start, finish } = await recording()
    start()
    await finish('full')
    expect(
      await screen.findByText(
        /^Trois minutes\s: le mémo s’est arrêté\. Il est dans votre semaine\.$/u,
      ),
    ).toBeVisible()
  })

  it('or not: one who closes before speaking waits for nothing and hears no reproach', async () => {
    const { dialog, onMemo } = await recording()
    await userEvent.click(dialog.getByText('Fermer'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    await waitFor(() => {
      expect(onMemo.mock.calls[0]?.[0].signal.aborted).toBe(true)
    })
  })

  it('once: closing the page in the middle ends it', async () => {
    const recorder = aRecorder()
    const { unmount } = show({}, recorder.onMemo)
    await userEvent.click(await recordButton())
    await screen.findByRole('dialog')
    unmount()
    expect(recorder.onMemo.mock.calls.at(-1)?.[0].signal.aborted).toBe(true)
  })
})

it.each<[MemoEnd, RegExp]>([
  ['microphone-refused', /^Le micro est bloqué pour Livret\./u],
  ['no-microphone', /^Cet appareil n’a pas de micro\./u],
  ['microphone-busy', /^Le micro sert à une autre application\./u],
  ['no-recorder', /^Ce navigateur ne sait pas enregistrer\./u],
  ['nothing-recorded', /^Rien n’a été enregistré\./u],
  ['kept-aside', /^Le mémo est gardé ici, pas encore dans votre semaine\./u],
  ['not-kept', /^Cet appareil n’a pas pu garder le mémo\./u],
  ['no-room', /^Cet appareil n’a plus de place\./u],
  ['not-loaded', /^L’application n’est pas encore complète ici\./u],
])('without a memo (%s) it is said why, in words, and the week stays open', async (end, words) => {
  const { finish, dialog } = await recording()
  await finish(end)
  expect(await screen.findByRole('alert')).toHaveTextContent(words)
  await userEvent.click(dialog.getByText('Fermer'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('each reason has English words, too', async () => {
  const bar = (
    <LanguageProvider language="en">
      <Suspense>
        <Bar values={{}} onMemo={() => Promise.resolve('microphone-refused')} />
      </Suspense>
    </LanguageProvider>
  )
  await update(async () => {
    render(bar)
    await Promise.resolve()
  })
  const button = await screen.findByRole('button', { name: 'Record a voice memo' })
  // The words come in a moment of their own.
  await update(async () => {
    button.click()
    await Promise.resolve()
  })
  expect(await screen.findByRole('alert')).toHaveTextContent(/^The microphone is blocked/u)
})

describe('a memo of the week', () => {
  it('is heard, put in words letter by letter, and taken away, each by name', async () => {
    show(oneMemo)
    const memo = within(await screen.findByRole('group', { name: /^Mémo vocal\s1$/u }))
    expect(
      await memo.findByLabelText(/^Mémo vocal\s1$/u, { selector: 'audio' }),
    ).toBeInTheDocument()
    await userEvent.click(memo.getByText('L’écrire aussi, si vous voulez'))
    const words = memo.getByRole('textbox', { name: /^Ce que dit le mémo\s1$/u })
    await userEvent.type(words, 'Deux clients.')
    expect(words).toHaveValue('Deux clients.')

    await userEvent.click(memo.getByRole('button', { name: /^Retirer le mémo\s1$/u }))
    expect(screen.queryByRole('group', { name: /^Mémo vocal/u })).toBeNull()
    expect(removed).toHaveBeenCalledOnce()
  })

  it('is one of three at most, and none where the device is full', async () => {
    const three = Object.fromEntries(['a', 'b', 'c'].map((id) => [`memos/${id}/sound`, sound]))
    const { unmount } = show(three)
    expect(await recordButton()).toBeDisabled()
    expect(screen.getByText(/^3 mémos au plus\./u)).toBeVisible()
    unmount()
    show({}, never, true)
    await waitFor(async () => {
      expect(await recordButton()).toBeDisabled()
    })
  })
})
