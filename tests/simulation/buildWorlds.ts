import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import type { Edit, Mutant } from './mutants/mutant.ts'

/**
 * Builds the worlds, and everything in them, into one file; with `mutant`, of a source in which the
 * bug is planted. Gives the path of the file. `folder`: two who build at once do not share one.
 */
export async function buildWorlds(mutant: Mutant | null, folder = 'worlds'): Promise<string> {
  const outDir = resolve('dist/simulation', folder, mutant?.name ?? 'unmutated')
  const planted = new Set<Edit>()
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    plugins: [planting(mutant?.edits ?? [], planted)],
    build: {
      outDir,
      ssr: 'tests/simulation/worldsWorker.ts',
      copyPublicDir: false,
      reportCompressedSize: false,
    },
  })
  const missing = mutant?.edits.find((edit) => !planted.has(edit))
  if (missing) throw new Error(`${missing.file} is in no world`)
  return resolve(outDir, 'worldsWorker.js')
}

const planting = (edits: readonly Edit[], planted: Set<Edit>): Plugin => ({
  name: 'planted-bugs',
  enforce: 'pre',
  transform: (code, id) => {
    const mine = edits.filter(({ file }) => id.endsWith(`/${file}`))
    for (const edit of mine) planted.add(edit)
    return mine.length > 0 ? mine.reduce(plant, code) : null
  },
})

/** The source with the bug in it. A bug whose place has gone is not silently left out. */
export function plant(source: string, { file, from, to }: Edit): string {
  const parts = source.split(from)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} × ${from}`)
  return parts.join(to)
}
