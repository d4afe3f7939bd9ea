import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { modelCsv } from '#features/centre/enrolmentsCsv.ts'
import type { OpeningAnswer, OpenLogbooks } from '#features/centre/opening.ts'
import { OpenLogbooksScreen } from '#features/centre/OpenLogbooksScreen.tsx'
import { logbookId } from '#tests/support/builders.ts'
import { centre, HEAD, offered, zoe } from './someCentre.ts'

type Sent = Parameters<OpenLogbooks>

interface Options {
  /** What the server answers, one after the other; then as if all were new. */
  readonly answers?: readonly OpeningAnswer[]
  readonly offline?: boolean
  readonly held?: readonly LogbookId[]
}

function open({ answers = [], offline = false, held = [] }: Options = {}) {
  const sent: Sent[] = []
  const onOpen: OpenLogbooks = (enrolments, how) => {
    sent.push([enrolments, how])
    const logbooks = enrolments.map(({ apprentice, master }) => ({
      state: 'new' as const,
      logbookId: how.preview ? null : logbookId,
      newPeople: [apprentice.name, master.name],
    }))
    return Promise.resolve(answers[sent.length - 1] ?? { kind: 'enrolled', enrolled: { logbooks } })
  }
  const onDownload = vi.fn()
  render(
    <MemoryRouter>
      <OpenLogbooksScreen
        {...{ centre, offered, offline, onDownload, onOpen }}
        held={new Set(held)}
        kept={null}
        onKeep={() => undefined}
        address="livret.exemple.fr"
        back="/"
      />
    </MemoryRouter>,
  )
  return { sent, onDownload }
}

const offlineAnswer = { kind: 'refused', refusal: 'offline' } as const
const known: OpeningAnswer = {
  kind: 'enrolled',
  enrolled: { logbooks: [{ state: 'known', logbookId, newPeople: [] }] },
}

const ali = zoe.replace('Zoé Blanc;zoe@mail.fr', 'Ali Ben;ali@mail.fr')

const choose = (...lines: string[]) =>
  userEvent.upload(
    screen.getByLabelText(/^Choisir un (?:autre )?fichier/u),
    new File([lines.join('\n')], 'rentree.csv', { type: 'text/csv' }),
  )
const button = (name: RegExp | string) => screen.getByRole('button', { name })
const openButton = () => screen.queryByRole('button', { name: /^Ouvrir \d/u })
const field = (name: string | RegExp) => screen.getByLabelText(name)

describe('from a file', () => {
  it('shows what would be opened and who comes in, opens nothing before, then leads on', async () => {
    const { sent } = open({ held: [logbookId] })
    await choose(HEAD, zoe, ali)
    expect(await screen.findByText(/^2\slivrets à ouvrir$/u)).toBeVisible()
    // Two apprentices, and one master for both.
    expect(screen.getByText(/^3\spersonnes arrivent$/u)).toBeVisible()
    expect(screen.getByText('maître d’apprentissage, max@vins.fr')).toBeVisible()
    expect(sent.map(([, how]) => how)).toEqual([{ preview: true, invite: false }])

    await userEvent.click(button(/^Ouvrir 2\slivrets$/u))
    expect(await screen.findByText(/^2\slivrets sont ouverts$/u)).toBeVisible()
    expect(sent.map(([, how]) => how)).toEqual([
      { preview: true, invite: false },
      { preview: false, invite: true },
    ])
    expect(sent[1]?.[0].map(({ apprentice }) => apprentice.email)).toEqual([
      'zoe@mail.fr',
      'ali@mail.fr',
    ])
    expect(screen.getByRole('link', { name: /^Zoé Blanc/u })).toHaveAttribute(
      'href',
      `/livret/${logbookId}`,
    )
    expect(screen.getByText(/ont un mail/u)).toBeVisible()
    expect(openButton()).toBeNull()
  })

  it('sends no mail where nobody wants one, and says how people come in then', async () => {
    const { sent } = open()
    await choose(HEAD, zoe)
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Prévenir par mail/u }))
    await userEvent.click(button(/^Ouvrir 1\slivret$/u))
    expect(await screen.findByText(/entrer sur livret\.exemple\.fr/u)).toBeVisible()
    expect(sent.at(-1)?.[1]).toEqual({ preview: false, invite: false })
    // It has not come to this device yet: a link would lead nowhere.
    expect(screen.queryByRole('link', { name: /^Zoé Blanc/u })).toBeNull()
    expect(screen.getByText(/prochaine mise à jour/u)).toBeVisible()
  })

  it('says whose mail has not left, and that they come in all the same', async () => {
    const one = { state: 'new' as const, newPeople: ['Zoé Blanc'] }
    open({
      answers: [
        { kind: 'enrolled', enrolled: { logbooks: [{ ...one, logbookId: null }] } },
        {
          kind: 'enrolled',
          enrolled: { logbooks: [{ ...one, logbookId }], uninvited: ['Zoé Blanc'] },
        },
      ],
    })
    await choose(HEAD, zoe)
    await userEvent.click(await screen.findByRole('button', { name: /^Ouvrir 1\slivret$/u }))
    expect(await screen.findByText('Des mails ne sont pas encore partis')).toBeVisible()
    expect(screen.getByText(/^Zoé Blanc\. Chacun peut entrer quand même/u)).toBeVisible()
  })

  it('tells all that is wrong at once, by line and column, with what stands there', async () => {
    const { sent } = open()
    const bad = ali.replace('max@vins.fr', 'max').replace('31/08/2027', '31/02/2027')
    await choose(HEAD, zoe.replace(';Lyon;', ';;').replace('2025-2027', '2031'), bad)
    expect(await screen.findByText(/^4\spoints à corriger$/u)).toBeVisible()
    const told = within(screen.getByRole('region', { name: /à corriger$/u }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent.replaceAll(/[\u00a0\u202f]/gu, ' '))
    expect(told).toEqual([
      'Ligne 2, colonne « ville »Cette case est vide.',
      'Ligne 2, colonne « promotion »Cette formation n’a pas cette promotion.Écrit : « 2031 »',
      'Ligne 3, colonne « mail maître »Écrivez l’adresse en entier, comme prenom.nom@exemple.fr.Écrit : « max »',
      'Ligne 3, colonne « fin du contrat »Ce n’est pas une date. Écrivez-la comme 01/09/2026.Écrit : « 31/02/2027 »',
    ])
    expect(sent).toEqual([])
    expect(openButton()).toBeNull()

    await choose(HEAD, zoe)
    expect(await screen.findByText(/^1\slivret à ouvrir$/u)).toBeVisible()
  })

  it('what only the server knows is told at the line of the file', async () => {
    const { sent } = open({
      answers: [
        {
          kind: 'not-openable',
          problems: [{ index: 1, field: 'master.email', problem: 'taken-address' }],
        },
      ],
    })
    await choose(HEAD, zoe, '', ali)
    expect(await screen.findByText(/^Ligne\s4, colonne «\smail maître\s»$/u)).toBeVisible()
    expect(screen.getByText(/ne peut pas être prise/u)).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(openButton()).toBeNull()
  })

  it('without a network the file stays chosen, before it is checked and before it is opened', async () => {
    const through: OpeningAnswer = {
      kind: 'enrolled',
      enrolled: { logbooks: [{ state: 'new', logbookId: null, newPeople: [] }] },
    }
    const { sent } = open({ answers: [offlineAnswer, through, offlineAnswer] })
    await choose(HEAD, zoe)
    expect(await screen.findByRole('alert')).toHaveTextContent(/^Il faut le réseau/u)
    expect(screen.getByText(/^Fichier\s: rentree\.csv$/u)).toBeVisible()

    await userEvent.click(button('Vérifier'))
    await userEvent.click(await screen.findByRole('button', { name: /^Ouvrir 1\slivret$/u }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/^Il faut le réseau/u)
    await userEvent.click(button(/^Ouvrir 1\slivret$/u))
    expect(await screen.findByText(/^1\slivret est ouvert$/u)).toBeVisible()
    expect(sent.map(([, { preview }]) => preview)).toEqual([true, true, false, false])
  })

  it('has nothing to open where all are there already', async () => {
    open({ answers: [known] })
    await choose(HEAD, zoe)
    expect(await screen.findByText(/^1\slivret déjà là$/u)).toBeVisible()
    expect(openButton()).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('begins with a model that says which cohorts there are', async () => {
    const { onDownload } = open()
    await userEvent.click(button('Télécharger le modèle'))
    expect(onDownload).toHaveBeenCalledOnce()
    expect(screen.getByText(/dans vos téléchargements/u)).toBeVisible()
    expect(screen.getByText(/^BTS NDRC\s: 2025-2027$/u)).toBeInTheDocument()
    await choose(modelCsv(offered, centre.trainers[0]))
    expect(await screen.findByText(/ligne d’exemple/u)).toBeVisible()
  })
})

describe('one apprentice', () => {
  const byHand = async () => {
    await userEvent.click(screen.getByRole('radio', { name: 'Un apprenti' }))
  }
  const fill = async () => {
    const [apprentice] = screen.getAllByLabelText('Prénom et nom')
    const [address] = screen.getAllByLabelText('Adresse mail')
    await userEvent.type(apprentice ?? document.body, 'Zoé Blanc')
    await userEvent.type(address ?? document.body, 'zoe@mail.fr')
    await userEvent.type(field('Nom de l’entreprise'), 'Vins du Rhône')
    await userEvent.type(field('Ville'), 'Lyon')
    await userEvent.type(field('Prénom et nom du maître'), 'Max Roy')
    await userEvent.type(field('Adresse mail du maître'), 'max@vins.fr')
    await userEvent.selectOptions(field('Formation et promotion'), 'BTS NDRC, Promotion 2025-2027')
    await userEvent.selectOptions(field('Formateur référent'), 'Claire Roux')
    await userEvent.type(field('Premier jour du contrat'), '2025-09-01')
    await userEvent.type(field('Dernier jour du contrat'), '2027-08-31')
  }
  const written = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)

  it('is sent as a line of a file would be', async () => {
    const { sent } = open()
    await byHand()
    await fill()
    await userEvent.click(button('Vérifier'))
    await userEvent.click(await screen.findByRole('button', { name: /^Ouvrir 1\slivret$/u }))
    expect(sent[1]?.[0]).toEqual([
      {
        apprentice: { name: 'Zoé Blanc', email: 'zoe@mail.fr' },
        guardian: null,
        company: { name: 'Vins du Rhône', city: 'Lyon', activity: '' },
        master: { name: 'Max Roy', email: 'max@vins.fr' },
        trainer: { name: 'Claire Roux', email: 'claire@cfa.fr' },
        programme: 'bts-ndrc',
        cohort: '2025-2027',
        contract: { start: '2025-09-01', end: '2027-08-31' },
      },
    ])
  })

  it('says what is missing at each field, and one goes on in the first', async () => {
    const { sent } = open()
    await byHand()
    await userEvent.click(button('Vérifier'))
    expect(field('Prénom et nom')).toHaveAccessibleDescription('Il manque quelque chose ici.')
    await vi.waitFor(() => {
      expect(field('Prénom et nom')).toHaveFocus()
    })
    expect(field('Formation et promotion')).toHaveAccessibleDescription(/^Choisissez/u)
    expect(field('Formateur référent')).toHaveAccessibleDescription(/^Choisissez/u)
    expect(field('Premier jour du contrat')).toBeInvalid()
    expect(field('Activité (facultatif)')).toBeValid()
    expect(sent).toEqual([])
  })

  it('asks for the guardian of a minor, and for a trainer whom the centre does not know', async () => {
    const { sent } = open()
    await byHand()
    await fill()
    await userEvent.click(screen.getByRole('checkbox', { name: 'L’apprenti est mineur' }))
    await userEvent.selectOptions(field('Formateur référent'), 'Une autre personne')
    await userEvent.click(button('Vérifier'))
    expect(field('Prénom et nom du représentant légal')).toBeInvalid()
    expect(field('Adresse mail du formateur')).toBeInvalid()
    await userEvent.type(field('Prénom et nom du représentant légal'), 'Lou Blanc')
    await userEvent.type(field('Adresse mail du représentant légal'), 'lou@mail.fr')
    await userEvent.type(field('Prénom et nom du formateur'), 'Jo Petit')
    await userEvent.type(field('Adresse mail du formateur'), 'jo@cfa.fr')
    await userEvent.click(button('Vérifier'))
    expect(await screen.findByText(/^1\slivret à ouvrir$/u)).toBeVisible()
    expect(sent[0]?.[0]).toMatchObject([
      {
        guardian: { name: 'Lou Blanc', email: 'lou@mail.fr' },
        trainer: { name: 'Jo Petit', email: 'jo@cfa.fr' },
      },
    ])
  })

  it('without a network nothing typed is lost, nor by looking at the other way', async () => {
    open({ answers: [offlineAnswer], offline: true })
    expect(screen.getByText(/^Pas de réseau\./u)).toBeVisible()
    await byHand()
    await fill()
    const before = written()
    await userEvent.click(button('Vérifier'))
    expect(await screen.findByRole('alert')).toHaveTextContent(/^Il faut le réseau/u)
    expect(written()).toEqual(before)
    await userEvent.click(screen.getByRole('radio', { name: 'Depuis un fichier' }))
    await byHand()
    expect(written()).toEqual(before)
    await userEvent.click(button('Vérifier'))
    await userEvent.click(await screen.findByRole('button', { name: 'Corriger' }))
    expect(written()).toEqual(before)
  })

  it('what the server finds stands at its field, with all that was typed, until it is changed', async () => {
    open({
      answers: [
        {
          kind: 'not-openable',
          problems: [{ index: 0, field: 'master.email', problem: 'taken-address' }],
        },
      ],
    })
    await byHand()
    await fill()
    await userEvent.click(button('Vérifier'))
    const master = field('Adresse mail du maître')
    await vi.waitFor(() => {
      expect(master).toHaveFocus()
    })
    expect(master).toHaveAccessibleDescription(/ne peut pas être prise/u)
    expect(master).toHaveValue('max@vins.fr')
    await userEvent.type(master, 'x')
    expect(master).toBeValid()
  })

  it('is written with the keyboard alone, and fills in nothing by itself', async () => {
    const { sent } = open()
    await byHand()
    await fill()
    for (const each of screen.getAllByRole('textbox')) {
      expect(each).toHaveAttribute('autocomplete', 'off')
    }
    field('Dernier jour du contrat').focus()
    await userEvent.tab()
    expect(button('Vérifier')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText(/^1\slivret à ouvrir$/u)).toBeVisible()
    expect(sent.map(([, { preview }]) => preview)).toEqual([true])
  })
})
