import { Activity, type ReactNode, Suspense, useEffect, useState } from 'react'
import { type Profile, saidTitle } from '../../../src/index.ts'
import { loadGuide, useSay } from '../../messages/messages.ts'
import { processTable, profileOfAll, profileRead } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import type { Panel } from '../../state/view.ts'
import { preloadable } from '../../ui/preloadable.ts'
import { useNarrow } from '../../ui/useNarrow.ts'
import { CompareBar } from '../compare/CompareBar.tsx'
import { EntryView } from '../entry/EntryView.tsx'
import { FunctionList } from '../functions/FunctionList.tsx'
import { hasCalls } from '../hasCalls.ts'
import { SourceOfTraced, sourceDialog } from '../source/SourceOfTraced.tsx'
import { WhatIfBar } from '../whatIf/WhatIfBar.tsx'
import { ChipsBar } from './ChipsBar.tsx'
import { ChoiceBar } from './ChoiceBar.tsx'
import { Notices } from './Notices.tsx'
import { TabBar } from './TabBar.tsx'
import { TopBar } from './TopBar.tsx'
import './Workspace.css'

declare const __ARCFLAME_SAMPLES__: boolean

// The pictures bring the heavy libraries with them.
const callGraph = preloadable(async () => (await import('../graph/CallGraph.tsx')).CallGraph)
const flameChart = preloadable(async () => (await import('../flame/FlameChart.tsx')).FlameChart)
const processes = preloadable(async () => (await import('../processes/Processes.tsx')).Processes)
const costmap = preloadable(async () => (await import('../costmap/CostMap.tsx')).CostMapPanel)
const report = preloadable(async () => (await import('../report/Report.tsx')).Report)
const guide = preloadable(async () => {
  if (!__ARCFLAME_SAMPLES__) return () => null // the one HTML file
  const [{ GuideBar }] = await Promise.all([import('../guide/GuideBar.tsx'), loadGuide()])
  return GuideBar
})
const doctor = preloadable(async () => (await import('../doctor/Doctor.tsx')).Doctor)
export const loadPictures = () =>
  Promise.all([callGraph, flameChart, report, doctor, processes, costmap, sourceDialog].map(view => view.load()))

/** The views of the workspace, in reading order. */
const PLACES: Panel[] = ['processes', 'functions', 'graph', 'report', 'costmap', 'entry', 'flame']
/** In this order the views of a new profile are drawn: the slowest to answer first, then the eye from left to right. */
const TURNS: Panel[] = ['graph', 'functions', 'entry', 'flame']
/** These lead to the list and to the entry, so on a wide screen both are beside them. */
const BETWEEN: Panel[] = ['report', 'costmap']

/** All views of one profile: together on a wide screen, one at a time on a narrow one or where one fills the window. */
export function Workspace({ profile }: { profile: Profile }) {
  const narrow = useNarrow()
  const panel = useApp(state => state.view.panel)
  const read = useApp(profileRead) ?? profile
  // Of a set of processes the views stay, whichever of them they are of.
  const opened = useApp(profileOfAll)
  const many = useApp(state => processTable(state) !== null)
  const asked = panel === 'processes' && !many ? null : panel // a link to processes may be used with a profile of one
  // Of the views that stand alone, the first one has something to show.
  const first = hasCalls(read) ? 'graph' : 'functions'
  const alone = narrow ? (asked ?? first) : asked
  const say = useSay()
  const guided = useApp(state => state.view.guide > 0 && state.view.sample !== '')
  const withDoctor = useApp(state => state.view.doctor)
  const between = alone !== null && BETWEEN.includes(alone) && !narrow
  const wanted: Panel[] = alone === null ? TURNS : between ? [alone, 'functions', 'entry'] : [alone]
  return (
    <div
      className={`workspace${between ? ` with-${alone}` : alone === null ? '' : ' one-panel'}${withDoctor ? ' with-doctor' : ''}`}
      key={opened?.fingerprint}
    >
      <TopBar profile={profile} read={read} />
      <Notices />
      {guided && (
        <Suspense>
          <guide.Component />
        </Suspense>
      )}
      <CompareBar />
      <ChipsBar />
      <WhatIfBar />
      <main className="panels" aria-label={say(saidTitle(profile.title))}>
        <Views profile={profile} read={read} wanted={wanted} />
      </main>
      {withDoctor && (
        <Suspense>
          <doctor.Component />
        </Suspense>
      )}
      <SourceOfTraced />
      {narrow && <ChoiceBar profile={profile} />}
      {narrow && <TabBar shown={alone ?? first} />}
    </div>
  )
}

interface Profiles {
  /** As transforms leave it. */
  profile: Profile
  /** As it was read, which the report is of. */
  read: Profile
}

/**
 * One view after another, so that none of them holds up what a person does meanwhile. Those that give way to another
 * keep their place: where one had scrolled to, the camera of the graph.
 */
function Views({ profile, read, wanted }: Profiles & { wanted: Panel[] }) {
  const [standing, setStanding] = useState(wanted.slice(0, 1))
  const next = wanted.find(panel => !standing.includes(panel))
  useEffect(() => {
    if (next === undefined) return
    const timer = setTimeout(() => setStanding([...standing, next]))
    return () => clearTimeout(timer)
  }, [standing, next])
  return PLACES.map(panel => {
    if (!standing.includes(panel))
      return wanted.includes(panel) && <section key={panel} className={`panel panel-${panel}`} />
    return (
      <Activity key={panel} mode={wanted.includes(panel) ? 'visible' : 'hidden'}>
        {viewOf(panel, { profile, read })}
      </Activity>
    )
  })
}

function viewOf(panel: Panel, { profile, read }: Profiles): ReactNode {
  if (panel === 'functions') return <FunctionList profile={profile} />
  if (panel === 'entry') return <EntryView profile={profile} />
  if (panel === 'report')
    return (
      <Suspense>
        <report.Component profile={read} />
      </Suspense>
    )
  const View = { processes, graph: callGraph, flame: flameChart, costmap }[panel].Component
  return (
    <Suspense>
      <View />
    </Suspense>
  )
}
