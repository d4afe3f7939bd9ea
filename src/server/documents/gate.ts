/** Lets at most `most` works run at once; the others wait, in the order they came. */
export function createGate(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // Its place goes to the next one without being free in between.
      if (next) next()
      else running -= 1
    }
  }
}
