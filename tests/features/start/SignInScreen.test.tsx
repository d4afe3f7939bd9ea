import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import { SignInScreen } from '#features/start/SignInScreen.tsx'

type Props = Parameters<typeof SignInScreen>[0]

const open = (props: Partial<Props> = {}) =>
  render(
    <MemoryRouter>
      <SignInScreen
        pending={null}
        onRequestCode={() => Promise.resolve({ requestId: 'r1' })}
        onSignIn={() => Promise.resolve(null)}
        onOtherEmail={() => undefined}
        {...props}
      />
    </MemoryRouter>,
  )

const asked = { requestId: 'r1', email: 'lea@exemple.fr' }
const email = () => screen.getByRole('textbox', { name: 'Votre adresse mail' })
const code = () => screen.getByRole('textbox', { name: 'Code de six chiffres' })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it.each(['', 'lea', 'lea@exemple', 'lea exemple.fr'])(
  'an address that can be none (%o) is not asked for, and stays to be mended',
  async (typed) => {
    const onRequestCode = vi.fn<Props['onRequestCode']>()
    open({ onRequestCode })
    if (typed !== '') await userEvent.type(email(), typed)

    await press('Recevoir un code')
    expect(email()).toHaveAccessibleDescription(/en entier/u)
    expect(email()).toHaveFocus()
    expect(email()).toHaveValue(typed)
    expect(onRequestCode).not.toHaveBeenCalled()
  },
)

it('once the code is on its way, one types it without looking for its field', async () => {
  const onSignIn = vi.fn<Props['onSignIn']>().mockResolvedValue(null)
  open({ onSignIn })
  await userEvent.type(email(), ' lea@exemple.fr ')
  await userEvent.keyboard('{Enter}')

  expect(await screen.findByRole('status')).toHaveTextContent('Le code est parti à lea@exemple.fr')
  expect(code()).toHaveFocus()
  await userEvent.keyboard('12 34-56{Enter}')
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith('r1', '123456')
})

it('whoever comes back from reading the mail types the code they asked for before', async () => {
  const onSignIn = vi.fn<Props['onSignIn']>().mockResolvedValue(null)
  open({ pending: asked, onSignIn })

  expect(screen.getByRole('status')).toHaveTextContent('lea@exemple.fr')
  await userEvent.type(code(), '123456{Enter}')
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith('r1', '123456')
})

it('a code that cannot be one costs no try', async () => {
  const onSignIn = vi.fn<Props['onSignIn']>()
  open({ pending: asked, onSignIn })

  await userEvent.type(code(), '12345{Enter}')
  expect(code()).toHaveAccessibleDescription(/Tapez les six chiffres/u)
  expect(code()).toHaveFocus()
  expect(onSignIn).not.toHaveBeenCalled()
})

it.each([
  ['wrong-code', 'description'],
  ['expired-code', 'alert'],
  ['offline', 'alert'],
  ['never-heard-of', 'alert'],
])('a refusal (%s) is said, and what was typed stays', async (refusal, where) => {
  open({ pending: asked, onSignIn: () => Promise.resolve(refusal) })

  await userEvent.type(code(), '123456{Enter}')
  if (where === 'alert') expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement()
  else expect(code()).toHaveAccessibleDescription(/n’est pas le bon/u)
  expect(code()).toHaveValue('123456')
  expect(code()).toHaveFocus()

  await userEvent.keyboard('{Backspace}')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(code()).toBeValid()
})

it('another code is for the same address, and is said to replace the first', async () => {
  const onRequestCode = vi.fn<Props['onRequestCode']>().mockResolvedValue({ requestId: 'r2' })
  const onSignIn = vi.fn<Props['onSignIn']>().mockResolvedValue(null)
  open({ pending: asked, onRequestCode, onSignIn })

  await press('Recevoir un autre code')
  expect(await screen.findByRole('status')).toHaveTextContent('Le précédent ne marche plus.')
  expect(onRequestCode).toHaveBeenCalledExactlyOnceWith('lea@exemple.fr')
  await userEvent.type(code(), '123456{Enter}')
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith('r2', '123456')
})

it('another address begins anew, and the code that was asked for is forgotten', async () => {
  const onOtherEmail = vi.fn()
  open({ pending: asked, onOtherEmail })

  await press('Changer d’adresse')
  expect(email()).toHaveFocus()
  expect(onOtherEmail).toHaveBeenCalledOnce()
})

it('only the demo says where its mails are', () => {
  const mails = () => screen.queryByRole('link', { name: 'Voir les mails de la démonstration' })
  const { unmount } = open({ pending: asked, mails: '/demo/mails' })
  expect(mails()).toHaveAttribute('href', '/demo/mails')
  unmount()

  open({ pending: asked })
  expect(mails()).toBeNull()
})
