import { camille } from './stories/camille.ts'
import { chloe } from './stories/chloe.ts'
import { hugo } from './stories/hugo.ts'
import { ines } from './stories/ines.ts'
import { lea } from './stories/lea.ts'
import { maxime } from './stories/maxime.ts'
import { nora } from './stories/nora.ts'
import { theo } from './stories/theo.ts'
import { yanis } from './stories/yanis.ts'
import type { Story } from './story.ts'

/** The demo’s nine apprentices, in the order of the start page. */
export const stories: readonly Story[] = [
  ...[lea, hugo, ines, maxime, chloe, yanis, camille, theo],
  nora,
]
