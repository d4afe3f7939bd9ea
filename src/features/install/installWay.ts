/** How a browser puts a page on the home screen. */
export type InstallWay =
  /** It is open as an app already. */
  | 'installed'
  /** The browser offers a button of its own. */
  | 'prompt'
  /** A page inside another app, which can install nothing and forgets what is written in it. */
  | 'in-app'
  /** Safari of an iPhone: with Share at the bottom (15 to 18), or behind the three dots (26). */
  | 'iphone-share'
  | 'iphone-dots'
  /** Share at the top: Safari of an iPad, other browsers of Apple’s phones. */
  | 'ipad'
  | 'ios-other'
  | 'android-menu'
  | 'mac-safari'
  | 'desktop'

/** What a browser says of itself. */
export interface BrowserFacts {
  readonly userAgent: string
  /** An iPad calls itself a Mac, which has no touch screen. */
  readonly touchPoints: number
  /** Opened from the home screen. */
  readonly isStandalone: boolean
  /** The browser has offered to install (`beforeinstallprompt`). */
  readonly canPrompt: boolean
}

/** Apps that open links inside themselves, by what they add to the browser’s name. */
const IN_APP =
  /FBAN|FBAV|FB_IAB|Instagram|Snapchat|musical_ly|BytedanceWebview|TikTok|LinkedInApp|Pinterest|Twitter|Line\/|; wv\)/u
/** First Safari that keeps Share behind its three dots; Apple counts by year since then. */
const SAFARI_WITH_DOTS = 26

/** The way to install on this browser. Browsers say little of themselves, and some of it is false. */
export function installWay(facts: BrowserFacts): InstallWay {
  const { userAgent, touchPoints, isStandalone, canPrompt } = facts
  if (isStandalone) return 'installed'
  if (IN_APP.test(userAgent)) return 'in-app'
  if (canPrompt) return 'prompt'
  if (userAgent.includes('Android')) return 'android-menu'

  const isIphone = /iPhone|iPod/u.test(userAgent)
  const isMac = userAgent.includes('Macintosh')
  const isIpad = userAgent.includes('iPad') || (isMac && touchPoints > 1)
  if (isIphone || isIpad) {
    // Inside another app there is Apple’s engine, and no Safari around it.
    if (!userAgent.includes('Safari/')) return 'in-app'
    if (/CriOS|FxiOS|EdgiOS|OPT\/|DuckDuckGo/u.test(userAgent)) return 'ios-other'
    if (isIpad) return 'ipad'
    const version = Number(/Version\/(\d+)/u.exec(userAgent)?.[1] ?? 0)
    return version >= SAFARI_WITH_DOTS ? 'iphone-dots' : 'iphone-share'
  }
  const isSafari = isMac && userAgent.includes('Version/') && !/Chrom|Firefox/u.test(userAgent)
  return isSafari ? 'mac-safari' : 'desktop'
}
