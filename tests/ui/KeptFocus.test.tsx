import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { Link, MemoryRouter, Route, Routes, useNavigate } from 'react-router'
import { expect, it } from 'vitest'
import { SplitView } from '#ui/SplitView.tsx'
import { KeptFocus } from '#ui/KeptFocus.ts'

const open = (screens: React.ReactNode) =>
  render(
    <MemoryRouter>
      {screens}
      <KeptFocus />
    </MemoryRouter>,
  )

/** A button that goes away with what it does, and what comes in its place. */
function Gone({ after = null }: { readonly after?: React.ReactNode }) {
  const [gone, setGone] = useState(false)
  return gone ? (
    after
  ) : (
    <p>
      <button
        type="button"
        onClick={() => {
          setGone(true)
        }}
      >
        Retirer
      </button>
    </p>
  )
}

const press = async (name: string) => {
  screen.getByRole('button', { name }).focus()
  await userEvent.keyboard('{Enter}')
}

it.each([
  [
    'group',
    <fieldset key="">
      <legend>Ici</legend>
      <Gone />
    </fieldset>,
  ],
  [
    'heading',
    <section key="">
      <h3>Plus haut</h3>
      <h3>Ici</h3>
      <div>
        <Gone />
      </div>
      <h3>Plus bas</h3>
    </section>,
  ],
])('what goes away with its own button leaves the focus at the %s above it', async (role, here) => {
  open(
    <>
      <h2>Avant</h2>
      {here}
    </>,
  )

  await press('Retirer')
  await waitFor(() => {
    expect(screen.getByRole(role, { name: 'Ici' })).toHaveFocus()
  })
})

it('what goes away inside what was unfolded leaves the focus at its fold', async () => {
  open(
    <details open>
      <summary>Ici</summary>
      <Gone />
    </details>,
  )

  await press('Retirer')
  await waitFor(() => {
    expect(screen.getByText('Ici')).toHaveFocus()
  })
})

it('what comes in its place is what the focus goes on at', async () => {
  open(
    <div>
      <h2>Avant</h2>
      <div>
        <Gone after={<h3>Envoyé</h3>} />
      </div>
    </div>,
  )

  await press('Retirer')
  await waitFor(() => {
    expect(screen.getByRole('heading', { name: 'Envoyé' })).toHaveFocus()
  })
})

it('nobody who is elsewhere is called back by what goes away', async () => {
  function Screen() {
    const [there, setThere] = useState(true)
    return (
      <>
        <h2>Titre</h2>
        {there && <button type="button">Un autre</button>}
        <input
          aria-label="Nom"
          onChange={() => {
            setThere(false)
          }}
        />
      </>
    )
  }
  open(<Screen />)

  await userEvent.tab()
  await userEvent.type(screen.getByRole('textbox'), 'a')
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('textbox')).toHaveFocus()
})

function Late() {
  const [there, setThere] = useState(false)
  return (
    <>
      {there ? <h1>Chargée</h1> : <p>…</p>}
      <button
        type="button"
        onClick={() => {
          setThere(true)
        }}
      >
        Le réseau répond
      </button>
    </>
  )
}

const routes = (
  <>
    <nav>
      <Link to="/une">Une</Link>
      <Link to="/tard">Tard</Link>
      <Link to="/liste">Liste</Link>
    </nav>
    <Routes>
      <Route path="/" element={<h1>Accueil</h1>} />
      <Route path="/une" element={<h1>Une page</h1>} />
      <Route path="/tard" element={<Late />} />
      <Route
        path="/liste"
        element={
          <>
            <h1>Tous</h1>
            <SplitView listLabel="Liste" detailLabel="Choix" list="…" detail={<h2>Léa</h2>} />
          </>
        }
      />
    </Routes>
  </>
)

it.each([
  ['Une', 'Une page'],
  ['Liste', 'Léa'],
])('another page begins at its title, also from a menu that stays: %s', async (link, title) => {
  open(routes)
  expect(document.body).toHaveFocus()

  await userEvent.click(screen.getByRole('link', { name: link }))
  expect(screen.getByRole('heading', { name: title })).toHaveFocus()
})

it('a page that still loads gets the focus when its title is there', async () => {
  open(routes)

  await userEvent.click(screen.getByRole('link', { name: 'Tard' }))
  screen.getByRole<HTMLButtonElement>('button').click()
  await waitFor(() => {
    expect(screen.getByRole('heading', { name: 'Chargée' })).toHaveFocus()
  })
})

it('what is modal keeps the focus when the page behind it changes', async () => {
  function Screen() {
    const navigate = useNavigate()
    return (
      <dialog open>
        <button type="button" onClick={() => void navigate('/une')}>
          Ici
        </button>
      </dialog>
    )
  }
  open(
    <>
      {routes}
      <Screen />
    </>,
  )

  await userEvent.click(screen.getByRole('button', { name: 'Ici' }))
  expect(screen.getByRole('heading', { name: 'Une page' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Ici' })).toHaveFocus()
})
