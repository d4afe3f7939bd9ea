import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SkillTicks } from '#features/parts/SkillTicks.tsx'
import type { Draft } from '#features/parts/useDraft.ts'

const programme = {
  blocks: [{ title: 'Vendre', skills: [{ code: 'B1.C1', shortLabel: 'Négocier' }] }],
  formerSkills: [
    { code: 'B1.C2', shortLabel: 'Suivre' },
    { code: 'B1.C3', shortLabel: 'Relancer' },
  ],
}

it('a skill that an import has no more can be unticked where it was ticked, and is not offered elsewhere', async () => {
  const set = vi.fn()
  const ticked = new Set(['skills/B1.C1', 'skills/B1.C2'])
  const draft: Draft = {
    value: (key) => (ticked.has(key) ? true : null),
    text: () => '',
    set,
    flush: () => Promise.resolve(null),
    problem: null,
  }
  const counted = (n: number) => `${n} compétences`
  render(<SkillTicks programme={programme} draft={draft} legend="Compétences" counted={counted} />)
  await userEvent.click(screen.getByText('2 compétences'))
  expect(screen.queryByRole('checkbox', { name: 'Relancer' })).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Suivre' }))
  expect(set).toHaveBeenCalledExactlyOnceWith('skills/B1.C2', null)
})
