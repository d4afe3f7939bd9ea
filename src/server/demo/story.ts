/** One apprentice's story in the demo: what each person wrote, in the order of the weeks. Pure data. */
export interface Story {
  readonly apprentice: DemoPerson
  /** What is learned, and with whom; absent: see `programmeOf`. */
  readonly programme?: { readonly id: string; readonly cohort: string }
  readonly company: { readonly name: string; readonly city: string; readonly activity: string }
  readonly masters: readonly {
    readonly person: DemoPerson
    readonly from: string
    readonly until: string | null
    readonly company?: string
  }[]
  readonly trainer: 'roux' | 'benali'
  readonly guardian?: { readonly person: DemoPerson; readonly until: string }
  /** ISO dates of the apprenticeship contract. */
  readonly contract: { readonly start: string; readonly end: string }
  /** One line for the demo's start page: what is particular about this person. */
  readonly about: string
  readonly weeks: readonly StoryWeek[]
  readonly visits: readonly StoryVisit[]
  readonly interviews: readonly StoryInterview[]
  readonly notes: readonly {
    readonly on: string
    readonly by: 'apprentice' | 'master' | 'trainer'
    readonly text: string
  }[]
}

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly email: string
}

export interface StoryWeek {
  /** ISO week: `2025-W41`. */
  readonly week: string
  /** Task codes of the programme. */
  readonly tasks: readonly string[]
  /** Skill codes of the programme. */
  readonly skills: readonly string[]
  readonly told: string
  readonly feeling: 'good' | 'mixed' | 'hard'
  /** Days after the Friday of the week until it was sent; null: still a draft. */
  readonly sentAfter: number | null
  /** Returned once by the master or trainer before the final text. */
  readonly returned?: {
    readonly by: 'master' | 'trainer'
    readonly reason: string
    readonly firstTold: string
  }
  /** Days after sending until signed; null: waits for the master. */
  readonly signedAfter: number | null
}

export interface StoryVisit {
  readonly date: string
  readonly mode: 'on-site' | 'remote'
  readonly place: string
  readonly attendees: readonly ('apprentice' | 'master' | 'trainer' | 'guardian' | 'employer')[]
  readonly observations: string
  readonly actions: readonly {
    readonly label: string
    readonly due: string
    readonly owner: 'apprentice' | 'master' | 'trainer'
  }[]
  readonly acknowledged: boolean
}

export interface StoryInterview {
  readonly date: string
  readonly type: 'tripartite' | 'formative' | 'regulation' | 'review'
  readonly mode: 'on-site' | 'remote'
  readonly place: string
  readonly sections: Readonly<
    Record<
      'apprentice' | 'master' | 'trainer',
      { readonly progress: string; readonly difficulties: string; readonly objectives: string }
    >
  >
  readonly conclusion: string
  /** Who has signed. Empty: sections written, not frozen yet. */
  readonly signedBy: readonly ('apprentice' | 'master' | 'trainer')[]
}

/** What most of them learn. */
const usual = { id: 'bts-ndrc', cohort: '2025-2027' }

/** The programme and cohort of a story. */
export const programmeOf = ({ programme = usual }: Pick<Story, 'programme'>) => programme
