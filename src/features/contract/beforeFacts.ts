import type { ContractRecord } from '#domain/contract/readContract.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatPercent } from '#ui/formatMoney.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './before.texts.ts'

/** What was before a contract, as lines of a list: only what the pay depends on. */
export function beforeFacts(
  { previous, topUp, prolongs }: ContractRecord,
  t: (typeof texts)['fr'],
  language: Language,
): { readonly term: string; readonly description: string }[] {
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  return [
    ...(previous
      ? [
          {
            term: t.guarantees,
            description: previous.diplomaObtained
              ? t.guarantee(
                  previous.sameEmployer,
                  t.percentShown(
                    formatPercent(
                      previous.sameEmployer
                        ? previous.lastPaidPercent
                        : previous.lastRegulatoryPercent,
                      language,
                    ),
                  ),
                )
              : t.guaranteeNothing,
          },
        ]
      : []),
    ...(topUp ? [{ term: t.topUp, description: t.topUpSame }] : []),
    ...(prolongs
      ? [{ term: t.prolongsShown, description: `${day(prolongs.start)} – ${day(prolongs.end)}` }]
      : []),
  ]
}
