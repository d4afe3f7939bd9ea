import type { ProgrammeOutline } from '#programmes/outline.ts'
import { labelsOf } from './labelsOf.ts'

/** What people call the field under `key`; a task or skill by its own name. */
export function fieldNameOf(
  key: string,
  programme: ProgrammeOutline | null,
  names: Readonly<Record<string, string>>,
): string {
  const [field = '', item = '', part] = key.split('/')
  if (field === 'tasks') return labelsOf(programme).task(item)
  if (field === 'skills') return labelsOf(programme).skill(item)
  return names[part ?? field] ?? names[field] ?? key
}
