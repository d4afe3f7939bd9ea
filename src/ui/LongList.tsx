import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { List } from './List.tsx'
import { Row } from './Row.tsx'

interface Props {
  /** How many lines are there at first. */
  readonly inSight: number
  /** Words of the button that shows the `n` others. */
  readonly more: (n: number) => string
  /** `ListLink`s. */
  readonly children: readonly ReactNode[]
}

/** A `List` that begins short: the others come on demand, and the focus goes on at the first of them. */
export function LongList({ inSight, more, children }: Props) {
  const [all, setAll] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const hidden = all ? 0 : children.length - inSight

  useLayoutEffect(() => {
    // The button leaves with what it did.
    if (all) list.current?.children[inSight]?.querySelector('a')?.focus()
  }, [all, inSight])

  return (
    <>
      <List ref={list}>{all ? children : children.slice(0, inSight)}</List>
      {hidden > 0 && (
        <Row>
          <Button
            onClick={() => {
              setAll(true)
            }}
          >
            {more(hidden)}
          </Button>
        </Row>
      )}
    </>
  )
}
