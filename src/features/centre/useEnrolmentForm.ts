import type { Centre } from '#protocol/centre.ts'
import { useState } from 'react'
import { emptyForm, recallForm, type EnrolmentForm } from './enrolmentForm.ts'
import type { Offered } from './offered.ts'

/** Where a form outlasts its page. */
export interface KeptForm {
  /** As it was kept; `null`: nothing was. */
  readonly kept: string | null
  /** `null`: nothing is to be kept any more. */
  readonly onKeep: (form: string | null) => void
}

/** The form about one apprentice, which is kept with each change. */
export function useEnrolmentForm(
  offered: readonly Offered[],
  centre: Centre,
  { kept, onKeep }: KeptForm,
) {
  const [recalled] = useState(() => recallForm(kept, emptyForm(offered, centre)))
  const [form, setForm] = useState(() => recalled ?? emptyForm(offered, centre))
  return {
    form,
    /** Somebody had begun it before this page was opened. */
    wasBegun: recalled !== null,
    write: (next: EnrolmentForm) => {
      setForm(next)
      onKeep(JSON.stringify(next))
    },
    /** The logbook is open: what is still on the screen need not outlast it. */
    release: () => {
      onKeep(null)
    },
    clear: () => {
      setForm(emptyForm(offered, centre))
      onKeep(null)
    },
  }
}
