import type { RibbonPlace, RibbonState } from './RibbonCell.tsx'
import styles from './RibbonBars.module.css'

/** One cell as a bar; `null`: there is nothing at this place of the axis. */
export type RibbonBar = {
  readonly place: RibbonPlace
  readonly state: RibbonState
  readonly current?: boolean | undefined
} | null

interface Props {
  readonly cells: readonly RibbonBar[]
}

type Look = RibbonState | 'now'

/** Height of the strip with the mark of today below it, and of the bars alone, in its own units. */
const HEIGHT = 31
const FULL = 26
/** A bar is so wide, of the 1 that its cell has. */
const WIDTH = 0.86

/** The pieces of a bar, from where and how high: so that grey paper tells the state too. */
const pieces: Readonly<Record<Look, readonly (readonly [top: number, height: number])[]>> = {
  empty: [[FULL - 3, 3]],
  draft: [[FULL - 9, 9]],
  kept: [
    [FULL - 17, 4],
    [FULL - 9, 9],
  ],
  sent: [[FULL - 17, 17]],
  signed: [[0, FULL]],
  returned: [
    [0, 9],
    [13, 4],
    [21, 5],
  ],
  late: [
    [0, 16],
    [20, 6],
  ],
  none: [
    [FULL - 11, 2],
    [FULL - 7, 2],
    [FULL - 3, 3],
  ],
  now: [[FULL + 2, 3]],
}

/** A ribbon of which one sees only bars: one picture of a few paths, however long it is. */
export function RibbonBars({ cells }: Props) {
  const paths = new Map<Look, string>()
  const draw = (look: Look, at: number) => {
    const drawn = pieces[look].map(([top, height]) => `M${at} ${top}h${WIDTH}v${height}h-${WIDTH}z`)
    paths.set(look, (paths.get(look) ?? '') + drawn.join(''))
  }
  cells.forEach((cell, at) => {
    if (!cell) return
    const isClosed = cell.place === 'closed' && cell.state === 'none'
    if (!isClosed) draw(cell.state, at)
    if (cell.current) draw('now', at)
  })

  return (
    <svg
      className={styles['bars']}
      viewBox={`0 0 ${Math.max(cells.length, 1)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[...paths].map(([look, path]) => (
        <path key={look} d={path} data-look={look} />
      ))}
    </svg>
  )
}
