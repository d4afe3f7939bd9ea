import { DefinitionList } from '#ui/DefinitionList.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { keepInSight } from '#ui/keepInSight.ts'
import { startShortcuts } from '#ui/shortcuts.ts'
import { useTexts } from '#ui/texts.tsx'
import { useEffect, useState } from 'react'
import { useShortcutChoice } from './shortcutChoice.ts'
import { texts } from './shortcuts.texts.ts'

/** What who works with a keyboard has besides: shortcuts with their list, and a focus in sight. */
export function Shortcuts() {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)

  useEffect(
    () =>
      startShortcuts({
        hasLetters: () => useShortcutChoice.getState().letters,
        onHelp: () => {
          setOpen(true)
        },
      }),
    [],
  )
  useEffect(keepInSight, [])

  return (
    <Dialog
      open={open}
      title={t.title}
      closeLabel={t.close}
      onClose={() => {
        setOpen(false)
      }}
    >
      <DefinitionList items={t.keys.map(([keys, does]) => ({ term: keys, description: does }))} />
      <p>{t.off}</p>
    </Dialog>
  )
}
