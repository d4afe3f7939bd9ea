import type { Mutant } from './mutant.ts'
import { kept, restoredTwice } from './ownWorlds.ts'

const APPLY = 'src/store/applyPull.ts'

/** Bugs that were there, put back. */
export const keptMutants: readonly Mutant[] = [
  {
    name: 'restored-without-photos',
    does: 'A restored server does not get back the photos it had confirmed.',
    shownIn: kept('a-photo-that-the-backup-did-not-have'),
    provokedBy: ['backup', 'restore', 'evict'],
    edits: [
      {
        file: APPLY,
        from: "(!held || reset === 'restored') && offerFiles(tx, id)",
        to: '!held && offerFiles(tx, id)',
      },
    ],
  },
  {
    name: 'second-restore-unseen',
    does: 'A device asks for verdicts where there are none, and does not hear of the next restore.',
    shownIn: restoredTwice,
    provokedBy: ['backup', 'restore', 'restore'],
    edits: [
      {
        file: APPLY,
        from: '  lastN !== 0 &&',
        to: '  lastN !== -1 &&',
      },
    ],
  },
  {
    name: 'news-for-anybody',
    does: 'A page takes news for who has signed in since in its browser.',
    shownIn: kept('news-for-who-came-in-after-them'),
    provokedBy: ['switch', 'switch', 'member'],
    edits: [
      {
        file: 'src/sync/engine.ts',
        from: 'read.success && read.data.personId === options.personId',
        to: 'read.success',
      },
    ],
  },
  {
    name: 'photo-given-up-too-soon',
    does: 'A photo is given up where the session has become somebody else’s.',
    shownIn: kept('a-photo-on-its-way-when-somebody-else-comes-in'),
    provokedBy: ['switch', 'switch', 'evict'],
    edits: [
      {
        file: 'src/sync/files.ts',
        from: 'if (answer.status === 404 && (await findBook(db, file.logbookId))) return later',
        to: 'if (answer.status === 0 && (await findBook(db, file.logbookId))) return later',
      },
    ],
  },
  {
    name: 'older-shape-not-offered-again',
    does: 'What an older release wrote cannot be offered again to a restored server.',
    shownIn: kept('lost-in-the-shape-of-an-older-release'),
    provokedBy: ['older-tab', 'older-tab', 'backup', 'restore'],
    edits: [
      {
        file: 'src/store/outbox.ts',
        from: 'const operation = raised(row.operation)',
        to: 'const { operation } = row\n    raised(operation)',
      },
    ],
  },
  {
    name: 'late-verdict-not-followed',
    does: 'What came in a file stays shown beside what was pulled, once its verdict is there.',
    shownIn: kept('brought-from-its-own-device'),
    provokedBy: ['rescue', 'bring', 'network'],
    edits: [
      {
        file: 'src/store/outbox.ts',
        from: 'isAnswer && moved.some(',
        to: '!isAnswer && moved.some(',
      },
    ],
  },
]
