import type { Target } from './Drawing.tsx'
import type { InstallWay } from './installWay.ts'
import type { texts } from './texts.ts'

export interface Step {
  readonly says: keyof (typeof texts)['fr']['steps']
  readonly target: Target | null
}

/** Apple’s sheet, whatever opened it. */
const appleSheet: readonly Step[] = [
  { says: 'homeScreen', target: { x: 'left', y: 'row', sign: 'plus' } },
  { says: 'add', target: { x: 'right', y: 'top', sign: 'done' } },
]

/** What to tap, one after the other. */
export const stepsOf: Readonly<Record<InstallWay, readonly Step[]>> = {
  installed: [],
  prompt: [],
  'in-app': [
    { says: 'inAppMenu', target: { x: 'right', y: 'top', sign: 'dots' } },
    { says: 'openOutside', target: { x: 'left', y: 'row', sign: 'share' } },
  ],
  'iphone-share': [
    { says: 'shareBelow', target: { x: 'middle', y: 'bottom', sign: 'share' } },
    ...appleSheet,
  ],
  'iphone-dots': [
    { says: 'dotsBelow', target: { x: 'right', y: 'bottom', sign: 'dots' } },
    { says: 'shareInMenu', target: { x: 'left', y: 'row', sign: 'share' } },
    ...appleSheet,
  ],
  ipad: [{ says: 'shareAbove', target: { x: 'right', y: 'top', sign: 'share' } }, ...appleSheet],
  'ios-other': [
    { says: 'shareBeside', target: { x: 'right', y: 'top', sign: 'share' } },
    ...appleSheet,
  ],
  'android-menu': [
    { says: 'dotsAbove', target: { x: 'right', y: 'top', sign: 'dots' } },
    { says: 'installInMenu', target: { x: 'left', y: 'row', sign: 'plus' } },
  ],
  'mac-safari': [{ says: 'macDock', target: null }],
  desktop: [{ says: 'desktopBar', target: null }],
}
