import { create } from 'zustand'

/** What Chrome and its kin hand over; no standard, so that no type of the browser’s has it. */
export interface InstallPrompt extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

/** The browser’s offer to install, kept for when the person asks for it. */
export const installPrompt = create<{
  readonly prompt: InstallPrompt | null
  readonly installed: boolean
}>(() => ({ prompt: null, installed: false }))

/** Browsers offer once, early, and over the page: the offer is kept until somebody wants it. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    installPrompt.setState({ prompt: event as InstallPrompt })
  })
}
