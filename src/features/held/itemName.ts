import type { texts as documentTexts } from '#features/parts/document.texts.ts'
import { documentName } from '#features/parts/documentName.ts'
import type { HeldItem } from '#protocol/held.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './texts.ts'

/** What somebody did, as people call it: “Semaine 48 : signature”. */
export function itemName(
  item: Pick<HeldItem, 'kind' | 'act' | 'when'>,
  t: (typeof texts)['fr'],
  names: (typeof documentTexts)['fr'],
  language: Language,
): string {
  const name = documentName(item, names, language)
  const act = names.acts[item.act ?? '']
  return act === undefined ? name : t.what(name, act)
}
