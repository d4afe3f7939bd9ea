/** By its name alone: not every browser counts its own exceptions among the errors. */
export const isNamed = (error: unknown, names: readonly string[]): boolean =>
  names.includes(String((error as { readonly name?: unknown } | null)?.name))
