import { type ReactNode, Suspense } from 'react'
import type { Profile } from '../../../src/index.ts'
import { useApp } from '../../state/store.ts'
import type { Panel } from '../../state/view.ts'
import { preloadable } from '../../ui/preloadable.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { EntryView } from '../entry/EntryView.tsx'
import { FunctionList } from '../functions/FunctionList.tsx'
import { ChoiceBar } from './ChoiceBar.tsx'
import { Notices } from './Notices.tsx'
import { TabBar } from './TabBar.tsx'
import { TopBar } from './TopBar.tsx'
import './Workspace.css'

// The pictures bring the heavy libraries with them.
const callGraph = preloadable(async () => (await import('../graph/CallGraph.tsx')).CallGraph)
const flameChart = preloadable(async () => (await import('../flame/FlameChart.tsx')).FlameChart)
export const loadPictures = () => Promise.all([callGraph.load(), flameChart.load()])

/** All views of one profile: together on a wide screen, one at a time on a narrow one or where one fills the window. */
export function Workspace({ profile }: { profile: Profile }) {
  const narrow = useNarrow()
  const panel = useApp(state => state.view.panel)
  const alone = narrow ? (panel ?? 'graph') : panel
  const views: Record<Panel, ReactNode> = {
    functions: <FunctionList key="functions" profile={profile} />,
    graph: (
      <Suspense key="graph">
        <callGraph.Component />
      </Suspense>
    ),
    entry: <EntryView key="entry" profile={profile} />,
    flame: (
      <Suspense key="flame">
        <flameChart.Component />
      </Suspense>
    ),
  }
  return (
    <div className={`workspace${alone === null ? '' : ' one-panel'}`} key={profile.fingerprint}>
      <TopBar profile={profile} />
      <Notices />
      <main className="panels" aria-label={profile.title}>
        {alone === null ? Object.values(views) : views[alone]}
      </main>
      {narrow && <ChoiceBar profile={profile} />}
      {narrow && <TabBar shown={alone ?? 'graph'} />}
    </div>
  )
}
