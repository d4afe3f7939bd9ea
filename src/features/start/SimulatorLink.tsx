import { ButtonLink } from '#ui/ButtonLink.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Calculator } from 'lucide-react'
import { texts } from './texts.ts'

/** The way to the pay simulator, which asks nobody who they are. */
export function SimulatorLink() {
  const t = useTexts(texts)
  return (
    <ButtonLink
      to="/simulateur-remuneration"
      variant="quiet"
      icon={<Calculator aria-hidden="true" size={20} />}
    >
      {t.simulator}
    </ButtonLink>
  )
}
