import { CsvModel } from '#features/parts/CsvModel.tsx'
import { CsvProblems } from '#features/parts/CsvProblems.tsx'
import { skillChanges } from '#programmes/importedSkills.ts'
import type { Programme } from '#programmes/programme.ts'
import { columns } from '#programmes/skillsCsv.ts'
import type { ImportedSkills } from '#protocol/importedSkills.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { formatInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { ImportChanges } from './ImportChanges.tsx'
import { chooseFile, type ChosenFile, type ImportRefusal } from './skillsFile.ts'
import { texts } from './texts.ts'

interface Props {
  /** With what is imported already. */
  readonly programme: Programme
  readonly imported: ImportedSkills | undefined
  readonly back: string
  /** Gives the skills as they are as a file. */
  readonly onDownload: () => void
  readonly onImport: (csv: string) => Promise<ImportRefusal>
}

/** A coordinator brings the skills of a programme from a spreadsheet: file, what changes, import. */
export function SkillsImportScreen({ programme, imported, back, onDownload, onImport }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  // Of the file that was sent: what was imported meanwhile is no change any more.
  const [sent, setSent] = useState<{ refusal: ImportRefusal } | null>(null)
  const [busy, setBusy] = useState(false)

  const read = chosen && 'read' in chosen ? chosen : null
  const blocks = read?.read.type === 'skills' ? read.read.blocks : null
  const changes = blocks && skillChanges(programme.blocks, blocks)
  const isDone = sent?.refusal === null
  const isNew =
    changes !== null && changes.added.length + changes.reworded.length + changes.gone.length > 0

  const submit = async (csv: string) => {
    setBusy(true)
    setSent({ refusal: await onImport(csv) })
    setBusy(false)
  }
  const chooser = (
    <FileButton
      label={chosen ? t.chooseOther : t.choose}
      accept=".csv,text/csv"
      variant={chosen ? 'quiet' : 'primary'}
      icon={<FolderOpen aria-hidden="true" size={20} />}
      disabled={busy}
      onFile={(file) => {
        setSent(null)
        void chooseFile(
          file,
          programme.blocks.map(({ code }) => code),
        ).then(setChosen)
      }}
    />
  )

  const send =
    read && isNew ? (
      <Button variant="primary" busy={busy} onClick={() => void submit(read.csv)}>
        {sent ? t.again : t.import}
      </Button>
    ) : null
  const act = isDone ? null : (send ?? (chosen ? null : chooser))

  return (
    <Page
      title={t.title}
      subtitle={`${programme.shortTitle}. ${t.lead}`}
      back={{ to: back, label: t.back }}
    >
      <Stack>
        <p>{imported ? t.imported(formatInstant(imported.at, language)) : t.neverImported}</p>
        {!chosen && <CsvModel words={t} columns={columns} onDownload={onDownload} />}
        {chosen && <StatusLine>{t.file(chosen.name)}</StatusLine>}
        {chosen && 'bad' in chosen && (
          <Notice tone="problem" role="alert">
            <p>{t[chosen.bad]}</p>
          </Notice>
        )}
        {read?.read.type === 'refused' && (
          <CsvProblems problems={read.read.problems} words={t.problems} />
        )}
        {changes && !isDone && <ImportChanges changes={changes} />}
        {sent && sent.refusal !== null && (
          <Notice tone="problem" role="alert">
            <p>{t.refused[sent.refusal]}</p>
          </Notice>
        )}
        {isDone && (
          <Notice tone="success" role="status" title={t.done}>
            <p>{t.doneMore}</p>
          </Notice>
        )}
        {isDone && <ButtonLink to={back}>{t.back}</ButtonLink>}
        {!isDone && chosen && <Row>{chooser}</Row>}
      </Stack>
      {act && <ActionBar>{act}</ActionBar>}
    </Page>
  )
}
