import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, it, vi } from 'vitest'
import { SkillsImportScreen } from '#features/skillsImport/SkillsImportScreen.tsx'
import type { ImportRefusal } from '#features/skillsImport/skillsFile.ts'
import type { Programme } from '#programmes/programme.ts'
import { findProgramme } from '#programmes/programmes.ts'
import { writeSkillsCsv } from '#programmes/skillsCsv.ts'

let programme: Programme
beforeAll(async () => {
  const found = await findProgramme('bts-mco')
  if (!found) throw new Error('the programme is missing')
  programme = found
})

function open(answers: readonly ImportRefusal[] = []) {
  const sent: string[] = []
  const onImport = vi.fn((csv: string) => {
    sent.push(csv)
    return Promise.resolve(answers[sent.length - 1] ?? null)
  })
  const onDownload = vi.fn()
  render(
    <MemoryRouter>
      <SkillsImportScreen
        programme={programme}
        imported={undefined}
        back="/retour"
        onDownload={onDownload}
        onImport={onImport}
      />
    </MemoryRouter>,
  )
  return { sent, onDownload }
}

const choose = async (content: BlobPart, name = 'competences.csv') =>
  userEvent.upload(
    screen.getByLabelText(/^Choisir un (?:autre )?fichier/u),
    new File([content], name, { type: 'text/csv' }),
  )
const changed = () => writeSkillsCsv(programme.blocks).replace('Écrire et parler', 'Bien écrire')
/** The bar lies over what is below it, so there is none without something to do in it. */
const bar = () => document.querySelector('[data-action-bar]')
const importButton = () => screen.queryByRole('button', { name: /^Importer/u })

it('what a file changes is shown before it is imported, and nothing is sent until then', async () => {
  const { sent } = open()
  expect(importButton()).toBeNull()
  await choose(changed())
  expect(await screen.findByText('Bien écrire')).toBeVisible()
  expect(screen.getByText(/^Avant\s: Écrire et parler$/u)).toBeVisible()
  expect(sent).toEqual([])

  await userEvent.click(screen.getByRole('button', { name: 'Importer' }))
  expect(await screen.findByText('Les compétences sont importées')).toBeVisible()
  expect(sent).toEqual([changed().replace('\uFEFF', '')])
  expect(importButton()).toBeNull()
})

it('each thing that is wrong is said with its line, and such a file cannot be sent', async () => {
  open()
  await choose(
    'bloc;titre du bloc;code;compétence;nom court\nB1;Vendre;C1;Vendre;Vendre',
    'faux.csv',
  )
  expect(await screen.findByText(/^Ligne\s2, colonne «\scode\s»$/u)).toBeVisible()
  expect(screen.getByText(/^Ce n’est pas un code/u)).toBeVisible()
  expect(screen.getByText(/^Fichier\s: faux\.csv$/u)).toBeVisible()
  expect(importButton()).toBeNull()
  expect(bar()).toBeNull()
})

it('without a network the file stays chosen, and can be sent again', async () => {
  const { sent } = open(['offline', null])
  await choose(changed())
  await userEvent.click(await screen.findByRole('button', { name: 'Importer' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Il faut le réseau/u)
  expect(screen.getByText('Bien écrire')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Importer encore une fois' }))
  expect(await screen.findByText('Les compétences sont importées')).toBeVisible()
  expect(sent).toHaveLength(2)
})

it('a file of a French spreadsheet that is no UTF-8 keeps its accents', async () => {
  open()
  const latin = Uint8Array.from(changed().replaceAll('’', "'"), (letter) => letter.charCodeAt(0))
  await choose(latin.slice(1))
  // Most of its words changed, by their apostrophes: the list is folded.
  expect(await screen.findByText('Bien écrire')).toBeInTheDocument()
})

it('a picture is told from a list of skills', async () => {
  open()
  await choose(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'photo.csv')
  expect(await screen.findByRole('alert')).toHaveTextContent(/n’est pas un texte/u)
})

it('a file that says what is there already has nothing to import', async () => {
  open()
  await choose(writeSkillsCsv(programme.blocks))
  expect(await screen.findByText(/dit déjà/u)).toBeVisible()
  expect(importButton()).toBeNull()
  expect(bar()).toBeNull()
})

it('the skills as they are can be taken as a file to start from', async () => {
  const { onDownload } = open()
  await userEvent.click(screen.getByRole('button', { name: /^Télécharger/u }))
  expect(onDownload).toHaveBeenCalledOnce()
})
