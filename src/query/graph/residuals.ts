// Time between two shown functions that passes through hidden ones only. Of what u passes down an arc to a hidden h, gprof's
// assumption (each call of h costs the average call of h) makes the part that h passes on to v
//
//   time(u → h) × time(h → v) / total(h)
//
// and so on through more hidden functions: the same product whether it is read downwards from u or upwards from v. So
// one number is taken off what is left out at both ends, and the flows at both still add up.
//
// A hidden cycle counts as one function. A cycle of which members are shown passes nothing on: gprof says how its
// time was divided among callers outside, but not which way it took inside.

import type { FunctionRow, Profile } from '../../profile.ts'
import { adjacencyOf, rowsOf } from '../adjacency.ts'
import { flowOf } from '../flow.ts'

/** So many functions share a sweep: enough to make use of one, few enough for its table to stay small. */
const TOGETHER = 16

/**
 * What passes from each shown function to each other through hidden ones, in {@link Profile.unit}: row by caller, column
 * by callee, both by their place in `functions`. O((functions + arcs) × shown).
 */
export function residualsOf(profile: Profile, functions: readonly FunctionRow[]): Float64Array {
  const { callee } = profile.arcs
  const { units, size, arcTime } = flowOf(profile)
  const { callees } = adjacencyOf(profile)
  const count = functions.length
  const place = new Int32Array(profile.functions.length).fill(-1)
  const isHidden = new Uint8Array(units.count).fill(1)
  functions.forEach((fn, i) => {
    place[fn] = i
    isHidden[units.of[fn]] = 0
  })
  const residuals = new Float64Array(count * count)
  const passing = new Float64Array(units.count * TOGETHER)
  for (let first = 0; first < count; first += TOGETHER) {
    passing.fill(0)
    const lanes = Math.min(TOGETHER, count - first)
    for (let lane = 0; lane < lanes; lane++)
      for (const arc of rowsOf(callees, functions[first + lane])) {
        const to = units.of[callee[arc]]
        if (isHidden[to]) passing[to * TOGETHER + lane] += arcTime[arc]
      }
    for (let i = units.count - 1; i >= 0; i--) {
      const unit = units.calleesFirst[i]
      if (!isHidden[unit] || !(size[unit] > 0)) continue
      const at = unit * TOGETHER
      let isReached = false
      for (let lane = 0; lane < lanes; lane++) isReached ||= passing[at + lane] > 0
      if (!isReached) continue
      for (let j = units.callees.start[unit]; j < units.callees.start[unit + 1]; j++) {
        const arc = units.callees.rows[j]
        const part = arcTime[arc] / size[unit]
        const to = callee[arc]
        const target = units.of[to]
        if (part === 0) continue
        if (place[to] >= 0)
          for (let lane = 0; lane < lanes; lane++)
            residuals[(first + lane) * count + place[to]] += part * passing[at + lane]
        else if (isHidden[target])
          for (let lane = 0; lane < lanes; lane++) passing[target * TOGETHER + lane] += part * passing[at + lane]
      }
    }
  }
  return residuals
}
