import type { Profile } from '../../../src/index.ts'
import { labels, profileShown } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { Panel } from '../../ui/Panel.tsx'
import { FlameCanvas } from './FlameCanvas.tsx'
import './FlameChart.css'
import { FlameCrumbs } from './FlameCrumbs.tsx'
import { FlameLegend } from './FlameLegend.tsx'
import { useFlameTable } from './useFlameTable.ts'

/** The flame chart of the profile on screen: call paths as boxes as wide as their time. */
export function FlameChart() {
  const profile = useApp(profileShown)
  return profile && (profile.total > 0 ? <ChartOf profile={profile} /> : <NoTime />)
}

function ChartOf({ profile }: { profile: Profile }) {
  const zoom = useApp(state => state.view.zoom)
  const names = useApp(labels)
  const { laidOut, error } = useFlameTable(profile, zoom)
  const isCurrent = laidOut?.profile === profile
  const resolved = isCurrent && laidOut.zoom === zoom ? laidOut.table.resolved : zoom.length
  return (
    <Panel
      name="flame"
      title="Flame chart"
      subtitle={<FlameCrumbs profile={profile} path={zoom} resolved={resolved} />}
      actions={<FlameLegend profile={profile} table={isCurrent ? laidOut.table : null} />}
    >
      {error !== '' && <p className="flame-empty">The flame chart could not be drawn: {error}</p>}
      {isCurrent && <FlameCanvas profile={profile} labels={names} table={laidOut.table} zoom={laidOut.zoom} />}
    </Panel>
  )
}

function NoTime() {
  return (
    <Panel name="flame" title="Flame chart">
      <p className="flame-empty">
        No samples to draw: the program ran for less time than one sample takes, or spent it elsewhere, so there is no
        time to draw. What called what, and how often, is in the call graph.
      </p>
    </Panel>
  )
}
