import type { Mutant } from './mutant.ts'
import {
  changedOnItsWay,
  cutPhoto,
  goesOnInOlderWords,
  photoAndNoRoom,
  pulledUnderOlderWords,
  returnedWhileWordsWait,
} from './ownWorlds.ts'

const PHOTOS = 'src/sync/files.ts'

/** Bugs around photos, versions of the app, and people who share a browser. */
export const deviceMutants: readonly Mutant[] = [
  {
    name: 'unsent-photo-evicted',
    does: 'A photo that the server does not have makes room for others.',
    shownIn: photoAndNoRoom,
    provokedBy: ['evict', 'evict', 'full'],
    edits: [
      {
        file: 'src/store/freeSpace.ts',
        from: ".filter(({ sha256, form }) => form !== 'original' || !kept.has(sha256))",
        to: ".filter(({ sha256, form }) => form !== '' || !kept.has(sha256))",
      },
    ],
  },
  {
    name: 'half-a-photo-counts',
    does: 'A photo that words have overtaken counts as sent.',
    shownIn: cutPhoto,
    provokedBy: ['evict', 'network'],
    edits: [
      {
        file: PHOTOS,
        from: "if (answer === 'paused') return null",
        to: "if (answer === 'paused') {\n    await confirmFile(db, sha256)\n    return null\n  }",
      },
    ],
  },
  {
    name: 'pieces-begin-anew',
    does: 'A photo in pieces begins at its first byte after each cut.',
    shownIn: cutPhoto,
    provokedBy: ['evict', 'network'],
    edits: [
      {
        file: PHOTOS,
        from: 'start = answer.expected ?? 0',
        to: 'start = 0',
      },
      {
        file: PHOTOS,
        from: 'start = answer.body.received',
        to: 'start = answer.body.received * 0',
      },
    ],
  },
  {
    name: 'wrong-bytes-stored',
    does: 'The server does not look whether a photo is what its name says.',
    shownIn: changedOnItsWay,
    edits: [
      {
        file: 'src/server/exchange/receiveFile.ts',
        from: "if (sha256Of(bytes) !== place.sha256) return { refused: 'wrong-hash' }",
        to: "if (sha256Of(bytes) === '') return { refused: 'wrong-hash' }",
      },
    ],
  },
  {
    name: 'damaged-on-its-way-is-given-up',
    does: 'A photo that changed on its way is not sent again.',
    shownIn: changedOnItsWay,
    edits: [
      {
        file: PHOTOS,
        from: 'return isWhole ? later : putAside(db, sha256, DAMAGED)',
        to: 'return isWhole && sha256 === DAMAGED ? later : putAside(db, sha256, DAMAGED)',
      },
    ],
  },
  {
    name: 'older-shape-not-raised',
    does: 'What an older release left on the device is shown as it stands there.',
    shownIn: pulledUnderOlderWords,
    provokedBy: ['older-tab', 'older-tab', 'update', 'update', 'network'],
    edits: [
      {
        file: 'src/store/replay.ts',
        from: 'const operation = raised(row.operation)',
        to: 'const { operation } = row\n    raised(operation)',
      },
    ],
  },
  {
    name: 'older-shape-not-read',
    does: 'The server reads only the newest shape of an operation.',
    shownIn: pulledUnderOlderWords,
    provokedBy: ['older-tab', 'older-tab', 'update'],
    edits: [
      {
        file: 'src/domain/operationShapes.ts',
        from: 'Number.isInteger(v) && v >= 1 && v <= newestShapeOf(steps)',
        to: 'v === newestShapeOf(steps)',
      },
    ],
  },
  {
    name: 'older-shape-grows',
    does: 'Words of an older release grow without being raised.',
    shownIn: goesOnInOlderWords,
    provokedBy: ['older-tab', 'older-tab', 'second-tab', 'update'],
    edits: [
      {
        file: 'src/store/act.ts',
        from: 'const first = raised(operation)',
        to: 'const first = operation\n  raised(first)',
      },
    ],
  },
  {
    name: 'older-row-first',
    does: 'A document that changed lately is taken from the row that says how it was before.',
    shownIn: returnedWhileWordsWait,
    edits: [
      {
        file: 'src/store/packs.ts',
        from: 'return recent ?? inPack(await tx.packs.get(packOf(place)), place.id)',
        to: 'return inPack(await tx.packs.get(packOf(place)), place.id) ?? recent',
      },
    ],
  },
  {
    name: 'recent-row-overflows',
    does: 'What no longer fits into the row of what changed last is forgotten.',
    edits: [
      {
        file: 'src/store/pulled.ts',
        from: 'many.push(...moved)',
        to: 'if (changed.length > 1) many.push(...moved)',
      },
    ],
  },
]
