// What each side has of a cycle of both. The calls of both sides together make it; all calls of a side are among these, so
// each cycle of a side lies within one of both, which may be larger, may hold several of them, or may be of neither side.

import { type CycleRow, type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import { membersOf } from '../query/entry.ts'
import type { ComparedSides, SideFigures } from './compareSides.ts'

export interface CycleChange {
  /**
   * Whether each side has this very cycle (`both`), or has another part of it than the other side, or a part only
   * (`changed`); a cycle is there only after (`new`) or only before (`gone`), or on no side (`neither`).
   */
  kind: 'both' | 'changed' | 'new' | 'gone' | 'neither'
  /** How many cycles of its own each side has among the members. */
  cycles: { a: number; b: number }
  /** Members that are in a cycle only after, only before, and on no side. */
  joined: FunctionRow[]
  left: FunctionRow[]
  outside: FunctionRow[]
}

/** Holds the cycles of the two sides against each other, among the members of a cycle of both. O(functions). */
export function cycleChange(both: Profile, { a, b }: Pick<ComparedSides, 'a' | 'b'>, cycle: CycleRow): CycleChange {
  const members = membersOf(both, cycle)
  const isIn = (side: SideFigures, fn: FunctionRow) => side.cycle[fn] !== NO_CYCLE
  const cyclesOf = (side: SideFigures) => new Set(members.filter(fn => isIn(side, fn)).map(fn => side.cycle[fn])).size
  const cycles = { a: cyclesOf(a), b: cyclesOf(b) }
  const joined = members.filter(fn => !isIn(a, fn) && isIn(b, fn))
  const left = members.filter(fn => isIn(a, fn) && !isIn(b, fn))
  const outside = members.filter(fn => !isIn(a, fn) && !isIn(b, fn))
  const isSame = cycles.a === 1 && cycles.b === 1 && joined.length + left.length + outside.length === 0
  return { kind: isSame ? 'both' : kindOf(cycles), cycles, joined, left, outside }
}

function kindOf({ a, b }: CycleChange['cycles']): CycleChange['kind'] {
  if (a > 0) return b > 0 ? 'changed' : 'gone'
  return b > 0 ? 'new' : 'neither'
}
