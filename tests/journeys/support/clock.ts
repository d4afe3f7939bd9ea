/** The demo’s stories are fixed, and so is the moment of a journey: a Friday in the company. */
const FRIDAY = Date.parse('2026-11-27T14:00:00.000Z')

/** What the clocks of this run are put on by, in ms. They go on from there as clocks do. */
export const clockOffset = Number((process.env['LIVRET_CLOCK_OFFSET'] ??= `${FRIDAY - Date.now()}`))

/** Puts on the clock of a page or a process. Stands alone: it is sent there as text. */
export function shiftClock(offset: number): void {
  const real = Date
  globalThis.Date = new Proxy(real, {
    construct: (target, values: unknown[], newTarget) =>
      Reflect.construct(
        target,
        values.length > 0 ? values : [real.now() + offset],
        newTarget,
      ) as object,
    apply: () => new Date().toString(),
    get: (target, name, receiver) =>
      name === 'now' ? () => real.now() + offset : (Reflect.get(target, name, receiver) as unknown),
  })
}

/** What `node --import` loads before the server, so that it lives in the same moment. */
export const clockModule = `data:text/javascript,${encodeURIComponent(`(${shiftClock.toString()})(${clockOffset})`)}`
