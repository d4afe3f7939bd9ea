import '#ui/styles.ts'
import { loadPart } from '#ui/loadPart.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

void loadPart(() => import('./watchForUpdates.ts')).then(({ watchForUpdates }) => {
  watchForUpdates()
})
