import type { Download } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { exportFileSchema, type ExportFile } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { expect, logbookOf, readyOffline, test } from './support/journey.ts'

test('the livret leaves as one sound file, from the phone without a network and from the centre', async ({
  deviceOf,
}) => {
  const { page, context } = await deviceOf('Inès Haddad')
  const logbookId = await logbookOf(page)
  await readyOffline(page)
  await page.goto(`/livret/${logbookId}/export`)

  await context.setOffline(true)
  const [fromDevice] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger depuis cet appareil' }).click(),
  ])
  const device = await expectSound(fromDevice)
  expect(device.exportedBy.source).toBe('device')
  await expect(
    page.getByRole('status').getByText('Le fichier est dans vos téléchargements.'),
  ).toBeVisible()

  await context.setOffline(false)
  const [fromServer] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger depuis le CFA' }).click(),
  ])
  const server = await expectSound(fromServer)
  expect(server.exportedBy.source).toBe('server')
  expect(fromServer.suggestedFilename()).toBe('livret-ines-haddad-2026-11-27.json')
  expect(server.chain.links.length).toBeGreaterThan(0)

  const ids = (file: ExportFile) => file.documents.map(({ id }) => id).sort()
  expect(ids(device)).toEqual(ids(server))
  expect(server.documents.flatMap(({ signatures }) => signatures).length).toBeGreaterThan(20)
})

test('one letter changed in the file is found', async ({ deviceOf }) => {
  const { page, context } = await deviceOf('Inès Haddad')
  const answer = await context.request.get(`/api/v1/logbooks/${await logbookOf(page)}/export`)
  const text = await answer.text()
  expect(await verifyExport(JSON.parse(text))).toEqual([])

  const forged = text.replaceAll('640 montures', '641 montures')
  expect(forged).not.toBe(text)
  expect(await verifyExport(JSON.parse(forged))).toMatchObject([{ code: 'wrong-version-hash' }])
})

test('a guardian takes away what she may read, and another apprentice nothing', async ({
  deviceOf,
}) => {
  const { page: ines } = await deviceOf('Inès Haddad')
  const logbookId = await logbookOf(ines)
  const path = `/api/v1/logbooks/${logbookId}/export`

  const { page, context: guardian } = await deviceOf('Samira Haddad')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inès Haddad')
  const file = exportFileSchema.parse(await (await guardian.request.get(path)).json())
  expect(await verifyExport(file)).toEqual([])
  const kinds = new Set(file.documents.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual([
    'absence',
    'acknowledgement',
    'admissionStep',
    'arrangement',
    'contract',
    'entry',
    'interview',
    'placement',
    'section',
    'visit',
  ])
  const drafts = file.documents.filter(({ versions }) => versions.length === 0)
  expect(drafts).toEqual([])

  const { page: other, context: stranger } = await deviceOf('Maxime Girard')
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  const refused = await stranger.request.get(path)
  const unknown = await stranger.request.get(path.replace(logbookId, crypto.randomUUID()))
  expect(refused.status()).toBe(404)
  expect(await refused.text()).toBe(await unknown.text())
  await other.goto(`/livret/${logbookId}`)
  await expect(other.getByText('Ce livret n’est pas sur cet appareil.')).toBeVisible()
})

/** The file holds what its schema says, and every hash, signature and receipt in it holds. */
async function expectSound(download: Download): Promise<ExportFile> {
  const input: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
  const file = exportFileSchema.parse(input)
  expect(await verifyExport(input)).toEqual([])
  return file
}
