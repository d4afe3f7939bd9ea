/** Skills that a visit or interview of a story touched, by key of the apprentice and date. */
export const seenSkills: Readonly<Record<string, readonly string[]>> = {
  'lea-moreau 2025-10-23': ['B1.C1.1', 'B1.C1.3'],
  'lea-moreau 2025-11-18': ['B1.C1.3', 'B1.C2.2', 'B3.C1.1'],
  'lea-moreau 2026-04-14': ['B1.C2.1', 'B3.C2.1'],
}
