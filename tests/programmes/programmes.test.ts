import { describe, expect, test } from 'vitest'
import { findOutline, loadOutline } from '#programmes/outlines.ts'
import { findProgramme, programmeIds } from '#programmes/programmes.ts'

describe('a programme', () => {
  test.each(programmeIds)('%s is whole, and its outline says the same of it', async (id) => {
    const programme = await findProgramme(id)
    expect(programme?.id).toBe(id)
    expect(programme).toMatchObject({ ...findOutline(id) })
  })

  test('that this app does not know is none', async () => {
    expect(await findProgramme('bts-none')).toBeNull()
    await loadOutline('bts-none')
    expect(findOutline('bts-none')).toBeNull()
    // Not even by a name that every object has.
    expect(await findProgramme('constructor')).toBeNull()
    await loadOutline('toString')
    expect(findOutline('toString')).toBeNull()
  })
})
