import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SendingChip } from '#features/sending/SendingChip.tsx'

type Props = Parameters<typeof SendingChip>[0]

const nothing = { documents: 0, files: 0, since: null, sentAt: null }
const two = { ...nothing, documents: 1, files: 1, since: '2025-11-07T17:00:00.000Z' }
const sent = (at: string) => ({ ...nothing, sentAt: at })

/** What the chip says in a situation, on Friday 7 November 2025. */
const says = ({
  waiting = nothing,
  phase = 'idle',
  stuck = false,
  refused = 0,
}: Partial<Props>) => {
  render(
    <SendingChip
      waiting={waiting}
      phase={phase}
      stuck={stuck}
      refused={refused}
      today="2025-11-07"
      now="2025-11-07T17:30:00.000Z"
      onOpen={() => undefined}
    />,
  )
  return screen.getByRole('button').textContent
}

it.each<[string, RegExp, Partial<Props>]>([
  ['nothing was ever written', /^Tout est à jour$/u, {}],
  ['it was sent today', /^Envoyé à \d\d\sh\s05$/u, { waiting: sent('2025-11-07T16:05:00.000Z') }],
  ['it was sent before', /^Envoyé le 5\snov\.$/u, { waiting: sent('2025-11-05T09:05:00.000Z') }],
  ['the app is too old to receive', /^À mettre à jour$/u, { phase: 'outdated', waiting: two }],
  ['it waits for the next round', /^Gardé sur cet appareil$/u, { waiting: two }],
  ['it is on its way', /^Sauvegarde…$/u, { waiting: two, phase: 'sending' }],
  ['there is no network', /^En attente d’envoi \(2\)$/u, { waiting: two, phase: 'offline' }],
  ['there is none, and nothing waits', /^Pas de réseau$/u, { phase: 'offline' }],
  ['the server says no', /^En attente d’envoi \(2\)$/u, { waiting: two, phase: 'problem' }],
  [
    'there is a network and nothing has left for long',
    /^Envoi bloqué$/u,
    { waiting: two, phase: 'problem', stuck: true, refused: 1 },
  ],
  ['all left after all', /^Tout est à jour$/u, { stuck: true }],
  [
    'something was refused',
    /^À regarder$/u,
    { refused: 1, waiting: sent('2025-11-07T16:05:00.000Z') },
  ],
  ['nothing can leave before one is back', /^À reconnecter$/u, { phase: 'signed-out', refused: 1 }],
])('says where the words are when %s', (_, text, situation) => {
  expect(says(situation)).toMatch(text)
})
