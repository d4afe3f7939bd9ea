import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { SimulatorLink } from './SimulatorLink.tsx'
import styles from './StartScreen.module.css'
import { texts } from './texts.ts'

export interface DemoPerson {
  readonly id: string
  readonly name: string
  /** The busiest first. */
  readonly roles: readonly string[]
  /** What is particular about this person, in one line. */
  readonly about: string
}

interface Props {
  /** `undefined` while they are asked for. */
  readonly people: readonly DemoPerson[] | undefined
  /** Becomes this person; resolves to the code of what went wrong, or `null`. */
  readonly onBecome: (person: DemoPerson) => Promise<string | null>
}

/** First page of the demo: says what it is, and lets one be any of its people. */
export function StartScreen({ people, onBecome }: Props) {
  const t = useTexts(texts)
  const [problem, setProblem] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)

  const become = async (person: DemoPerson) => {
    setChosen(person.id)
    setProblem(await onBecome(person))
    setChosen(null)
  }
  if (!people) return <p role="status">{t.loading}</p>
  const roles = [...new Set(people.map(({ roles: [role] }) => role ?? ''))]

  return (
    <Page title={t.title} wide>
      <Stack gap="loose">
        <Notice tone="info" title={t.demoTitle} role="note">
          <p>{t.demo}</p>
        </Notice>
        {problem && (
          <Notice tone="problem" role="alert">
            <p>{t.problems[problem] ?? t.problems['other']}</p>
          </Notice>
        )}
        <p>{t.choose}</p>
        {roles.map((role) => (
          <Section key={role} title={t.groups[role] ?? role}>
            <ul className={styles['people']}>
              {people
                .filter((person) => person.roles[0] === role)
                .map((person) => (
                  <li key={person.id}>
                    <button
                      type="button"
                      className={styles['person']}
                      aria-disabled={chosen !== null}
                      onClick={() => {
                        if (chosen === null) void become(person)
                      }}
                    >
                      <span className={styles['name']}>{person.name}</span>
                      <span className={styles['about']} lang="fr">
                        {person.about}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </Section>
        ))}
        <Stack>
          <ButtonLink to="/connexion" variant="secondary">
            {t.orSignIn}
          </ButtonLink>
          <ButtonLink to="/demo/mails" variant="quiet">
            {t.mails}
          </ButtonLink>
          <SimulatorLink />
        </Stack>
      </Stack>
    </Page>
  )
}

/** Shown when nobody is known on this device and the server cannot be reached. */
export function OfflineStart({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTexts(texts)
  return (
    <Page title={t.offlineTitle}>
      <Stack>
        <p>{t.offline}</p>
        <Button variant="primary" onClick={onRetry}>
          {t.retry}
        </Button>
        <SimulatorLink />
      </Stack>
    </Page>
  )
}
