import { foldName, type GraphPath, isExact } from '../../../src/index.ts'
import { chosenRow, isComparing, nameOf, profileShown } from '../../state/derive.ts'
import { lightWay, lookAround, tidyGraph, useApp } from '../../state/store.ts'
import type { Reach } from '../../state/view.ts'
import { formatCount, formatTimeAndShare } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { MOST_WAYS } from './useWays.ts'

/** Farther than this is all there is. */
const FARTHEST = 9

/** What was changed about the picture by hand, and how to take it back. Nothing while there is nothing. */
export function GraphBar({ ways, lit }: { ways: GraphPath[]; lit: GraphPath | null }) {
  const reach = useApp(state => state.view.around)
  const opened = useApp(state => state.view.opened.length)
  const folded = useApp(state => state.view.folded.length)
  const changes = [opened > 0 && `${formatCount(opened)} opened`, folded > 0 && `${formatCount(folded)} folded`]
  return (
    <div className="graph-bar">
      {ways.length > 1 && lit && <WayBar ways={ways} lit={lit} />}
      {reach && <AroundBar reach={reach} />}
      {opened + folded > 0 && (
        <div>
          {changes.filter(change => change !== false).join(', ')}
          <button type="button" className="button" onClick={tidyGraph}>
            Undo all
          </button>
        </div>
      )}
    </div>
  )
}

/** Which of the ways to the chosen function is lit, and what came along it. */
function WayBar({ ways, lit }: { ways: GraphPath[]; lit: GraphPath }) {
  const profile = useApp(profileShown)
  const comparing = useApp(isComparing)
  if (!profile) return null
  const { time, certain, most, calls } = lit
  const place = ways.indexOf(lit)
  const step = (by: 1 | -1) => lightWay(((place + by + ways.length) % ways.length) + 1)
  const sign = isExact(profile, certain, most) ? '' : '≈ '
  const amount =
    time > 0
      ? `${sign}${formatTimeAndShare(time, profile.unit, profile.total)}`
      : calls >= 0
        ? `${formatCount(calls)} calls`
        : 'time not known'
  return (
    <fieldset className="graph-ways" aria-label="Ways to the chosen function">
      <button type="button" className="button icon" aria-label="Way before" onClick={() => step(-1)}>
        <Icon name="back" />
      </button>
      <span>
        Way <b>{place + 1}</b> of {ways.length}
        {ways.length === MOST_WAYS && ' or more'}
      </span>
      <button type="button" className="button icon" aria-label="Next way" onClick={() => step(1)}>
        <Icon name="chevron" />
      </button>
      {/* Of two profiles, what came along it in both together means nothing. */}
      {!comparing && <span role="status">{amount}</span>}
    </fieldset>
  )
}

const LONGEST_NAME = 28

function AroundBar({ reach }: { reach: Reach }) {
  const fn = useApp(chosenRow)
  const name = useApp(nameOf)
  return (
    <div>
      {fn < 0 ? (
        'Choose a function to see what is around it'
      ) : (
        <>
          Around <b className="mono">{foldName(name(fn), LONGEST_NAME)}</b>
        </>
      )}
      <Steps of="callers" steps={reach.callers} onChange={callers => lookAround({ ...reach, callers })} />
      <Steps of="callees" steps={reach.callees} onChange={callees => lookAround({ ...reach, callees })} />
      <button type="button" className="button" onClick={() => lookAround(null)}>
        Show all
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
  return (
    <fieldset className="graph-steps" aria-label={`Depth of ${of}`}>
      {of}
      <button
        type="button"
        className="button icon"
        aria-label={`Fewer ${of}`}
        disabled={steps === 0}
        onClick={() => onChange(Math.min(FARTHEST, steps - 1))}
      >
        −
      </button>
      <span>{steps === Number.POSITIVE_INFINITY ? 'all' : steps}</span>
      <button
        type="button"
        className="button icon"
        aria-label={`More ${of}`}
        disabled={steps === Number.POSITIVE_INFINITY}
        onClick={() => onChange(steps < FARTHEST ? steps + 1 : Number.POSITIVE_INFINITY)}
      >
        +
      </button>
    </fieldset>
  )
}
