import { installWay, type InstallWay } from '#features/install/installWay.ts'
import { create } from 'zustand'
import { installPrompt } from './installPrompt.ts'

const KEY = 'livret-install-later'
/** So long an offer that was put off stays away, in ms: thirty days. */
const LATER = 30 * 86_400_000

/** Until when nobody wants to hear of it, in ms since 1970. */
export const useInstallLater = create<{ readonly until: number }>(() => ({
  until: Number(localStorage.getItem(KEY) ?? 0),
}))

export function putOffInstall(now: number): void {
  const until = now + LATER
  localStorage.setItem(KEY, String(until))
  useInstallLater.setState({ until })
}

/** How this browser installs Livret. */
export function useInstallWay(): InstallWay {
  const { prompt, installed } = installPrompt()
  return installWay({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isStandalone: installed || window.matchMedia('(display-mode: standalone)').matches,
    canPrompt: prompt !== null,
  })
}

/** Asks the browser to install. Resolves to whether the person agreed. */
export async function install(): Promise<boolean> {
  const { prompt } = installPrompt.getState()
  if (!prompt) return false
  const { outcome } = await prompt.prompt()
  // A browser asks once for each offer it makes.
  installPrompt.setState({ prompt: null, installed: outcome === 'accepted' })
  return outcome === 'accepted'
}

export const copyAddress = (): Promise<void> => navigator.clipboard.writeText(location.origin)
