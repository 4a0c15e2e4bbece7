import { Suspense, useEffect, useState } from 'react'
import { saidTitle } from '../src/index.ts'
import { loadMessages, useLanguage, useMessages, useSay } from './messages/messages.ts'
import { profileShown } from './state/derive.ts'
import { filesOf } from './state/droppedFiles.ts'
import { openBeside } from './state/openBeside.ts'
import { openFiles, openText } from './state/openFiles.ts'
import { store, useApp } from './state/store.ts'
import { isNamed } from './state/view.ts'
import { CrashReport } from './ui/CrashReport.tsx'
import { Dialog } from './ui/Dialog.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { preloadable } from './ui/preloadable.ts'
import { loadHelp } from './views/help/Help.tsx'
import { EmptyPage } from './views/start/EmptyPage.tsx'
import { OpeningPage } from './views/start/OpeningPage.tsx'
import './App.css'

const importWorkspace = async () => {
  const [views] = await Promise.all([import('./views/frame/Workspace.tsx'), loadMessages()])
  return views
}
const workspace = preloadable(async () => (await importWorkspace()).Workspace)
/** Loads everything but the first page. */
export const loadViews = async () => {
  await workspace.load()
  await (await importWorkspace()).loadPictures()
  await loadHelp()
}

export function App() {
  return (
    <ErrorBoundary>
      <InLanguage />
      <DropTarget />
      <Unforeseen />
    </ErrorBoundary>
  )
}

/** Another language draws all anew, what components remember of the language before included. */
function InLanguage() {
  const language = useLanguage()
  const [first] = useState(language)
  useEffect(() => {
    if (language !== first) document.getElementById('language')?.focus()
  }, [language, first])
  return <Page key={language} />
}

function Page() {
  const profile = useApp(profileShown)
  // A link that opens by itself should not flash the first page.
  const opening = useApp(({ opened, task, view }) => !opened && task.phase === 'reading' && isNamed(view))
  const say = useSay()
  const title = profile && say(saidTitle(profile.title))
  useEffect(() => {
    document.title = title === null ? 'Arcflame' : `${title} · Arcflame`
  }, [title])
  if (profile)
    return (
      <Suspense fallback={<OpeningPage />}>
        <workspace.Component profile={profile} />
      </Suspense>
    )
  return opening ? <OpeningPage /> : <EmptyPage />
}

const isField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/** What becomes of what is dropped. */
type Purpose = 'open' | 'compare'

/** Beside a profile that is open, what is dropped on the right half of the window is compared with it. */
const purposeAt = ({ clientX }: DragEvent): Purpose =>
  store.getState().opened && clientX > window.innerWidth / 2 ? 'compare' : 'open'

/** Takes what is dropped or pasted anywhere in the window, and says so while something is held over it. */
function DropTarget() {
  const [over, setOver] = useState<Purpose | null>(null)
  useEffect(() => {
    // Drags enter and leave every element they pass: over as long as more were entered than left.
    let depth = 0
    const enter = (event: DragEvent) => {
      event.preventDefault()
      depth++
      setOver(purposeAt(event))
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(null)
    }
    const allow = (event: DragEvent) => {
      event.preventDefault()
      setOver(purposeAt(event))
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(null)
      if (event.dataTransfer) void openFrom(event.dataTransfer, purposeAt(event))
    }
    const paste = (event: ClipboardEvent) => {
      if (isField(event.target) || !event.clipboardData) return
      event.preventDefault()
      void openFrom(event.clipboardData, 'open')
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])
  return over && <DropOverlay over={over} />
}

function DropOverlay({ over }: { over: Purpose }) {
  const canCompare = useApp(state => state.opened !== null)
  const words = useMessages().drop
  return (
    <div className="drop-overlay" role="status">
      <p className={over === 'open' ? 'chosen' : ''}>
        <b>{words.open}</b>
        <span>{words.openHint}</span>
      </p>
      {canCompare && (
        <p className={over === 'compare' ? 'chosen' : ''}>
          <b>{words.compare}</b>
          <span>{words.compareHint}</span>
        </p>
      )}
    </div>
  )
}

/** Files if there are any, else text. */
async function openFrom(data: DataTransfer, purpose: Purpose): Promise<void> {
  const text = data.getData('text/plain')
  const files = await filesOf(data)
  if (files.length > 0) return purpose === 'compare' ? openBeside(files) : openFiles(files)
  if (text !== '') return openText(text)
}

/** Errors outside of drawing: the page goes on, and the report can be copied. */
function Unforeseen() {
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    const failed = (event: ErrorEvent) => event.error && setError(event.error)
    const rejected = (event: PromiseRejectionEvent) => setError(event.reason ?? 'a promise was broken without a reason')
    window.addEventListener('error', failed)
    window.addEventListener('unhandledrejection', rejected)
    return () => {
      window.removeEventListener('error', failed)
      window.removeEventListener('unhandledrejection', rejected)
    }
  }, [])
  const words = useMessages().page
  if (error === null) return null
  return (
    <Dialog title={words.crashed} onClose={() => setError(null)}>
      <CrashReport error={error} />
    </Dialog>
  )
}
