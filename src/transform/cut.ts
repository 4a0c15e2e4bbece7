// Cut takes arcs out of the call graph, as gprof does with -k: as if these calls had not been recorded. Cycles are found
// and times are worked out anew from self times and counts, so that a cycle falls into functions with times of their own
// where the cut arcs held it together. No time is lost: what nobody calls any more is spontaneous.
//
// This is the one transform that works with counts instead of times. After others it undoes what they knew of times
// beyond counts, though not what they took away, so it goes first where there is a choice.

import { assemble } from '../analyse/assemble.ts'
import { findCycles } from '../analyse/findCycles.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { flowOf } from '../query/flow.ts'
import { callsFromOutside, nameCycles } from './merge.ts'
import { addArc, draftOf, rebuild, type Transformed } from './rebuild.ts'
import { timeOfArc } from './scale.ts'

/** Without the arcs with a 1 in `isCut`. Self times must all be known. */
export function cut(profile: Profile, isCut: Uint8Array): Transformed {
  const { functions, arcs } = profile
  const n = functions.length
  const draft = draftOf(profile)
  const { calls } = draft.functions
  const selfCalls = functions.selfCalls.slice()
  const isTouched = new Uint8Array(n)
  const isLinked = new Uint8Array(n)
  const kept: number[] = []
  for (let arc = 0; arc < arcs.length; arc++) {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    if (from === SPONTANEOUS) continue
    if (!isCut[arc]) {
      kept.push(arc)
      isLinked[from] = isLinked[to] = 1
      continue
    }
    isTouched[from] = isTouched[to] = 1
    if (from === to) selfCalls[to] = 0
    else calls[to] = Math.max(0, calls[to] - arcs.count[arc]) || Number.NaN
  }

  // What is spontaneous in part is called by one more function here, which stands for all unknown callers.
  const unknown = n
  const outside = unknownCalls(profile)
  const caller = Int32Array.from([...kept.map(arc => arcs.caller[arc]), ...outside.map(() => unknown)])
  const callee = Int32Array.from([...kept.map(arc => arcs.callee[arc]), ...outside.map(({ fn }) => fn)])
  const count = Float64Array.from([...kept.map(arc => arcs.count[arc]), ...outside.map(({ calls }) => calls)])
  const membership = findCycles({ functions: n + 1, caller, callee })
  const self = new Float64Array(n + 1)
  self.set(functions.self)
  const tables = assemble({
    functions: { ...functions, length: n + 1, self },
    arcs: { caller, callee, count },
    membership,
    cycleNumber: new Int32Array(membership.cycles),
    cycleIndex: new Int32Array(membership.cycles),
  })
  for (let arc = 0; arc < tables.arcs.length; arc++) {
    const [from, to] = [tables.arcs.caller[arc], tables.arcs.callee[arc]]
    if (to === unknown) continue
    const isRoot = from === SPONTANEOUS || from === unknown
    const time = tables.arcs.self[arc] + tables.arcs.children[arc]
    addArc(draft.arcs, isRoot ? SPONTANEOUS : from, to, isRoot ? Number.NaN : tables.arcs.count[arc], time || 0)
  }
  const cycle = membership.cycle.subarray(0, n)
  draft.functions = { ...draft.functions, selfCalls, cycle }
  draft.cycles = {
    ...nameCycles(
      profile,
      Int32Array.from({ length: n }, (_, fn) => fn),
      cycle,
      membership.cycles,
    ),
    calls: callsFromOutside(draft.arcs, cycle, membership.cycles),
    missing: new Float64Array(membership.cycles),
  }
  const keep = isTouched.map((touched, fn) => (touched && !isLinked[fn] && functions.self[fn] === 0 ? 0 : 1))
  return rebuild(profile, draft, keep)
}

/** Functions that are spontaneous although they, or others of their cycle, are called; and as how many calls that counts. */
function unknownCalls(profile: Profile): { fn: number; calls: number }[] {
  const { arcs } = profile
  const { units } = flowOf(profile)
  const counted = new Float64Array(units.count)
  const timed = new Float64Array(units.count)
  for (let arc = 0; arc < arcs.length; arc++) {
    const time = timeOfArc(profile, arc)
    if (arcs.caller[arc] === SPONTANEOUS || time === 0) continue
    counted[units.of[arcs.callee[arc]]] += arcs.count[arc]
    timed[units.of[arcs.callee[arc]]] += time
  }
  const found: { fn: number; calls: number }[] = []
  for (let arc = 0; arc < arcs.length; arc++) {
    const fn = arcs.callee[arc]
    const unit = units.of[fn]
    const time = timeOfArc(profile, arc)
    if (arcs.caller[arc] !== SPONTANEOUS || !(time > 0) || !(timed[unit] > 0)) continue
    found.push({ fn, calls: (counted[unit] * time) / timed[unit] })
  }
  return found
}
