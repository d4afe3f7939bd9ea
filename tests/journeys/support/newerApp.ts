import type { Page } from './journey.ts'

/** Sends operations of an app that is not released yet, from a browser of whoever is signed in. */
export const sendOfNewerApp = (page: Page, logbookId: string) =>
  page.evaluate(async (id) => {
    const post = async (path: string, body: unknown) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    }
    const newId = () => crypto.randomUUID().replace(/^(.{14})4/u, '$17')
    const [deviceId, at] = [newId(), new Date().toISOString()]
    const told =
      'J’ai préparé le salon de l’habitat avec Paul.\nQuatre rendez-vous pris, deux devis envoyés.'
    const entry = { documentId: newId(), kind: 'entry', v: 9, at, present: null }
    const operations = [
      { ...entry, id: newId(), type: 'patch', set: { week: '2026-W47', told }, seen: {} },
      { ...entry, id: newId(), kind: 'podcast', type: 'record', title: 'Mon premier salon' },
    ]
    await post('/api/v1/devices', { id: deviceId, label: 'Téléphone', publicKey: null })
    await post('/sync/v1/push', {
      ...{ protocol: 1, app: 'test', deviceId, logbookId: id, pending: 2 },
      operations: operations.map((operation, index) => ({ n: index + 1, operation })),
    })
  }, logbookId)
