import {
  CHANGE_STEPS,
  type Colouring,
  type ColourSteps,
  type ComparedSides,
  changeSteps,
  colourSteps,
  type Profile,
} from '../../../src/index.ts'
import { compareCycles } from '../compared/comparedFigures.ts'

/** By what boxes are coloured: something of the profile, or how much it changed where two are compared. */
export type FlameColouring = Colouring | 'change'

/** What a choice comes to; null is what is usual. */
export const colouringFor = (chosen: Colouring | null, compared: ComparedSides | null): FlameColouring =>
  chosen ?? (compared ? 'change' : 'group')

/** Scales of colours: hues without an order, shades from none to the most, and from less to more. */
export type FlameScale = 'groups' | 'heat' | 'changes'

export const scaleOf = (colouring: FlameColouring): FlameScale =>
  colouring === 'change' ? 'changes' : colouring === 'self' || colouring === 'calls' ? 'heat' : 'groups'

/** The place of each function and cycle in its scale. Of cycles is known what their members took themselves. */
export function stepsBy(profile: Profile, colouring: FlameColouring, compared: ComparedSides | null): ColourSteps {
  if (colouring !== 'change') return colourSteps(profile, colouring)
  const none = { functions: new Int8Array(profile.functions.length), cycles: new Int8Array(profile.cycles.length) }
  const steps = compared
    ? { functions: changeSteps(compared, 'total'), cycles: compareCycles(profile, compared).step }
    : none
  const placed = (of: Int8Array) => Uint8Array.from(of, step => step + CHANGE_STEPS)
  return { functions: placed(steps.functions), cycles: placed(steps.cycles) }
}
