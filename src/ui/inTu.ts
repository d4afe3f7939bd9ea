/** The sentences of `T` that are said otherwise, under the same keys. */
export type Differing<T> = {
  readonly [Key in keyof T]?: T[Key] extends string
    ? string
    : T[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Differing<T[Key]>
}

/** French as it is said to somebody one calls « tu »: what was written for « vous », but `differing`. */
export const inTu =
  <T extends object>(differing: Differing<T>) =>
  (vous: T): T =>
    replaced(vous, differing) as T

const replaced = (vous: object, differing: object): object => {
  const others = new Map<string, unknown>(Object.entries(differing))
  return Object.fromEntries(
    Object.entries(vous).map(([key, value]: [string, unknown]) => {
      const other = others.get(key)
      if (other === undefined) return [key, value]
      return [key, typeof other === 'object' ? replaced(value as object, other as object) : other]
    }),
  )
}
