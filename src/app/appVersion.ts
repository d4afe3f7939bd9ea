/** Put there by the build, from package.json. */
declare const __APP_VERSION__: string

/** Version of this app. */
export const appVersion = __APP_VERSION__
