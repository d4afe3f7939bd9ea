import type { LogbookId } from '#domain/identifiers.ts'
import { ExportScreen } from '#features/exportFile/ExportScreen.tsx'
import { exportLogbook } from '#store/exportLogbook.ts'
import { useParams } from 'react-router'
import { download } from '../download.ts'
import { useWorkspace } from '../workspace.ts'

export function ExportRoute() {
  const { db, person, now, today } = useWorkspace()
  const id = (useParams()['logbookId'] ?? '') as LogbookId

  const exportHere = async () => {
    const file = await exportLogbook(db, id, person.id, now())
    if (!file) return false
    const bytes = new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' })
    download(bytes, `livret-${today()}.json`)
    return true
  }

  return (
    <ExportScreen
      back={`/livret/${id}`}
      serverUrl={`/api/v1/logbooks/${id}/export`}
      onExportHere={exportHere}
    />
  )
}
