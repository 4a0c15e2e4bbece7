// Calls that gprof books on the wrong caller. C libraries keep one counter for all calls out of a stretch of 16 bytes of
// code (8 where addresses have 4), and write down where the stretch begins. Where one function ends and the next begins
// within it, the calls of the next count as those of the one before. Which of the two calls shows in the code: this looks
// for the call instruction there, on x86 only.

import { CALL_LENGTH, callsReturning, knowsCalls, stretchOf } from '../../analyse/callInstructions.ts'
import { functionFinder } from '../../analyse/functionFinder.ts'
import { offsetsFrom } from '../../analyse/selectSymbols.ts'
import type { FunctionRow } from '../../profile.ts'
import type { PairRead } from '../../readRun.ts'
import type { RowOf } from './rowOf.ts'

export interface NeighbourCall {
  /** The function that gprof says is the caller. */
  booked: { fn: FunctionRow; name: string }
  /** The one that calls; its row is -1 where nothing else happened to it. */
  caller: { fn: FunctionRow; name: string }
  callee: { fn: FunctionRow; name: string }
  calls: number
}

/** Stretches of which the code is looked at, those of the most calls. */
const MOST_LOOKED_AT = 100

/** Calls that are in the next function beyond doubt, most calls first. */
export async function neighbourCalls(
  { elf, functions, sum }: Pick<PairRead, 'elf' | 'functions' | 'sum'>,
  rowOf: RowOf,
): Promise<NeighbourCall[]> {
  if (!knowsCalls(elf)) return []
  const stretch = stretchOf(elf)
  const functionAt = functionFinder(functions)
  const { origin, address, name } = functions
  const from = offsetsFrom(origin, sum.arcs.from)
  const self = offsetsFrom(origin, sum.arcs.self)
  const named = (fn: number) => ({ fn: rowOf(fn), name: name[fn] })
  const candidates = Array.from(from.keys()).filter(record => {
    const booked = functionAt(from[record])
    const end = from[record] + stretch - 1
    // The call ends within the stretch, and a function that begins too late in it has no room for one.
    return booked >= 0 && booked + 1 < functions.length && end >= address[booked + 1] + CALL_LENGTH
  })
  candidates.sort((a, b) => sum.arcs.count[b] - sum.arcs.count[a])
  const found: NeighbourCall[] = []
  for (const record of candidates.slice(0, MOST_LOOKED_AT)) {
    const booked = functionAt(from[record])
    const callee = functionAt(self[record])
    if (callee < 0) continue
    const callers = (await callsReturning(elf, origin, from[record], from[record] + stretch))
      .filter(({ target }) => functionAt(target) === callee)
      .map(({ returns }) => functionAt(returns - 1))
    if (callers.length === 0 || callers.includes(booked)) continue
    found.push({
      booked: named(booked),
      caller: named(callers[0]),
      callee: named(callee),
      calls: sum.arcs.count[record],
    })
  }
  return found
}
