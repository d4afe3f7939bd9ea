import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { weekStates } from '#domain/weekStates.ts'
import { WeekRibbon } from '#features/parts/WeekRibbon.tsx'
import { aWeek, logbookId } from '#tests/support/builders.ts'

const calendar = {
  contract: { start: '2025-10-20', end: '2025-11-21' },
  years: [{ start: '2025-10-20', end: '2025-11-21' }],
  closedWeeks: ['2025-W44'],
}

const signed = aWeek('signed', { week: '2025-W43' })

const show = (writable: boolean, entries: Parameters<typeof weekStates>[1] = [signed]) => {
  const weeks = weekStates(calendar, entries, '2025-11-07')
  render(
    <MemoryRouter>
      <WeekRibbon
        weeks={weeks}
        years={calendar.years}
        logbookId={logbookId}
        thisWeek="2025-W45"
        writable={writable}
      />
    </MemoryRouter>,
  )
}

const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))

it('the author opens every week that has begun, and none that has not', () => {
  show(true)
  expect(links()).toEqual([
    'Semaine 43 (20\u00a0–\u00a026\u00a0oct.), entreprise et CFA\u00a0: signée',
    'Semaine 44 (27\u00a0oct.\u00a0–\u00a02\u00a0nov.), fermeture\u00a0: rien à écrire',
    'Semaine 45 (3\u00a0–\u00a09\u00a0nov.), entreprise et CFA\u00a0: à écrire',
  ])
})

it('the others open what there is to read', () => {
  show(false)
  expect(links()).toEqual([
    'Semaine 43 (20\u00a0–\u00a026\u00a0oct.), entreprise et CFA\u00a0: signée',
  ])
})

it('the others open a week in which nothing was written, once it is late', () => {
  show(false, [])
  expect(links()).toEqual([
    'Semaine 43 (20\u00a0–\u00a026\u00a0oct.), entreprise et CFA\u00a0: en retard',
  ])
})

it('is heard as a sum', () => {
  show(true)
  expect(
    screen.getByRole('group', {
      name: 'La frise\u00a0: 1 semaine signée, 0 envoyée, 0 à compléter',
    }),
  ).toBeVisible()
})

it('a week that waits on this device is not called sent: in its cell, in the sum, in the legend', () => {
  show(true, [{ ...aWeek('submitted', { week: '2025-W43' }), waiting: true }])

  expect(links()[0]).toMatch(/\s: gardée sur cet appareil, pas encore envoyée$/u)
  expect(
    screen.getByRole('group', {
      name: /^La frise\s: 0 semaine signée, 0 envoyée, 1 pas encore envoyée, 0 à compléter$/u,
    }),
  ).toBeVisible()
  expect(screen.getByText('Gardée sur cet appareil, pas encore envoyée')).toBeVisible()
})

it('where nothing waits, the legend does not explain it', () => {
  show(true)
  expect(screen.queryByText('Gardée sur cet appareil, pas encore envoyée')).toBeNull()
})
