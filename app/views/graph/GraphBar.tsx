import { useMemo } from 'react'
import { foldName, type GraphPath } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, nameOf } from '../../state/derive.ts'
import { lightWay, lookAround, tidyGraph, useApp } from '../../state/store.ts'
import type { Reach } from '../../state/view.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import type { GraphDrawing } from './graphDrawing.ts'
import { MOST_WAYS } from './useWays.ts'
import { wayAmount } from './wayAmount.ts'

/** Farther than this is all there is. */
const FARTHEST = 9

interface GraphBarProps {
  drawing: GraphDrawing | null
  ways: GraphPath[]
  lit: GraphPath | null
}

/** What was changed about the picture by hand, and how to take it back. Nothing while there is nothing. */
export function GraphBar({ drawing, ways, lit }: GraphBarProps) {
  const reach = useApp(state => state.view.around)
  const opened = useApp(state => state.view.opened.length)
  const folded = useApp(state => state.view.folded.length)
  const { ui, graph: words } = useMessages()
  const changes = [opened > 0 && words.opened(formatCount(opened)), folded > 0 && words.folded(formatCount(folded))]
  return (
    <div className="graph-bar">
      {ways.length > 1 && lit && drawing && <WayBar drawing={drawing} ways={ways} lit={lit} />}
      {reach && <AroundBar reach={reach} />}
      {opened + folded > 0 && (
        <div>
          {ui.list(changes.filter(change => change !== false))}
          <button type="button" className="button" onClick={tidyGraph}>
            {words.undoAll}
          </button>
        </div>
      )}
    </div>
  )
}

/** Which of the ways to the chosen function is lit, and what came along it. */
function WayBar({ drawing, ways, lit }: { drawing: GraphDrawing; ways: GraphPath[]; lit: GraphPath }) {
  const { graph: words } = useMessages()
  const amount = useMemo(() => wayAmount(drawing, lit), [drawing, lit])
  const place = ways.indexOf(lit)
  const step = (by: 1 | -1) => lightWay(((place + by + ways.length) % ways.length) + 1)
  return (
    <fieldset className="graph-ways" aria-label={words.ways}>
      <button type="button" className="button icon" aria-label={words.wayBefore} onClick={() => step(-1)}>
        <Icon name="back" />
      </button>
      <span>
        <Pieces of={words.way(formatCount(place + 1), formatCount(ways.length), ways.length === MOST_WAYS)} />
      </span>
      <button type="button" className="button icon" aria-label={words.nextWay} onClick={() => step(1)}>
        <Icon name="chevron" />
      </button>
      <span role="status">{amount}</span>
    </fieldset>
  )
}

const LONGEST_NAME = 28

function AroundBar({ reach }: { reach: Reach }) {
  const fn = useApp(chosenRow)
  const name = useApp(nameOf)
  const { graph: words } = useMessages()
  return (
    <div>
      {fn < 0 ? words.aroundNothing : <Pieces of={words.around(foldName(name(fn), LONGEST_NAME))} />}
      <Steps of="callers" steps={reach.callers} onChange={callers => lookAround({ ...reach, callers })} />
      <Steps of="callees" steps={reach.callees} onChange={callees => lookAround({ ...reach, callees })} />
      <button type="button" className="button" onClick={() => lookAround(null)}>
        {words.showAll}
      </button>
    </div>
  )
}

interface StepsProps {
  of: 'callers' | 'callees'
  steps: number
  onChange: (steps: number) => void
}

/** How many calls away. */
function Steps({ of, steps, onChange }: StepsProps) {
  const { allSteps, [of]: words } = useMessages().graph
  return (
    <fieldset className="graph-steps" aria-label={words.depth}>
      {words.name}
      <button
        type="button"
        className="button icon"
        aria-label={words.fewer}
        disabled={steps === 0}
        onClick={() => onChange(Math.min(FARTHEST, steps - 1))}
      >
        −
      </button>
      <span>{steps === Number.POSITIVE_INFINITY ? allSteps : formatCount(steps)}</span>
      <button
        type="button"
        className="button icon"
        aria-label={words.more}
        disabled={steps === Number.POSITIVE_INFINITY}
        onClick={() => onChange(steps < FARTHEST ? steps + 1 : Number.POSITIVE_INFINITY)}
      >
        +
      </button>
    </fieldset>
  )
}
