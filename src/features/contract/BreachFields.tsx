import { breachDays, guardianGrounds } from '#domain/contract/breachSteps.ts'
import type { BreachGround } from '#domain/contract/contract.ts'
import { isMinor } from '#domain/contract/minors.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Notice } from '#ui/Notice.tsx'
import { Source } from '#ui/Source.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts as breachTexts } from './breach.texts.ts'
import type { Fields } from './draftFields.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly field: Fields
  readonly draft: Draft
}

/** The end of a contract before its time: why, what that asks for, and the days on which it was done. */
export function BreachFields({ field, draft }: Props) {
  const t = useTexts(texts)
  const b = useTexts(breachTexts)
  const ground = (draft.text('breachGround') || null) as BreachGround | null
  const [birthDate, on] = [draft.text('birthDate'), draft.text('breachOn')]
  // On a day that is not known yet, nobody can say that it is too late for a guardian.
  const asksGuardian =
    ground !== null &&
    guardianGrounds.includes(ground) &&
    (birthDate === '' || on === '' || isMinor(birthDate, on))

  return (
    <Stack>
      {field.select('breachGround', t.breachGround, t.grounds)}
      {ground && (
        <Notice tone="info" title={b.how}>
          <ul>
            {b.forms[ground].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <small>
            <Source>{b.rules}</Source>
          </small>
        </Notice>
      )}
      {ground &&
        breachDays[ground].map((day) => <div key={day}>{field.day(day, b.days[day])}</div>)}
      {asksGuardian && field.choice('guardianWord', b.guardian, b.guardianWords, b.guardianHint)}
      {field.day('breachOn', t.breachOn)}
    </Stack>
  )
}
