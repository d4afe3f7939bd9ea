import type { LogbookDocument, Written } from '#domain/logbookDocument.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { FieldGrid } from '#ui/FieldGrid.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useRef, useState } from 'react'
import { BeforeFields } from './BeforeFields.tsx'
import { BreachFields } from './BreachFields.tsx'
import { createFields } from './draftFields.tsx'
import { DraftChecks, type DraftChecksInput } from './DraftChecks.tsx'
import { HundredthsField } from './HundredthsField.tsx'
import { ItemsEditor } from './ItemsEditor.tsx'
import { texts } from './texts.ts'

/** As the kind declares it. */
const ITEMS_MAX = 20
/** Most euros a month that are not a slip of the keyboard. */
const EUROS_MAX = 100_000

interface Props extends Omit<DraftChecksInput, 'document'> {
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** Where the contracts of this logbook are. */
  readonly back: string
  readonly newItemId: () => string
  readonly onPublish: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
  readonly onDiscard?: (() => Promise<unknown>) | undefined
}

/** The coordinator copies what was concluded; every keystroke is kept, nothing is read before it is published. */
export function ContractEditor(props: Props) {
  const { document, draft, back, newItemId, onPublish, onResolve, onDiscard, ...checks } = props
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const body = useRef<HTMLDivElement>(null)
  const field = createFields(draft, t, asked)
  const shown = draft.problem ?? problem
  const hasCompany = Object.keys(document?.fields ?? {}).some(
    (key) => /^couples\/.*\/company$/u.test(key) && draft.text(key).trim() !== '',
  )

  const publish = () => {
    setAsked(true)
    requestAnimationFrame(() => {
      const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
      if (wrong) wrong.focus()
      else if (hasCompany) run(onPublish)
    })
  }

  return (
    <Page
      title={document && lastVersion(document) ? t.editTitle : t.newTitle}
      back={{ to: back, label: t.backToContract }}
    >
      {document && (
        <AlternativesNotice document={document} current={draft.value} onResolve={onResolve} />
      )}
      <div ref={body}>
        <Stack gap="loose">
          <Section title={t.person}>
            {field.day('birthDate', t.birthDate, { required: true })}
          </Section>
          <Section title={t.dates}>
            <FieldGrid>
              {field.day('concludedOn', t.concludedOn)}
              {field.day('start', t.start, { required: true })}
              {field.day('end', t.end, { required: true })}
              {field.day('practicalStart', t.practicalStart)}
              {field.day('centreStart', t.centreStart, { hint: t.centreStartHint })}
              {field.number('cycleMonths', t.cycleMonths, {
                min: 1,
                max: 60,
                problem: t.cycleProblem,
              })}
            </FieldGrid>
          </Section>
          <Section title={t.couplesTitle}>
            {asked && !hasCompany && (
              <Notice tone="problem" role="alert">
                {t.companyMissing}
              </Notice>
            )}
            <ItemsEditor
              field="couples"
              max={ITEMS_MAX}
              document={document}
              draft={draft}
              newItemId={newItemId}
              titleOf={t.couple}
              addLabel={t.addCouple}
            >
              {(key) => (
                <>
                  {field.text(key('company'), t.company)}
                  {field.text(key('master'), t.master)}
                  <FieldGrid>
                    {field.day(key('from'), t.from)}
                    {field.day(key('until'), t.until, { hint: t.untilHint })}
                  </FieldGrid>
                  {field.choice(key('part'), t.part, t.parts)}
                  {field.choice(key('lead'), t.leadTitle, t.leads)}
                </>
              )}
            </ItemsEditor>
          </Section>
          <Section title={t.payTitle}>
            <Stack>
              {field.choice('territory', t.territory, t.territories)}
              {field.text('agreement', t.agreement)}
              <HundredthsField
                name="conventionalMinimum"
                label={t.minimum}
                hint={t.minimumHint}
                problem={t.minimumProblem}
                max={EUROS_MAX}
                draft={draft}
              />
            </Stack>
          </Section>
          <Section title={t.ageTitle}>
            <Stack>
              {field.select('ageException', t.ageException, t.exceptions)}
              {field.day('previousEnd', t.previousEnd)}
            </Stack>
          </Section>
          <BeforeFields field={field} draft={draft} asked={asked} />
          <Section title={t.changes}>
            <Stack>
              <ItemsEditor
                field="suspensions"
                max={ITEMS_MAX}
                document={document}
                draft={draft}
                newItemId={newItemId}
                titleOf={t.suspension}
                addLabel={t.addSuspension}
              >
                {(key) => (
                  <>
                    <FieldGrid>
                      {field.day(key('from'), t.from, { required: true })}
                      {field.day(key('until'), t.until)}
                    </FieldGrid>
                    {field.choice(key('reason'), t.reason, t.reasons)}
                  </>
                )}
              </ItemsEditor>
              {field.day('extendedEnd', t.extendedEnd)}
              {field.select('extensionReason', t.extensionReason, t.extensionReasons)}
            </Stack>
          </Section>
          <Section title={t.breachTitle}>
            <BreachFields field={field} draft={draft} />
          </Section>
          <DraftChecks document={document} {...checks} />
        </Stack>
      </div>
      <DraftEnd
        onDiscard={onDiscard && (() => void onDiscard())}
        problem={shown}
        busy={busy}
        sendLabel={t.publish}
        onSend={publish}
      >
        <p>{t.publishHint}</p>
      </DraftEnd>
    </Page>
  )
}
