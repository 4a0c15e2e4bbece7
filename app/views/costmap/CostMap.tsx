// Calls against time per call: what is called too often, apart from what is slow.

import { displayLabel } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, isComparing } from '../../state/derive.ts'
import { showCost, useApp } from '../../state/store.ts'
import { costKinds } from '../../state/view.ts'
import { formatCount, formatTime } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { CostCanvas } from './CostCanvas.tsx'
import { type CostData, useCostMap } from './useCostMap.ts'
import './CostMap.css'

export function CostMapPanel() {
  const words = useMessages().costmap
  const data = useCostMap()
  const comparing = useApp(isComparing)
  return (
    <Panel name="costmap" title={words.title} actions={<KindSwitch />}>
      <p className="costmap-lead">
        {words.lead} {comparing && words.after}
      </p>
      {!data ? (
        <p className="costmap-none">{words.working}</p>
      ) : data.map.fn.length === 0 ? (
        <p className="costmap-none">{words.none}</p>
      ) : (
        <CostCanvas data={data} />
      )}
      {data && <LeftOut data={data} />}
    </Panel>
  )
}

function KindSwitch() {
  const words = useMessages().costmap
  const kind = useApp(state => state.view.cost)
  return (
    <fieldset className="segments" aria-label={words.kind}>
      {costKinds.map(each => (
        <button
          key={each}
          type="button"
          aria-pressed={each === kind}
          title={words.kindHint[each]}
          onClick={() => showCost(each)}
        >
          {words.kinds[each]}
        </button>
      ))}
    </fieldset>
  )
}

/** Functions that have no place on the map, in words. */
function LeftOut({ data: { map, profile } }: { data: CostData }) {
  const words = useMessages().costmap
  const chosen = useApp(chosenRow)
  const naming = useApp(state => state.view.naming)
  const { timeless, uncalled, idle } = map.left
  const parts = [
    timeless.functions > 0 &&
      words.timeless(formatCount(timeless.functions), timeless.functions, formatCount(timeless.calls), timeless.calls),
    uncalled.functions > 0 &&
      words.uncalled(formatCount(uncalled.functions), uncalled.functions, formatTime(uncalled.time, profile.unit)),
    idle > 0 && words.idle(formatCount(idle), idle),
  ].filter(part => part !== false)
  const isMissing = chosen >= 0 && map.pointOf[chosen] < 0
  if (parts.length === 0) return null
  return (
    <footer className="costmap-left">
      {isMissing && <b>{words.chosenLeftOut(displayLabel(profile, chosen, naming))} </b>}
      {words.leftOut} {parts.join(' · ')}
    </footer>
  )
}
