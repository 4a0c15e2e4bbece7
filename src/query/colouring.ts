// By what functions are coloured in the flame chart: a step of a scale for each, 0 for none. Five steps can be told
// apart by everybody; more hues or shades cannot.

import { NO_CYCLE, type Profile } from '../profile.ts'
import { groupsOf } from './groups.ts'

/** `group`: how names begin. `self`: share of all time. `calls`: number of calls. `cycle`: which cycle, if any. */
export const colourings = ['group', 'self', 'calls', 'cycle'] as const
export type Colouring = (typeof colourings)[number]

/** Number of steps beside 0. */
export const STEPS = 5
/** Shares of all time, 0..1, above which a function is one step warmer. */
const HEAT = [0, 0.03, 0.08, 0.15, 0.3]

/** Step of a share of self time, 0 … {@link STEPS}: up to 3 %, 8 %, 15 %, 30 %, and more. */
export const heatOf = (share: number): number => (share > 0 ? HEAT.filter(step => share > step).length : 0)

/** Steps by function and by cycle as a whole. Those of groups and cycles have no order. */
export interface ColourSteps {
  functions: Uint8Array
  cycles: Uint8Array
}

/** The step of each function. Calls are on a logarithmic scale up to the most there are. O(functions). */
export function colourSteps(profile: Profile, by: Colouring): ColourSteps {
  const { functions, cycles, total } = profile
  const none = new Uint8Array(cycles.length)
  const ofCycle = Uint8Array.from(cycles.number, number => 1 + ((number - 1) % STEPS))
  switch (by) {
    case 'group':
      return { functions: groupsOf(profile).group, cycles: none }
    case 'self':
      return {
        functions: Uint8Array.from(functions.self, self => heatOf(self / total)),
        cycles: Uint8Array.from(cycles.self, self => heatOf(self / total)),
      }
    case 'calls': {
      const most = functions.calls.reduce((max, calls) => (calls > max ? calls : max), 1)
      const step = (calls: number) => (calls > 0 ? Math.ceil(STEPS * (Math.log1p(calls) / Math.log1p(most))) : 0)
      return {
        functions: Uint8Array.from(functions.calls, step),
        cycles: Uint8Array.from(cycles.calls, calls => Math.min(STEPS, step(calls))),
      }
    }
    case 'cycle':
      return {
        functions: Uint8Array.from(functions.cycle, cycle => (cycle === NO_CYCLE ? 0 : ofCycle[cycle])),
        cycles: ofCycle,
      }
  }
}
