import { create } from 'zustand'

const KEY = 'livret-shortcuts'

/** Whether single letters are shortcuts on this device; they are unless somebody chose otherwise. */
export const useShortcutChoice = create<{ readonly letters: boolean }>(() => ({
  letters: localStorage.getItem(KEY) !== 'off',
}))

export function chooseShortcuts(letters: boolean): void {
  localStorage.setItem(KEY, letters ? 'on' : 'off')
  useShortcutChoice.setState({ letters })
}
