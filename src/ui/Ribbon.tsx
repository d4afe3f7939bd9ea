import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useNavigate } from 'react-router'
import { classes } from './classes.ts'
import { RibbonBars } from './RibbonBars.tsx'
import { RibbonCell, type RibbonPlace, type RibbonState } from './RibbonCell.tsx'
import styles from './Ribbon.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface Cell {
  readonly key: string
  /** Where a tap leads; without it the cell is only to look at. */
  readonly to?: string | undefined
  /** All that the cell says, as text. */
  readonly label: string
  /** Two or three signs, seen in the cell. */
  readonly short: string
  readonly place: RibbonPlace
  readonly state: RibbonState
  /** Where one is now; one at most. */
  readonly current?: boolean | undefined
}

interface Props {
  /** Names the strip. A small one is heard as this text alone, so let it sum up. */
  readonly label: string
  readonly cells: readonly Cell[]
  /** In the order of the cells; each begins at the cell `from`. */
  readonly groups?: readonly { readonly label: string; readonly from: string }[] | undefined
  /** Below the strip, usually a `RibbonLegend`. */
  readonly legend?: ReactNode
  /** `small`: bars without text, to compare many strips under each other. */
  readonly size?: 'normal' | 'small' | undefined
}

/** Long time as a strip of cells, left to right, that fills with ink. */
export function Ribbon({ label, cells, groups = [], legend, size = 'normal' }: Props) {
  const parts = split(cells, groups)

  return (
    <div className={classes(styles['ribbon'], styles[size])}>
      {size === 'small' ? (
        <div role="img" aria-label={label} className={styles['bars']}>
          {parts.map((part) => (
            <div key={part.key} className={styles['barsPart']}>
              <RibbonBars cells={part.cells} />
            </div>
          ))}
        </div>
      ) : (
        <Strip label={label} cells={cells} parts={parts} />
      )}
      {legend}
    </div>
  )
}

interface Part {
  readonly key: string
  readonly label: string | null
  readonly cells: readonly Cell[]
}

function split(cells: readonly Cell[], groups: NonNullable<Props['groups']>): readonly Part[] {
  const starts = groups
    .map(({ label, from }) => ({ label, at: cells.findIndex(({ key }) => key === from) }))
    .filter(({ at }) => at >= 0)
  const first = starts[0]?.at ?? cells.length
  const head = first > 0 ? [{ key: 'head', label: null, cells: cells.slice(0, first) }] : []
  return [
    ...head,
    ...starts.map(({ label, at }, index) => ({
      key: `${at}`,
      label,
      cells: cells.slice(at, starts[index + 1]?.at),
    })),
  ]
}

/** One Tab stop for the whole strip; arrows, Home and End move inside it. */
function Strip({
  label,
  cells,
  parts,
}: Pick<Props, 'label' | 'cells'> & { parts: readonly Part[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  const links = cells.filter(({ to }) => to !== undefined)
  const current = cells.find((cell) => cell.current)?.key
  const [visited, setVisited] = useState<string | null>(null)
  const stop = [visited, current].find((key) => links.some((link) => link.key === key))
  const tabStop = stop ?? links[0]?.key

  // Where it stands is known once the page is laid out: asked for earlier, that is done at once, in
  // the task that has drawn two years of cells. It is still before anything is painted.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      const box = scroller.current
      const cell = box?.querySelector<HTMLElement>('[data-current]')
      if (box && cell) box.scrollLeft = cell.offsetLeft - (box.clientWidth - cell.offsetWidth) / 2
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [current])

  // A hundred links of the router would each look up where they are, and be most of what it takes to
  // draw the strip: they are plain links, and this is what a click on one of them does.
  const navigate = useNavigate()
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    const isElsewhere = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
    if (event.button !== 0 || isElsewhere) return
    event.preventDefault()
    void navigate(event.currentTarget.getAttribute('href') ?? '')
  }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const all = Array.from(scroller.current?.querySelectorAll('a') ?? [])
    const at = all.findIndex((link) => link === event.currentTarget)
    const next = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    all[Math.max(0, Math.min(next, all.length - 1))]?.focus()
  }

  return (
    <div
      ref={scroller}
      className={styles['strip']}
      role="group"
      aria-label={label}
      // It scrolls, and without links nothing else in it takes the keyboard.
      tabIndex={links.length === 0 ? 0 : undefined}
    >
      {parts.map((part) => (
        <div key={part.key} className={styles['part']}>
          {part.label !== null && <div className={styles['partLabel']}>{part.label}</div>}
          <ol className={styles['cells']} aria-label={part.label ?? undefined}>
            {part.cells.map((cell) => (
              <li
                key={cell.key}
                className={styles['slot']}
                data-current={cell.current || undefined}
              >
                {cell.to === undefined ? (
                  <span className={styles['still']} title={cell.label}>
                    <RibbonCell place={cell.place} state={cell.state} short={cell.short} />
                    <VisuallyHidden>{cell.label}</VisuallyHidden>
                  </span>
                ) : (
                  <a
                    href={cell.to}
                    className={styles['link']}
                    aria-label={cell.label}
                    title={cell.label}
                    aria-current={cell.current ? 'true' : undefined}
                    tabIndex={cell.key === tabStop ? 0 : -1}
                    onClick={open}
                    onKeyDown={move}
                    onFocus={() => {
                      setVisited(cell.key)
                    }}
                  >
                    <RibbonCell place={cell.place} state={cell.state} short={cell.short} />
                  </a>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}
