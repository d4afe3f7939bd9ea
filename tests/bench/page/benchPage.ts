import type { Contender } from './contender.ts'

/** What the bench calls in a page. */
export interface BenchPage {
  readonly open: (name: string, person: string) => Promise<void>
  readonly contender: () => Contender
  /** Resolves once something new can be shown, with the moment at which it could: ms since 1970. */
  readonly nextShown: () => Promise<number>
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
  let onShown: (at: number) => void = () => undefined
  const page: BenchPage = {
    open: async (name, person) => {
      current = await create(name, person)
    },
    contender,
    nextShown: () =>
      new Promise((resolve) => {
        onShown = resolve
      }),
    watch: () =>
      contender().watch((at) => {
        onShown(at)
      }),
  }
  Object.assign(window, { bench: { ...page, ...more } })
}
