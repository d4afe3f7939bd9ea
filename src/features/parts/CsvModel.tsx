import type { CsvColumns } from '#protocol/csvTable.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Row } from '#ui/Row.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { PROGRAMME_LANGUAGE } from './labelsOf.ts'

interface Props {
  readonly words: {
    readonly how: string
    readonly download: string
    readonly downloaded: string
    readonly columns: string
    readonly columnsMore: string
    readonly column: (heading: string, needed: boolean) => string
  }
  readonly columns: CsvColumns<string>
  readonly onDownload: () => void
  /** More to know about the columns. */
  readonly children?: ReactNode
}

/** A file to fill in, for who brings a table: how, its download, and what its columns are. */
export function CsvModel({ words, columns, onDownload, children }: Props) {
  const [said, setSaid] = useState<string | null>(null)
  return (
    <Card>
      <p>{words.how}</p>
      <Row>
        <Button
          icon={<Download aria-hidden="true" size={20} />}
          onClick={() => {
            onDownload()
            setSaid(words.downloaded)
          }}
        >
          {words.download}
        </Button>
      </Row>
      <StatusLine>{said}</StatusLine>
      <Disclosure summary={words.columns}>
        <p>{words.columnsMore}</p>
        <ul lang={PROGRAMME_LANGUAGE}>
          {Object.values(columns).map(({ heading, needed }) => (
            <li key={heading}>{words.column(heading, needed)}</li>
          ))}
        </ul>
        {children}
      </Disclosure>
    </Card>
  )
}
