/** What must always hold, see `docs/sync.md`. */
export type Invariant =
  | 'I1'
  | 'I2'
  | 'I3'
  | 'I4'
  | 'I5'
  | 'I6'
  | 'I7'
  | 'I8'
  | 'I9'
  | 'I10'
  | 'I11'
  | 'I12'
  | 'I13'
  | 'I14'
  | 'I15'
  | 'I16'
  | 'I17'

export interface Violation {
  readonly invariant: Invariant
  readonly says: string
}

/** Counts by name, and the first things that went wrong. */
export class Report {
  readonly violations: Violation[] = []
  readonly counts = new Map<string, number>()

  violate(invariant: Invariant, says: string): void {
    if (this.violations.length < 5) this.violations.push({ invariant, says })
  }

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by)
  }
}
