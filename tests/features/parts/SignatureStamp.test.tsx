import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Signature } from '#domain/logbookDocument.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import { someFacts } from '#tests/app/routes/aWorkspace.ts'
import { aWeek, personId } from '#tests/support/builders.ts'

const receipt = (payload: unknown) => `e30.${btoa(JSON.stringify(payload))}.c2ln`

function show(change: Partial<Signature> = {}, current = true) {
  const [signature] = aWeek('signed').signatures
  if (!signature) throw new Error('a signed week has a signature')
  render(
    <SignatureStamp
      signature={{ ...signature, ...change }}
      facts={someFacts()}
      current={current}
    />,
  )
}

it('says who, and by default nothing that is not known', () => {
  show()

  expect(screen.getByText('Paul Durand')).toBeVisible()
  expect(screen.getByText('En session ouverte')).toBeInTheDocument()
  expect(screen.getByText('Pas encore envoyé')).toBeInTheDocument()
})

it('a signature on somebody else’s device says whose', () => {
  show({ level: 'in-person', via: personId('trainer') })
  expect(screen.getByText('En personne, sur l’appareil de Claire Roux')).toBeInTheDocument()
})

it('the receipt gives the time of the server', () => {
  show({ receipt: receipt({ receivedAt: '2025-11-08T08:00:00.000Z' }) })
  expect(screen.getByText(/^Reçu par le serveur le samedi 8 novembre 2025/u)).toBeInTheDocument()
})

it.each(['not a receipt', 'a.%%%.b', receipt({}), receipt({ receivedAt: 'hier' }), 'a.bnVsbA.c'])(
  'a receipt that cannot be read claims nothing: %s',
  (broken) => {
    show({ receipt: broken })
    expect(screen.getByText('Pas encore envoyé')).toBeInTheDocument()
  },
)

it('a stamp on an earlier version never looks like one on what is shown', () => {
  show({}, false)
  expect(screen.getByText(/sur la version 1\. Le texte a changé depuis\.$/u)).toBeVisible()
})
