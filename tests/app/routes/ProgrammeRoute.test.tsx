import { OwnProgrammeRoute } from '#app/routes/OwnProgrammeRoute.tsx'
import { ProgrammeRoute } from '#app/routes/ProgrammeRoute.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { holdBook } from '#tests/store/aDatabase.ts'
import { logbookId } from '#tests/support/builders.ts'
import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { someFacts } from './aWorkspace.ts'
import { aDevice, openRoute } from './openRoute.tsx'

async function open(
  role: 'apprentice' | 'master' | 'guardian',
  change: Partial<LogbookFacts> = {},
) {
  const workspace = aDevice(role === 'guardian' ? 'trainer' : role)
  await holdBook(workspace.db, { role, facts: { ...someFacts(), ...change } })
  const path = '/livret/:logbookId/formation'
  openRoute(workspace, path, `/livret/${logbookId}/formation`, <ProgrammeRoute />)
}

const section = async (name: RegExp) => within(await screen.findByRole('region', { name }))

it('an apprentice reads what the diploma asks without a network', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  await open('apprentice')

  expect(await screen.findByRole('heading', { level: 1, name: 'Ma formation' })).toBeVisible()
  const short = await section(/^En bref$/u)
  expect(short.getByText(/^1\s350\sheures, 17\sh\s30\spar semaine$/u)).toBeVisible()
  expect(
    short.getByText(/^2,5\sjours par semaine au CFA\s: lundi, mardi, mercredi matin$/u),
  ).toBeVisible()
  expect(fetch).not.toHaveBeenCalled()
})

it('says of each exam what it counts and how it goes in the session of this cohort, not of another', async () => {
  await open('apprentice')

  const exams = await section(/^Épreuves de la session 2027$/u)
  expect(exams.getByText(/Coefficients\s: 21 en tout/u)).toBeVisible()
  const simulation = exams.getByText(/^Simulation/u)
  // 20 minutes until 2024.
  expect(simulation).toHaveTextContent(/oral, 15\smin/u)
  expect(exams.getByText(/^Partie écrite/u)).toHaveTextContent(/coefficient 2/u)
  expect(exams.queryByText('CFA non habilité')).toBeNull()
})

it('of a centre that has not said whether it may assess in the training, both ways are shown', async () => {
  await open('apprentice', {
    programme: 'bts-mco',
    contract: { start: '2025-09-01', end: '2027-08-31' },
  })

  expect((await screen.findAllByText('CFA non habilité')).length).toBeGreaterThan(0)
  expect(screen.getAllByText('CFA habilité').length).toBeGreaterThan(0)
})

it('what is not known of a programme is said where it would stand, and nothing of another diploma', async () => {
  await open('apprentice', { programme: 'bts-mco', cohort: '2026-2028' })

  const notSaid = 'Le CFA ne l’a pas encore dit.'
  const factsOf = (part: HTMLElement) =>
    within(part)
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent])
  const short = await screen.findByRole('region', { name: 'En bref' })
  expect(factsOf(short)).toEqual(
    expect.arrayContaining([
      ['Entreprises', notSaid],
      ['Inscriptions', notSaid],
    ]),
  )
  const more = screen.getByRole('region', { name: 'À lire aussi' })
  const unsaid = factsOf(more).filter(([, text]) => text === notSaid)
  expect(unsaid.map(([term]) => term)).toEqual(['Validation par bloc', 'Coût moyen'])
  // Objectives and subjects have no line of their own.
  expect(within(more).getAllByText(notSaid)).toHaveLength(4)
  expect(within(more).getByText('Chef de rayon')).toBeInTheDocument()

  const exams = screen.getByRole('region', { name: /^Épreuves de la session/u })
  expect(within(exams).getAllByText('Pas encore publié')).toHaveLength(3)
  expect(document.body).toHaveTextContent('Les critères de ces compétences ne sont pas encore')
  expect(document.body).not.toHaveTextContent(/NDRC|digitalisation/u)
})

it('says when a contract may begin, as the law has it now', async () => {
  await open('apprentice')

  const short = await section(/^En bref$/u)
  expect(short.getByText(/^Jusqu’à 3\smois avant la formation\..*3\smois au CFA/u)).toBeVisible()
})

it('a master reads it as the training of somebody else', async () => {
  await open('master')

  expect(await screen.findByRole('heading', { level: 1, name: 'La formation' })).toBeVisible()
  expect(await screen.findByText('Droits de l’apprenti')).toBeVisible()
  expect(screen.queryByText('Vos droits')).toBeNull()
})

it('a programme of a newer app is no broken page', async () => {
  await open('apprentice', { programme: 'of-tomorrow' })

  expect(await screen.findByText('Cette formation n’est pas dans l’application.')).toBeVisible()
})

it('the short address leads an apprentice to the own programme', async () => {
  const workspace = aDevice('apprentice')
  await holdBook(workspace.db, { role: 'apprentice', facts: someFacts() })
  openRoute(workspace, '/formation', '/formation', <OwnProgrammeRoute />)

  expect(await screen.findByText(`/livret/${logbookId}/formation`)).toBeVisible()
})
