import { mayImportSkills } from '#domain/skills/mayImportSkills.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { ImportRefusal } from '#features/skillsImport/skillsFile.ts'
import { SkillsImportScreen } from '#features/skillsImport/SkillsImportScreen.tsx'
import { writeSkillsCsv } from '#programmes/skillsCsv.ts'
import { skillsTakenSchema } from '#protocol/importedSkills.ts'
import type { BookRow } from '#store/database.ts'
import { Navigate } from 'react-router'
import { api } from '../api.ts'
import { offerFile } from '../offerFile.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/formation/competences`, for the coordinator. */
export function SkillsImportRoute() {
  return <BookRoute>{(book) => <Importing key={book.id} book={book} />}</BookRoute>
}

function Importing({ book: { id, facts } }: { readonly book: BookRow }) {
  const { person, today, sync } = useWorkspace()
  const programme = useProgramme(facts)
  const back = `/livret/${id}/formation`
  if (programme === undefined) return <NoLogbookScreen reading />
  if (!programme || !mayImportSkills(facts.members, person.id, today())) {
    return <Navigate to={back} replace />
  }

  return (
    <SkillsImportScreen
      programme={programme}
      imported={facts.skills}
      back={back}
      onDownload={() => {
        const csv = writeSkillsCsv(programme.blocks)
        offerFile(new Blob([csv], { type: 'text/csv' }), `competences-${programme.id}.csv`)
      }}
      onImport={async (csv) => {
        const refusal = await importSkills(id, csv)
        // What is imported is read here, too.
        if (refusal === null) await sync.now()
        return refusal
      }}
    />
  )
}

async function importSkills(id: LogbookId, csv: string): Promise<ImportRefusal> {
  const read = (json: unknown) => skillsTakenSchema.safeParse(json).data ?? null
  const answer = await api('POST', `/api/v1/logbooks/${id}/skills`, { csv }, read)
  if (answer.kind === 'ok') return null
  if (answer.kind === 'offline') return 'offline'
  const known = ['signed-out', 'not-found', 'not-skills'] as const
  return known.find((code) => code === answer.code) ?? 'other'
}
