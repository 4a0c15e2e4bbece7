import { NO_CYCLE, SPONTANEOUS } from '../../profile.ts'
import { boundsOf } from '../../query/bounds.ts'
import type { Card, Named } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'

/** Time that gprof divides among callers by their calls, as if each call cost the same. It may be otherwise. */
export interface SplitByCalls extends Card<'splitByCalls'> {
  /** The share of all time that has only one place it can be, 0..1. */
  certain: number
  /** The most time that is divided: what gprof says of these calls, and what it can be; in the unit of the profile. */
  largest: { caller: Named; callee: Named; count: number; ofCalls: number; time: number; least: number; most: number }
}

/** With less of all time in doubt than this, no picture looks different. */
const LEAST_SHARE = 0.05

export function splitByCalls({ profile }: DiagnosisInput): SplitByCalls | null {
  const { functions, arcs, cycles, total } = profile
  if (!(total > 0) || profile.completeness.callGraph.state === 'none') return null
  const { certainShare, arcCertain, arcMost } = boundsOf(profile)
  if (1 - certainShare < LEAST_SHARE) return null
  const callsInto = (fn: number) =>
    functions.cycle[fn] === NO_CYCLE ? functions.calls[fn] : cycles.calls[functions.cycle[fn]]
  let arc = -1
  let time = 0
  for (let each = 0; each < arcs.length; each++) {
    const passed = arcs.self[each] + arcs.children[each]
    if (arcs.caller[each] === SPONTANEOUS || !(passed > time)) continue
    if (!(arcs.count[each] < callsInto(arcs.callee[each]))) continue
    arc = each
    time = passed
  }
  if (arc < 0) return null
  const [caller, callee] = [arcs.caller[arc], arcs.callee[arc]]
  const named = (fn: number) => ({ fn, name: functions.name[fn] })
  return {
    card: 'splitByCalls',
    risk: 'note',
    share: 1 - certainShare,
    certain: certainShare,
    largest: {
      caller: named(caller),
      callee: named(callee),
      count: arcs.count[arc],
      ofCalls: callsInto(callee),
      time,
      least: arcCertain[arc],
      most: arcMost[arc],
    },
    place: { kind: 'function', fn: callee },
  }
}
