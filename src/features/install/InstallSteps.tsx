import { Card } from '#ui/Card.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Drawing } from './Drawing.tsx'
import styles from './InstallScreen.module.css'
import type { InstallWay } from './installWay.ts'
import { stepsOf } from './steps.ts'
import { texts } from './texts.ts'

/** What to tap, with a drawing for each; nothing where there is nothing to tap. */
export function InstallSteps({ way }: { readonly way: InstallWay }) {
  const t = useTexts(texts)
  const steps = stepsOf[way]
  if (steps.length === 0) return null
  return (
    <Card>
      <ol className={styles['steps']}>
        {steps.map(({ says, target }) => (
          <li key={says} className={styles['step']}>
            {target && <Drawing {...target} />}
            <p>{t.steps[says]}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
