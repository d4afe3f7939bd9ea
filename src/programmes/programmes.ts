import { official as btsNdrc } from './btsNdrc/official.ts'
import { outline as btsNdrcOutline } from './btsNdrc/outline.ts'
import { joinProgramme, loadProgramme, type Programme } from './programme.ts'

/** Every programme with its official texts, each checked by the schema. */
export const programmes: readonly Programme[] = [
  loadProgramme(joinProgramme(btsNdrcOutline, btsNdrc)),
]
