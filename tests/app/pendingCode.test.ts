// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { forgetCode, recallCode, rememberCode } from '#app/pendingCode.ts'

const noon = Date.parse('2026-11-27T11:00:00.000Z')
const minutes = (n: number) => n * 60_000
const pending = { requestId: 'r1', email: 'lea@exemple.fr' }

afterEach(() => {
  localStorage.clear()
})

it('a code that was asked for can be typed for ten minutes after the page went away', () => {
  expect(recallCode(noon)).toBeNull()

  rememberCode(pending, noon)
  expect(recallCode(noon + minutes(9))).toEqual(pending)
  expect(recallCode(noon + minutes(10))).toBeNull()
})

it('a clock that was put back does not keep a code for ever', () => {
  rememberCode(pending, noon)
  expect(recallCode(noon - minutes(60))).toBeNull()
})

it('who signed in, or wants another address, is not asked for the old code', () => {
  rememberCode(pending, noon)
  forgetCode()
  expect(recallCode(noon)).toBeNull()
})

it.each(['', 'null', '{', '[]', `{"requestId":1,"email":"a","at":${noon}}`, '{"requestId":"r"}'])(
  'the page opens whatever stands in the browser: %s',
  (stored) => {
    localStorage.setItem('livret-code', stored)
    expect(recallCode(noon)).toBeNull()
  },
)
