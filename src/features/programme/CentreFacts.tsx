import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

/** Where one learns, and how to reach it. */
export function CentreFacts({ programme: { centre } }: { readonly programme: Programme }) {
  const t = useTexts(texts)
  return (
    <Section title={t.centre}>
      <Card>
        <h3>{centre.name}</h3>
        <DefinitionList
          items={[
            {
              term: t.address,
              description: `${centre.street}, ${centre.postcode}\u00a0${centre.city}`,
            },
            {
              term: t.phone,
              description: (
                <a href={`tel:${centre.phone.replaceAll(' ', '')}`}>
                  {centre.phone.replaceAll(' ', '\u00a0')}
                </a>
              ),
            },
            {
              term: t.email,
              description: <a href={`mailto:${centre.email}`}>{centre.email}</a>,
            },
            {
              term: t.website,
              description: (
                <a href={centre.website} rel="noreferrer">
                  {centre.website.replace('https://', '')}
                </a>
              ),
            },
            { term: t.access, description: <Lines lines={centre.access} /> },
            { term: t.accessibility, description: <Lines lines={centre.accessibility} /> },
            { term: t.catering, description: centre.catering },
            { term: t.lodging, description: centre.lodging },
            { term: t.equipment, description: <Lines lines={centre.equipment} /> },
            {
              term: t.publics,
              description: <span lang={PROGRAMME_LANGUAGE}>{centre.publics}</span>,
            },
            { term: t.commitments, description: <Lines lines={centre.commitments} /> },
          ]}
        />
      </Card>
    </Section>
  )
}
