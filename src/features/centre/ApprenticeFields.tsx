import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { CELL_MAX, type Centre } from '#protocol/centre.ts'
import { DateField } from '#ui/DateField.tsx'
import { FieldGrid } from '#ui/FieldGrid.tsx'
import { Section } from '#ui/Section.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { CellName } from './cells.ts'
import { OTHER_TRAINER, type EnrolmentForm, type FormProblems } from './enrolmentForm.ts'
import type { Offered } from './offered.ts'
import { texts } from './texts.ts'

interface Props {
  readonly offered: readonly Offered[]
  readonly centre: Centre
  readonly form: EnrolmentForm
  readonly problems: FormProblems
  readonly onChange: (form: EnrolmentForm) => void
}

/** One apprentice, written into a form. Other people’s names and addresses are nothing to fill in by itself. */
export function ApprenticeFields({ offered, centre, form, problems, onChange }: Props) {
  const t = useTexts(texts)
  const { cells, isMinor, trainer } = form
  const write = (change: Partial<Record<CellName, string>>) => {
    onChange({ ...form, cells: { ...cells, ...change } })
  }
  const errorOf = (name: CellName) => {
    const problem = problems[name]
    return problem && t.problems[problem]
  }
  const field = (name: CellName, label: string) => ({
    label,
    value: cells[name],
    error: errorOf(name),
    autoComplete: 'off',
    onChange: (value: string) => {
      write({ [name]: value })
    },
  })
  const words = (name: CellName, label: string) => (
    <TextField {...field(name, label)} maxLength={CELL_MAX} />
  )
  const address = (name: CellName, label: string) => (
    <TextField {...field(name, label)} type="email" maxLength={CELL_MAX} spellCheck={false} />
  )
  const choices = offered.flatMap(({ id, shortTitle, cohorts }) =>
    cohorts.map((cohort) => ({
      value: `${id} ${cohort.id}`,
      label: `${shortTitle}, ${cohort.title}`,
    })),
  )
  const isChosen = trainer !== OTHER_TRAINER
  const wrongCohort = problems.programme ?? problems.cohort
  const wrongTrainer = problems['trainer.email'] ?? problems['trainer.name']

  return (
    <Stack gap="loose">
      <Section title={t.apprentice}>
        <FieldGrid>
          {words('apprentice.name', t.name)}
          {address('apprentice.email', t.email)}
        </FieldGrid>
        <TickGroup
          legend={t.guardian}
          options={[{ value: 'minor', label: t.isMinor }]}
          values={isMinor ? ['minor'] : []}
          onToggle={(_, on) => {
            onChange({ ...form, isMinor: on })
          }}
        />
        {isMinor && (
          <FieldGrid>
            {words('guardian.name', t.guardianName)}
            {address('guardian.email', t.guardianEmail)}
          </FieldGrid>
        )}
      </Section>
      <Section title={t.company}>
        <FieldGrid>
          {words('company.name', t.companyName)}
          {words('company.city', t.city)}
          {words('company.activity', t.activity)}
        </FieldGrid>
        <FieldGrid>
          {words('master.name', t.masterName)}
          {address('master.email', t.masterEmail)}
        </FieldGrid>
      </Section>
      <Section title={t.centre}>
        <FieldGrid>
          <SelectField
            label={t.cohort}
            lang={PROGRAMME_LANGUAGE}
            options={choices}
            value={`${cells.programme} ${cells.cohort}`}
            error={wrongCohort && (wrongCohort === 'empty' ? t.choices : t.problems[wrongCohort])}
            autoComplete="off"
            onChange={(value) => {
              const [programme = '', cohort = ''] = value.split(' ')
              write({ programme, cohort })
            }}
          />
          {centre.trainers.length > 0 && (
            <SelectField
              label={t.trainer}
              options={[
                ...centre.trainers.map(({ name, email }) => ({ value: email, label: name })),
                { value: OTHER_TRAINER, label: t.otherTrainer },
              ]}
              value={trainer}
              error={
                isChosen && wrongTrainer
                  ? trainer === ''
                    ? t.choices
                    : t.problems[wrongTrainer]
                  : undefined
              }
              autoComplete="off"
              onChange={(value) => {
                onChange({ ...form, trainer: value })
              }}
            />
          )}
        </FieldGrid>
        {!isChosen && (
          <FieldGrid>
            {words('trainer.name', t.trainerName)}
            {address('trainer.email', t.trainerEmail)}
          </FieldGrid>
        )}
      </Section>
      <Section title={t.contract}>
        <FieldGrid>
          <DateField {...field('contract.start', t.start)} />
          <DateField {...field('contract.end', t.end)} min={cells['contract.start']} />
        </FieldGrid>
      </Section>
    </Stack>
  )
}
