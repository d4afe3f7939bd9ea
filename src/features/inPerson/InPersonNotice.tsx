import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import { documentPath } from '#features/parts/documentPath.ts'
import { apprenticeName, personName } from '#features/parts/personName.ts'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Link } from 'react-router'
import { texts } from './texts.ts'
import type { SignedInPerson } from './useSignedInPerson.ts'

interface Props {
  readonly signed: SignedInPerson
  /** Keeps the answer as a note about the document. Resolves to why not, or to `null`. */
  readonly onAnswer: (note: string) => Promise<Problem | null>
}

/** Tells a signer what was signed in their name on another device, and asks whether it was them. */
export function InPersonNotice({ signed, onAnswer }: Props) {
  const { document, signature, facts, when } = signed
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const problems = useTexts(problemTexts)
  const language = useLanguage()
  const { busy, problem, run } = useAct()
  const owner = signature.via === null ? '—' : personName(facts, signature.via)
  const name = documentName({ kind: document.kind, when }, names, language)
  const path = documentPath({ ...document, when })

  return (
    <Notice tone="waiting" title={t.title(owner)} role="status">
      <Stack gap="tight">
        <p>
          {t.what(name, apprenticeName(facts))} {path !== null && <Link to={path}>{t.read}</Link>}
        </p>
        <p>{t.more}</p>
        <Row>
          <Button
            size="small"
            busy={busy}
            onClick={() => {
              run(() => onAnswer(t.noteMine(name, owner)))
            }}
          >
            {t.mine}
          </Button>
          <Button
            size="small"
            variant="quiet"
            busy={busy}
            onClick={() => {
              run(() => onAnswer(t.noteNotMine(name, owner)))
            }}
          >
            {t.notMine}
          </Button>
        </Row>
        {problem && <p role="alert">{problems[problem]}</p>}
      </Stack>
    </Notice>
  )
}
