import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import type { SessionResult } from '#programmes/sheet.ts'
import { BarList } from '#ui/BarList.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { formatNumber, formatPercent } from '#ui/formatNumber.ts'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { Lines } from './Lines.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly programme: Programme
}

interface Fact {
  readonly term: string
  readonly description: ReactNode
}

/** A fact of several lines; none where the centre has not said anything. */
const linesOf = (term: string, lines: readonly string[]): Fact[] =>
  lines.length === 0 ? [] : [{ term, description: <Lines lines={lines} /> }]

const textOf = (term: string, text: string | null): Fact[] =>
  text === null ? [] : [{ term, description: <span lang={PROGRAMME_LANGUAGE}>{text}</span> }]

/** How one comes in, learns and is assessed. */
export function Learning({ programme: { sheet } }: Props) {
  const t = useTexts(texts)
  const { prerequisites, admission, visitsAYear, certifiesBlocks } = sheet
  const titles = (choices: readonly { readonly title: string }[]) =>
    choices.map(({ title }) => title)
  const coming: Fact[] = [
    ...linesOf(t.entryLevels, prerequisites.entryLevels),
    ...(prerequisites.maxAge === null
      ? []
      : [{ term: t.maxAge, description: t.maxAgeOf(prerequisites.maxAge) }]),
    ...linesOf(t.qualities, prerequisites.qualities),
    ...linesOf(t.steps, titles(admission)),
    ...textOf(t.placement, sheet.placement),
  ]
  const assessed: Fact[] = [
    ...linesOf(t.methods, sheet.methods),
    ...linesOf(t.assessments, titles(sheet.assessments)),
    ...textOf(t.inCompany, sheet.companyAssessment),
    ...(visitsAYear === null ? [] : [{ term: t.visits, description: t.visitsOf(visitsAYear) }]),
    ...linesOf(t.interviews, titles(sheet.interviews)),
    ...(certifiesBlocks === null
      ? []
      : [
          {
            term: t.blocksAlone,
            description: certifiesBlocks ? t.yesBlocksAlone : t.noBlocksAlone,
          },
        ]),
  ]
  return (
    <>
      {assessed.length > 0 && (
        <Disclosure summary={t.methods}>
          <DefinitionList items={assessed} />
        </Disclosure>
      )}
      {coming.length > 0 && (
        <Disclosure summary={t.admission}>
          <DefinitionList items={coming} />
        </Disclosure>
      )}
    </>
  )
}

/** How many pass, what comes next, and what it costs. */
export function AfterDiploma({ programme: { sheet, centre } }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { results, nextStudies, jobs, funding } = sheet
  const next = [...linesOf(t.jobs, jobs), ...linesOf(t.studies, nextStudies)]

  return (
    <>
      {results.length > 0 && (
        <Disclosure summary={t.passRates}>
          <h3>{t.ofProgramme}</h3>
          <PassRates results={results} />
          <h3>{t.ofCentre}</h3>
          <PassRates results={centre.results} />
        </Disclosure>
      )}
      {next.length > 0 && (
        <Disclosure summary={t.next}>
          <DefinitionList items={next} />
        </Disclosure>
      )}
      {funding && (
        <Disclosure summary={t.cost}>
          <DefinitionList
            items={[
              ...textOf(t.tuition, funding.tuition),
              ...textOf(t.funder, funding.funder),
              {
                term: t.averageCost,
                description: t.averageCostOf(formatNumber(funding.averageCost, language)),
              },
            ]}
          />
        </Disclosure>
      )}
    </>
  )
}

function PassRates({ results }: { readonly results: readonly SessionResult[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <BarList
      label={t.passRatesLabel}
      bars={results.map(({ session, percent }) => ({
        key: `${session}`,
        label: t.session(session),
        text: formatPercent(percent, language),
        parts: [{ pattern: 'solid', share: percent / 100 }],
      }))}
    />
  )
}
