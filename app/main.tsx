import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, loadViews } from './App.tsx'
import { startComparing } from './state/comparing.ts'
import { startDiagnosing } from './state/diagnosing.ts'
import { startHistory } from './state/history.ts'
import { keepOffline } from './state/offline.ts'
import { startPicking } from './state/picking.ts'
import { prepareReader } from './state/reader.ts'
import { startSearching } from './state/searching.ts'
import { startTransforming } from './state/transforming.ts'
import { startLanguage } from './ui/language.ts'
import './ui/theme.css'
import { startTheme } from './ui/theme.ts'

/** Opens what the address asks for, and draws the page. */
function start(): void {
  startHistory()
  startPicking()
  startTransforming()
  startComparing()
  startDiagnosing()
  startSearching()
  const root = document.getElementById('app')
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  // The first page is on screen by then.
  setTimeout(getReady, 200)
}

/** While the person looks for a file: fetches all views, starts a reader and a painter, lets Graphviz compile, and keeps all for later. */
async function getReady(): Promise<void> {
  await loadViews()
  prepareReader()
  const { warmUpPainter } = await import('./views/flame/painter.ts')
  warmUpPainter()
  const { warmUpGraph } = await import('./state/graphLayout.ts')
  warmUpGraph()
  await keepOffline()
}

startTheme()
// Nothing is drawn in one language to be drawn again in another.
void startLanguage().then(start)
