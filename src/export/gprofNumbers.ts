import type { Profile } from '../profile.ts'

/** The `[n]` of each function: as the profile has it, and the next free ones for functions without. */
export interface Numbers {
  ofFunction: Int32Array
}

export function numbersOf({ functions, cycles }: Profile): Numbers {
  let free = 1
  for (const index of functions.index) free = Math.max(free, index + 1)
  for (const index of cycles.index) free = Math.max(free, index + 1)
  return { ofFunction: functions.index.map(index => (index >= 0 ? index : free++)) }
}
