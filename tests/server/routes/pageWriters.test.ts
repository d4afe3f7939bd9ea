import type { SSEStreamingApi } from 'hono/streaming'
import { expect, it } from 'vitest'
import { createPageWriters } from '#server/routes/pageWriters.ts'

/** A page that takes one text at a time, when it is told to. */
function aPage(writerOf: ReturnType<typeof createPageWriters>) {
  const heard: string[] = []
  let take = (): void => undefined
  const write = (text: string): Promise<SSEStreamingApi> =>
    new Promise((resolve) => {
      take = () => {
        heard.push(text)
        resolve(stream as SSEStreamingApi)
      }
    })
  const stream: Pick<SSEStreamingApi, 'write'> = { write: (text) => write(String(text)) }
  /** Reads `count` texts, or fewer where there are no more. */
  const read = async (count: number): Promise<readonly string[]> => {
    for (let each = 0; each < count; each += 1) {
      take()
      take = () => undefined
      await new Promise((resolve) => setImmediate(resolve))
    }
    return heard.splice(0)
  }
  return { ...writerOf(stream), read }
}

const news = (about: string, text: string) => ({ about, text, short: `pull ${about}` })

it('a page that reads hears everything, in order', async () => {
  const page = aPage(createPageWriters())
  page.write(news('a', 'one'))
  expect(await page.read(1)).toEqual(['one'])
  page.write(news('a', 'two'))
  page.write(news('a', 'three'))
  page.write(news('b', 'four'))
  expect(await page.read(3)).toEqual(['two', 'three', 'four'])
})

it('a page that does not read is told of each logbook once: to pull it, where it missed more than one thing', async () => {
  const page = aPage(createPageWriters())
  page.write(news('nothing', 'on its way'))
  page.write(news('a', 'one'))
  page.write(news('b', 'two'))
  for (let each = 0; each < 1_000; each += 1) page.write(news('a', `more ${each}`))
  expect(await page.read(9)).toEqual(['on its way', 'pull a', 'two'])
})

it('pages that do not read share a bounded memory, and give it back when they read or close', async () => {
  const writerOf = createPageWriters()
  const long = 'x'.repeat(100_000)
  const full = Array.from({ length: 160 }, () => aPage(writerOf))
  for (const page of full) page.write(news('a', long))
  const last = aPage(writerOf)
  const hear = async () => {
    last.write(news('a', long))
    return (await last.read(1)).map((text) => text.length)
  }
  expect(await hear()).toEqual(['pull a'.length])

  expect(await full[0]?.read(1)).toEqual([long])
  expect(await hear()).toEqual([long.length])
  full[0]?.write(news('a', long))
  expect(await hear()).toEqual(['pull a'.length])

  full[1]?.close()
  full[1]?.write(news('a', long))
  expect(await hear()).toEqual([long.length])
  // What was on its way when the page closed does not give its memory back twice.
  await full[1]?.read(1)
  full[2]?.write(news('b', long))
  expect(await hear()).toEqual(['pull a'.length])
})
