import type { Need } from '#domain/needs.ts'
import { ChipButton } from '#ui/ChipButton.tsx'
import { Strip } from '#ui/Strip.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { Followed } from './followed.ts'
import { needIcons } from './needIcons.ts'
import { texts } from './texts.ts'

interface Props {
  readonly apprentices: readonly Followed[]
  /** The need whose apprentices are shown alone; `null`: no need is chosen. */
  readonly value: Need['type'] | null
  readonly onChange: (type: Need['type'] | null) => void
}

/** How many apprentices need what, in the order of `Need`: a tap shows only them, another one all. */
export function NeedFilter({ apprentices, value, onChange }: Props) {
  const t = useTexts(texts)
  const types = Object.keys(t.needFilters) as Need['type'][]
  const counted = types.map((type) => ({
    type,
    count: apprentices.filter(({ needs }) => needs.some((need) => need.type === type)).length,
  }))

  return (
    <Strip label={t.needFilter}>
      {counted
        .filter(({ type, count }) => count > 0 || type === value)
        .map(({ type, count }) => {
          const isChosen = type === value
          const Icon = needIcons[type]
          return (
            <ChipButton
              key={type}
              tone={isChosen ? 'success' : 'info'}
              icon={isChosen ? undefined : <Icon aria-hidden="true" size={16} />}
              aria-pressed={isChosen}
              onClick={() => {
                onChange(isChosen ? null : type)
              }}
            >
              {t.needFilters[type](count)}
            </ChipButton>
          )
        })}
    </Strip>
  )
}
