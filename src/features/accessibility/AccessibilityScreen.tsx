import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/**
 * Déclaration d’accessibilité, in its true state (loi nº 2005-102 du 11 février 2005, art. 47;
 * décret nº 2019-768). Whoever runs Livret for a public body adds the name and the date of its audit.
 */
export function AccessibilityScreen() {
  const t = useTexts(texts)
  return (
    <Page title={t.title} subtitle={t.lead} back={{ to: '/', label: t.back }}>
      <Stack gap="loose">
        <Section title={t.state}>
          <p>{t.stateText}</p>
        </Section>
        <Section title={t.tried}>
          <Items items={t.triedItems} />
        </Section>
        <Section title={t.missing}>
          <Items items={t.missingItems} />
        </Section>
        <Section title={t.help}>
          <p>{t.helpText}</p>
          <p>
            {t.rights} <a href="https://formulaire.defenseurdesdroits.fr/">{t.rightsLink}</a>
          </p>
        </Section>
        <p>{t.date}</p>
      </Stack>
    </Page>
  )
}

const Items = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
