import type { Contender } from './contender.ts'

/** What the bench calls in a page. */
export interface BenchPage {
  readonly open: (name: string, person: string) => Promise<void>
  readonly contender: () => Contender
  /** When something new could be shown, ms since 1970. */
  readonly shownAt: number[]
  readonly watch: () => Promise<void>
}

/** Offers the contenders of a page to the bench that drives it. */
export function servePage(
  create: (name: string, person: string) => Promise<Contender>,
  more: object = {},
): void {
  let current: Contender | null = null
  const contender = (): Contender => {
    if (!current) throw new Error('no contender is open')
    return current
  }
  const shownAt: number[] = []
  const page: BenchPage = {
    open: async (name, person) => {
      current = await create(name, person)
    },
    contender,
    shownAt,
    watch: () =>
      contender().watch((at) => {
        shownAt.push(at)
      }),
  }
  Object.assign(window, { bench: { ...page, ...more } })
}
