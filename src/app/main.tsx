import '#ui/styles.ts'
import { loadPart } from '#ui/loadPart.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { keepInstallPrompt } from './installPrompt.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

keepInstallPrompt()

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

void loadPart(() => import('./watchForUpdates.ts')).then(({ watchForUpdates }) => {
  watchForUpdates()
})
