import { foldName } from '../../../src/index.ts'
import { chosenRow, nameOf } from '../../state/derive.ts'
import { lookAround, tidyGraph, useApp } from '../../state/store.ts'
import type { Reach } from '../../state/view.ts'
import { formatCount } from '../../ui/format.ts'

/** Farther than this is all there is. */
const FARTHEST = 9

/** What was changed about the picture by hand, and how to take it back. Nothing while there is nothing. */
export function GraphBar() {
  const reach = useApp(state => state.view.around)
  const opened = useApp(state => state.view.opened.length)
  const folded = useApp(state => state.view.folded.length)
  const changes = [opened > 0 && `${formatCount(opened)} opened`, folded > 0 && `${formatCount(folded)} folded`]
  return (
    <div className="graph-bar">
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
