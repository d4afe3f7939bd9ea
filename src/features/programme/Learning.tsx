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

/** Facts of the sheet; of each that the centre has not said anything about, it says just that. */
function createFacts({ notSaid }: Pick<(typeof texts)['fr'], 'notSaid'>) {
  return {
    lines: (term: string, lines: readonly string[]): Fact => ({
      term,
      description: lines.length === 0 ? notSaid : <Lines lines={lines} />,
    }),
    text: (term: string, text: string | null): Fact => ({
      term,
      description: text === null ? notSaid : <span lang={PROGRAMME_LANGUAGE}>{text}</span>,
    }),
    said: (term: string, description: string | null): Fact => ({
      term,
      description: description ?? notSaid,
    }),
  }
}

/** How one comes in, learns and is assessed. */
export function Learning({ programme: { sheet } }: Props) {
  const t = useTexts(texts)
  const { prerequisites, admission, visitsAYear, certifiesBlocks } = sheet
  const titles = (choices: readonly { readonly title: string }[]) =>
    choices.map(({ title }) => title)
  const facts = createFacts(t)

  return (
    <>
      <Disclosure summary={t.methods}>
        <DefinitionList
          items={[
            facts.lines(t.methods, sheet.methods),
            facts.lines(t.assessments, titles(sheet.assessments)),
            facts.text(t.inCompany, sheet.companyAssessment),
            facts.said(t.visits, visitsAYear === null ? null : t.visitsOf(visitsAYear)),
            facts.lines(t.interviews, titles(sheet.interviews)),
            facts.said(
              t.blocksAlone,
              certifiesBlocks === null
                ? null
                : certifiesBlocks
                  ? t.yesBlocksAlone
                  : t.noBlocksAlone,
            ),
          ]}
        />
      </Disclosure>
      <Disclosure summary={t.admission}>
        <DefinitionList
          items={[
            facts.lines(t.entryLevels, prerequisites.entryLevels),
            facts.said(
              t.maxAge,
              prerequisites.maxAge === null ? null : t.maxAgeOf(prerequisites.maxAge),
            ),
            facts.lines(t.qualities, prerequisites.qualities),
            facts.lines(t.steps, titles(admission)),
            facts.text(t.placement, sheet.placement),
          ]}
        />
      </Disclosure>
    </>
  )
}

/** How many pass, what comes next, and what it costs. */
export function AfterDiploma({ programme: { sheet, centre } }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { results, nextStudies, jobs, funding } = sheet
  const facts = createFacts(t)
  const cost = funding?.averageCost ?? null

  return (
    <>
      <Disclosure summary={t.passRates}>
        <h3>{t.ofProgramme}</h3>
        {results.length === 0 ? <p>{t.notSaid}</p> : <PassRates results={results} />}
        <h3>{t.ofCentre}</h3>
        <PassRates results={centre.results} />
      </Disclosure>
      <Disclosure summary={t.next}>
        <DefinitionList items={[facts.lines(t.jobs, jobs), facts.lines(t.studies, nextStudies)]} />
      </Disclosure>
      <Disclosure summary={t.cost}>
        <DefinitionList
          items={[
            facts.text(t.tuition, funding?.tuition ?? null),
            facts.text(t.funder, funding?.funder ?? null),
            facts.said(
              t.averageCost,
              cost === null ? null : t.averageCostOf(formatNumber(cost, language)),
            ),
          ]}
        />
      </Disclosure>
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
