import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Source } from '#ui/Source.tsx'

const text =
  'Code du travail, D6222-28-1, L6222-18 à L6222-19\u00a0; décret 2019-1, art. D.\u00a06323-23.'

it('each number is one piece that no line breaks, and the words can', () => {
  const { container } = render(<Source>{text}</Source>)

  const pieces = [...container.querySelectorAll('span')].map(({ textContent }) => textContent)
  expect(pieces).toEqual(['D6222-28-1', 'L6222-18', 'L6222-19', '2019-1', 'D.\u00a06323-23'])
  expect(screen.getByText('L6222-18')).toHaveClass(/number/u)
})

it('what one copies is what is written', () => {
  const { container } = render(<Source>{text}</Source>)
  expect(container.textContent).toBe(text)
})
