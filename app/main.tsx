import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, loadWorkspace } from './App.tsx'
import { startHistory } from './state/history.ts'
import './ui/theme.css'
import { startTheme } from './ui/theme.ts'

startTheme()
startHistory()

const root = document.getElementById('app')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )

// The first page is on screen; fetch the rest while the person looks for a file. If that fails, it is tried again when
// it is needed.
setTimeout(() => loadWorkspace().catch(() => {}), 200)
