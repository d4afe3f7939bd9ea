import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  /** Makes the file and gives it to the person; rejects where that cannot be done. */
  readonly onSave: () => Promise<void>
}

/** The way out for what does not leave: a file that somebody else can send. */
export function RescueSave({ onSave }: Props) {
  const t = useTexts(texts)
  const [end, setEnd] = useState<'saved' | 'not-saved' | null>(null)
  const [busy, setBusy] = useState(false)

  const save = async () => {
    setBusy(true)
    setEnd(
      await onSave().then(
        () => 'saved' as const,
        () => 'not-saved' as const,
      ),
    )
    setBusy(false)
  }

  return (
    <Section title={t.rescueTitle}>
      <p>{t.rescueLead}</p>
      {end && (
        <Notice tone={end === 'saved' ? 'success' : 'waiting'} role="status">
          <p>{end === 'saved' ? t.rescueSaved : t.rescueNotSaved}</p>
        </Notice>
      )}
      <Row>
        <Button
          busy={busy}
          icon={<Download aria-hidden="true" size={20} />}
          onClick={() => void save()}
        >
          {t.rescueSave}
        </Button>
        <ButtonLink variant="quiet" to="/secours">
          {t.rescueOpen}
        </ButtonLink>
      </Row>
    </Section>
  )
}
