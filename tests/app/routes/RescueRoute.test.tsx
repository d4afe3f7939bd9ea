import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeRescueFile } from '#app/rescue/saveRescueFile.ts'
import { RescueRoute } from '#app/routes/RescueRoute.tsx'
import { PROTOCOL, PROTOCOL_HEADER } from '#protocol/conversation.ts'
import { act } from '#store/act.ts'
import { holdPhoto } from '#tests/store/aDatabase.ts'
import {
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  nextId,
  WEEK,
} from '#tests/support/builders.ts'
import { addBook, aWorkspace } from './aWorkspace.ts'
import { openRoute } from './openRoute.tsx'

let file: File
beforeEach(async () => {
  const phone = aWorkspace('apprentice')
  await addBook(phone.db, 'apprentice')
  await act(phone.db, aPatch(anUnwrittenWeek(), { week: WEEK, told: 'Salon' }), apprentice)
  await holdPhoto(phone.db)
  file = new File([...(await makeRescueFile(phone))], 'livret-secours.json')
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** A server that answers so; `null`: no network. Gives what it was asked. */
function serve(status: number | null, body: unknown = {}) {
  const asked: string[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const path = input instanceof Request ? input.url : input.toString()
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    if (status === null) return Promise.reject(new TypeError('Failed to fetch'))
    const headers = { [PROTOCOL_HEADER]: String(PROTOCOL) }
    const isPhoto = path.includes('/files/')
    return Promise.resolve(Response.json(body, { status: isPhoto ? 201 : status, headers }))
  })
  return asked
}
const open = async (who: 'apprentice' | 'coordinator', chosen = file) => {
  openRoute(aWorkspace(who), '/secours', '/secours', <RescueRoute />)
  await userEvent.upload(screen.getByLabelText('Ouvrir un fichier'), chosen)
}
const send = () => userEvent.click(screen.getByRole('button', { name: 'Envoyer au CFA' }))
const held = { id: nextId(), verdict: 'held', code: 'rescued' }

it('a coordinator sees whose file it is and what is in it, sends it, and is led to decide', async () => {
  const asked = serve(200, { results: [held], fresh: 1 })
  await open('coordinator')
  expect(await screen.findByText('Léa Moreau')).toBeVisible()
  expect(screen.getByText(/^1\senvoi$/u)).toBeVisible()
  expect(screen.getByText(/^Semaine\s45$/u)).toBeVisible()
  expect(screen.getByText(/Vous déciderez ensuite de chacun/u)).toBeVisible()
  expect(asked).toEqual([])

  await send()
  expect(await screen.findByText('Le CFA a reçu ce fichier')).toBeVisible()
  expect(screen.getByText(/Un envoi attend une décision/u)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Décider' })).toHaveAttribute(
    'href',
    `/livret/${logbookId}/a-trancher`,
  )
  // Photos come first: a signature has to find them.
  const base = `/api/v1/logbooks/${logbookId}`
  expect(asked).toEqual([`PUT ${base}/files/${'b'.repeat(64)}`, `POST ${base}/rescue`])
})

it('whoever wrote it reads that it goes into the logbook', async () => {
  serve(200, { results: [{ ...held, verdict: 'applied', code: null }], fresh: 0 })
  await open('apprentice')
  expect(await screen.findByText(/^Ce sont vos mots/u)).toBeVisible()
  await send()
  expect(await screen.findByText(/1\senvoi pris en compte\. Un était déjà arrivé/u)).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Décider' })).toBeNull()
})

it.each([
  [null, {}, /^Il faut le réseau pour envoyer/u],
  [401, { code: 'signed-out' }, /^Reconnectez-vous/u],
  [404, { code: 'not-found' }, /^Ce livret n’est pas à vous/u],
  [422, { code: 'not-sealed' }, /^Rien ne prouve d’où vient ce fichier/u],
  [413, { code: 'too-large' }, /^Le serveur ne l’a pas pris/u],
])(
  'where the answer is %s, it says so, and the file can be sent again',
  async (status, body, says) => {
    serve(status, body)
    await open('coordinator')
    await screen.findByText('Léa Moreau')
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent(says)
    expect(screen.getByText('Léa Moreau')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Envoyer encore une fois' })).toBeEnabled()
  },
)

it('what is no rescue file is said, and another one can be chosen', async () => {
  const asked = serve(200)
  await open('coordinator', new File(['{"format":"livret-export"}'], 'livret.json'))
  expect(await screen.findByRole('alert')).toHaveTextContent('C’est un livret téléchargé')
  expect(screen.queryByRole('button', { name: 'Envoyer au CFA' })).toBeNull()
  await userEvent.upload(screen.getByLabelText('Ouvrir un autre fichier'), file)
  expect(await screen.findByText('Léa Moreau')).toBeVisible()
  expect(asked).toEqual([])
})
