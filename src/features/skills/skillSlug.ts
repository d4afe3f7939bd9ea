/** A code as part of an address: a dot there would name a file. */
export const skillSlug = (code: string): string => code.replaceAll('.', '-')
