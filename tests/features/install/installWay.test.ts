import { expect, it } from 'vitest'
import { installWay, type InstallWay } from '#features/install/installWay.ts'

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15'
const android = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36'
const like = '(KHTML, like Gecko)'

it.each<[string, InstallWay, string, number]>([
  [
    'an iPhone with Safari 15',
    'iphone-share',
    `${iphone} Version/15.6 Mobile/15E148 Safari/604.1`,
    5,
  ],
  [
    'an iPhone with Safari 18',
    'iphone-share',
    `${iphone} Version/18.6 Mobile/15E148 Safari/604.1`,
    5,
  ],
  // It goes on saying iOS 18_6: only Safari tells its age.
  [
    'an iPhone with Safari 26',
    'iphone-dots',
    `${iphone} Version/26.0 Mobile/15E148 Safari/604.1`,
    5,
  ],
  ['Chrome on an iPhone', 'ios-other', `${iphone} CriOS/142.0 Mobile/15E148 Safari/604.1`, 5],
  ['Instagram on an iPhone', 'in-app', `${iphone} Mobile/15E148 Instagram 390.0.0.28.85`, 5],
  ['a page inside another app on an iPhone', 'in-app', `${iphone} Mobile/15E148`, 5],
  ['an iPad, which says it is a Mac', 'ipad', `${mac} Version/18.6 Safari/605.1.15`, 5],
  ['a Mac with Safari', 'mac-safari', `${mac} Version/18.6 Safari/605.1.15`, 0],
  ['a Mac with Chrome', 'desktop', `${mac} ${like} Chrome/142.0.0.0 Safari/537.36`, 0],
  [
    'Facebook on Android',
    'in-app',
    `${android} ${like} Version/4.0 Chrome/142 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0]`,
    5,
  ],
  [
    'a page inside another app on Android',
    'in-app',
    `${android.replace(')', '; wv)')} Version/4.0 Chrome/142 Mobile`,
    5,
  ],
  [
    'Firefox on Android',
    'android-menu',
    'Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
    5,
  ],
  [
    'Firefox on Windows',
    'desktop',
    'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0',
    0,
  ],
])('%s is told its own way', (_, way, userAgent, touchPoints) => {
  expect(installWay({ userAgent, touchPoints, isStandalone: false, canPrompt: false })).toBe(way)
})

it('a browser with a button of its own is offered the button, inside another app never', () => {
  const facts = { touchPoints: 5, isStandalone: false, canPrompt: true }
  expect(installWay({ ...facts, userAgent: android })).toBe('prompt')
  expect(installWay({ ...facts, userAgent: `${android} Instagram 390.0` })).toBe('in-app')
})

it('what is installed is offered to nobody again', () => {
  const facts = { touchPoints: 5, isStandalone: true, canPrompt: true, userAgent: android }
  expect(installWay(facts)).toBe('installed')
})
