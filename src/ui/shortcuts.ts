/**
 * What the keyboard does besides walking: `/` search, `j` and `k` next and previous, `?` help, and
 * Ctrl+Enter the main action while one writes. Single letters can be switched off, and do nothing
 * where somebody writes (WCAG 2.2, 2.1.4; RGAA 4.1.2, 12.11).
 *
 * A screen takes part by marking its elements: the first field of type `search`, every link with
 * `data-step`, and the `ActionBar`.
 */
export interface ShortcutOptions {
  /** Whether single letters count. */
  readonly hasLetters: () => boolean
  readonly onHelp: () => void
}

/** Listens until the function it gives is called. */
export function startShortcuts({ hasLetters, onHelp }: ShortcutOptions): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    const { target, key } = event
    const isWriting =
      target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
    const isModal = document.querySelector('dialog[open]') !== null
    const done =
      event.ctrlKey || event.metaKey
        ? key === 'Enter' && isWriting && !isModal && pressMainAction()
        : hasLetters() && !isWriting && !isModal && (onLetter[key]?.() ?? false)
    if (done) event.preventDefault()
  }
  const onLetter: Readonly<Record<string, () => boolean>> = {
    '/': focusSearch,
    j: () => step(1),
    k: () => step(-1),
    '?': () => {
      onHelp()
      return true
    },
  }
  document.addEventListener('keydown', onKey)
  return () => {
    document.removeEventListener('keydown', onKey)
  }
}

function pressMainAction(): boolean {
  const button = document.querySelector<HTMLElement>('main [data-action-bar] button:not(:disabled)')
  button?.click()
  return button !== null
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
  return field !== null
}

/** Goes along the list; where one of it is open beside, the next one opens in its place. */
function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-step]')]
  const open = links.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const focused = links.findIndex((link) => link === document.activeElement)
  const from = focused >= 0 ? focused : open
  const next = links[from < 0 ? 0 : from + by]
  if (!next) return false
  next.focus()
  if (open >= 0) next.click()
  return true
}
