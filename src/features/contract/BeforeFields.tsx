import type { Draft } from '#features/parts/useDraft.ts'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './before.texts.ts'
import type { Fields } from './draftFields.tsx'
import { HundredthsField } from './HundredthsField.tsx'

/** Most percent of the SMIC that is not a slip of the keyboard. */
const PERCENT_MAX = 500

interface Props {
  readonly field: Fields
  readonly draft: Draft
  /** Say what is missing. */
  readonly asked: boolean
}

/** What was before the contract, as far as the pay depends on it; each answer asks for its own. */
export function BeforeFields({ field, draft, asked }: Props) {
  const t = useTexts(texts)
  const company = draft.text('previousCompany')
  const wasApprentice = company === 'same' || company === 'other'
  const percentOf = (name: 'previousDue' | 'previousPaid', label: string, counts: boolean) => (
    <HundredthsField
      name={name}
      label={label}
      hint={t.percentHint}
      problem={t.percentProblem}
      max={PERCENT_MAX}
      missing={asked && counts}
      draft={draft}
    />
  )

  return (
    <Section title={t.title}>
      <Stack>
        {field.select('previousCompany', t.company, t.companies)}
        {wasApprentice && field.choice('previousDiploma', t.diploma, t.diplomas)}
        {wasApprentice && draft.text('previousDiploma') === 'yes' && (
          <>
            {percentOf('previousDue', t.due, company === 'other')}
            {percentOf('previousPaid', t.paid, company === 'same')}
          </>
        )}
        {field.choice('topUpLevel', t.level, t.levels, t.levelHint)}
        {draft.text('topUpLevel') === 'same' && (
          <>
            {field.choice('topUpLink', t.link, t.links)}
            {field.number('topUpYears', t.years, { max: 10, problem: t.yearsProblem })}
            {field.choice('topUpRoute', t.route, t.routes)}
          </>
        )}
        {field.choice('sameLevelBefore', t.sameLevel, t.sameLevels)}
        {draft.text('sameLevelBefore') === 'more' && field.day('centreAgreedOn', t.agreed)}
        <div role="group" aria-label={t.prolongs}>
          <Stack>
            <h3>{t.prolongs}</h3>
            {field.day('prolongedStart', t.prolongedStart, { hint: t.prolongsHint })}
            {field.day('prolongedEnd', t.prolongedEnd)}
          </Stack>
        </div>
      </Stack>
    </Section>
  )
}
