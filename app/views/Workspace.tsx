import { lazy, type ReactNode, Suspense } from 'react'
import type { Profile } from '../../src/index.ts'
import { useApp } from '../state/store.ts'
import type { Panel } from '../state/view.ts'
import { useNarrow } from '../ui/useNarrow.ts'
import { ChoiceBar } from './ChoiceBar.tsx'
import { EntryView } from './EntryView.tsx'
import { FunctionList } from './FunctionList.tsx'
import { Notices } from './Notices.tsx'
import { TabBar } from './TabBar.tsx'
import { TopBar } from './TopBar.tsx'
import './Workspace.css'

// The pictures bring the heavy libraries with them.
const CallGraph = lazy(() => import('./CallGraph.tsx').then(module => ({ default: module.CallGraph })))
const FlameChart = lazy(() => import('./FlameChart.tsx').then(module => ({ default: module.FlameChart })))

/** All views of one profile: together on a wide screen, one at a time on a narrow one or where one fills the window. */
export function Workspace({ profile }: { profile: Profile }) {
  const narrow = useNarrow()
  const panel = useApp(state => state.view.panel)
  const alone = narrow ? (panel ?? 'graph') : panel
  const views: Record<Panel, ReactNode> = {
    functions: <FunctionList key="functions" profile={profile} />,
    graph: (
      <Suspense key="graph">
        <CallGraph />
      </Suspense>
    ),
    entry: <EntryView key="entry" profile={profile} />,
    flame: (
      <Suspense key="flame">
        <FlameChart />
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
