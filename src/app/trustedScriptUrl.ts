interface Policy {
  readonly createScriptURL: (url: string) => string
}

/** The part of Trusted Types that we use; TypeScript does not know the API yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy
}

const createScriptURL = (url: string): string => {
  const { origin } = new URL(url, location.href)
  if (origin !== location.origin) throw new TypeError('a script may only come from this server')
  return url
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy: Policy = trustedTypes?.createPolicy('livret', { createScriptURL }) ?? {
  createScriptURL,
}

/** The address of a worker, in the form that the page’s policy accepts. Only our own scripts. */
export const trustedScriptUrl = (url: string): string => policy.createScriptURL(url)
