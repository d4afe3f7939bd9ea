import { expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { APP_MIN, isOlderApp } from '#protocol/conversation.ts'

it.each([
  ['2026.10.9', true],
  ['2025.12.0', true],
  ['2026.11.0', false],
  ['2026.11.1', false],
  ['2027.1.0', false],
  // No version, or of another kind: never a reason to stop somebody.
  ['2026.11', false],
  ['bench', false],
  ['', false],
])('%s is older than 2026.11.0: %s', (app, older) => {
  expect(isOlderApp(app, '2026.11.0')).toBe(older)
})

it('this version of the app may pull', () => {
  expect(isOlderApp(packageJson.version, APP_MIN)).toBe(false)
})
