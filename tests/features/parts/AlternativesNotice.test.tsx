import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { OperationId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Value } from '#domain/operation.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { aVisit, aWeek, nextId } from '#tests/support/builders.ts'

await loadOutline('bts-ndrc')

const written = (value: Value) => ({ value, by: nextId<OperationId>() })

/** A document that shows `shown` and keeps `others` beside it. */
const having = (
  document: LogbookDocument,
  shown: Record<string, Value>,
  others: Record<string, Value>,
): LogbookDocument => ({
  ...document,
  fields: {
    ...document.fields,
    ...Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, written(value)])),
  },
  alternatives: Object.fromEntries(
    Object.entries(others).map(([key, value]) => [key, [written(value)]]),
  ),
})

const show = async (document: LogbookDocument) => {
  const onResolve = vi.fn()
  const programme = findOutline('bts-ndrc')
  render(<AlternativesNotice document={document} programme={programme} onResolve={onResolve} />)
  await userEvent.click(screen.getByText('Comparer et choisir'))
  return onResolve
}

const photo = { sha256: 'a'.repeat(64), size: 3, mime: 'image/jpeg' as const }

it.each<[string, LogbookDocument, string, Value, Value, string, string[]]>([
  ['a sentence', aWeek('draft'), 'told', 'Salon', 'Devis', 'En une phrase', ['Salon', 'Devis']],
  [
    'an emptied sentence',
    aWeek('draft'),
    'told',
    'Salon',
    null,
    'En une phrase',
    ['Salon', 'Rien d’écrit'],
  ],
  [
    'how it went',
    aWeek('draft'),
    'feeling',
    'good',
    'hard',
    'Comment ça s’est passé',
    ['Ça s’est bien passé', 'C’était difficile'],
  ],
  ['a task', aWeek('draft'), 'tasks/trade-fair', true, null, 'Salon', ['Coché', 'Pas coché']],
  ['a photo', aWeek('draft'), 'photos/1', photo, null, 'Photo', ['Une photo', 'Pas de photo']],
  [
    'a date',
    aVisit('draft'),
    'date',
    '2025-11-03',
    '2025-11-04',
    'Date',
    ['lundi 3 novembre 2025', 'mardi 4 novembre 2025'],
  ],
  [
    'a choice',
    aVisit('draft'),
    'mode',
    'remote',
    'on-site',
    'Sur place ou à distance',
    ['À distance', 'Sur place'],
  ],
  [
    'an action',
    aVisit('draft'),
    'actions/1/label',
    'Appeler',
    'Écrire',
    'À faire',
    ['Appeler', 'Écrire'],
  ],
])(
  'two versions of %s are said as people say them',
  async (_, document, key, shown, other, name, said) => {
    await show(having(document, { [key]: shown }, { [key]: other }))

    const group = screen.getByRole('group', { name })
    const quotes = within(group).getAllByRole('figure')
    const texts = quotes.map((quote) => quote.querySelector('blockquote')?.textContent)
    expect(texts.map((text) => text?.replaceAll('\u00a0', ' '))).toEqual(said)
  },
)

it('each choice names what it is about, and answers for that alone', async () => {
  const document = having(
    aWeek('draft'),
    { told: 'Salon', feeling: 'good' },
    { told: 'Devis', feeling: 'hard' },
  )
  const onResolve = await show(document)

  expect(screen.getByText(/^2\sautres versions gardées$/u)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /^Garder celle affichée\s: Comment/u }))
  const other = document.alternatives['feeling']?.[0]
  expect(onResolve).toHaveBeenCalledExactlyOnceWith('feeling', other, 'keep')
})
