import { expect, test } from 'vitest'
import { duties, rights } from '#programmes/rightsAndDuties.ts'
import { mistakesOf } from './typography.ts'

test('the rights and duties of the programme sheet are all there, each under a code of its own', () => {
  expect([rights.length, duties.length]).toEqual([13, 9])
  const codes = [...rights, ...duties].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('they say the law as it is: partly exempt, leave that needs no organised days', () => {
  const textOf = (code: string) => rights.find((each) => each.code === code)?.text
  expect(textOf('contributions')).toMatch(/partie/u)
  expect(textOf('exam-leave')).not.toMatch(/organis/u)
})

test('they are plain French, in sentences of twenty words at most', () => {
  expect(mistakesOf([rights, duties])).toEqual([])
  const sentences = [...rights, ...duties].flatMap(({ text }) => text.split(/(?<=\.)\s/u))
  expect(sentences.filter((sentence) => sentence.split(/\s/u).length > 20)).toEqual([])
})
