// From "who spent how long, who called whom how often" to the tables of a Profile: cycles, spontaneous callers, times.

import { type ArcTable, type CycleTable, type FunctionTable, NO_CYCLE, SPONTANEOUS } from '../profile.ts'
import type { Membership } from './findCycles.ts'
import { propagateTime } from './propagateTime.ts'

/** What was measured: the columns that nothing else can be derived from. */
export interface Measured {
  functions: Pick<FunctionTable, 'length' | 'name' | 'index' | 'self' | 'calls' | 'explained'>
  /** Pairs of recorded calls, those of a function to itself included, none from {@link SPONTANEOUS}. */
  arcs: Pick<ArcTable, 'caller' | 'callee' | 'count'>
  membership: Membership
  /** N of `<cycle N>` and its `[n]` for each cycle. */
  cycleNumber: Int32Array
  cycleIndex: Int32Array
}

export interface Tables {
  functions: FunctionTable
  arcs: ArcTable
  cycles: CycleTable
}

/** Adds what follows from the measured columns: self calls, arcs from spontaneous callers, and all times. */
export const assemble = (measured: Measured): Tables => assembleFrom(measured, rootsOf(measured))

/**
 * The same where other functions are roots than those that nobody is recorded to call.
 * @param given By arc, and behind those by root: the time that passes along it where that is known; see `propagateTime`.
 */
export function assembleFrom(
  { functions, arcs, membership, cycleNumber, cycleIndex }: Measured,
  roots: Int32Array,
  given?: Float64Array,
): Tables {
  const { cycle, cycles } = membership
  const selfCalls = new Float64Array(functions.length)
  for (let arc = 0; arc < arcs.caller.length; arc++)
    if (arcs.caller[arc] === arcs.callee[arc]) selfCalls[arcs.callee[arc]] += arcs.count[arc]

  const caller = concat(Int32Array, arcs.caller, new Int32Array(roots.length).fill(SPONTANEOUS))
  const callee = concat(Int32Array, arcs.callee, roots)
  const count = concat(Float64Array, arcs.count, new Float64Array(roots.length).fill(Number.NaN))
  const times = propagateTime(functions.self, { caller, callee, count }, membership, given)

  return {
    functions: { ...functions, children: times.children, selfCalls, cycle },
    arcs: { length: caller.length, caller, callee, count, self: times.arcSelf, children: times.arcChildren },
    cycles: {
      length: cycles,
      number: cycleNumber,
      index: cycleIndex,
      self: times.cycleSelf,
      children: times.cycleChildren,
      calls: times.cycleCalls.map(n => n || Number.NaN),
      innerCalls: times.innerCalls,
    },
  }
}

/** Functions that no other function is recorded to call, and the first member of each cycle that nobody outside calls. */
export function rootsOf({
  functions,
  arcs,
  membership,
}: Pick<Measured, 'functions' | 'arcs' | 'membership'>): Int32Array {
  const { cycle, cycles } = membership
  const called = new Uint8Array(functions.length)
  const cycleCalled = new Uint8Array(cycles)
  for (let arc = 0; arc < arcs.caller.length; arc++) {
    const from = arcs.caller[arc]
    const to = arcs.callee[arc]
    if (arcs.count[arc] === 0) continue // known from the code alone: no call was recorded, and no time flows
    if (from === to || (cycle[to] !== NO_CYCLE && cycle[from] === cycle[to])) continue
    if (cycle[to] === NO_CYCLE) called[to] = 1
    else cycleCalled[cycle[to]] = 1
  }
  const roots: number[] = []
  for (let fn = 0; fn < functions.length; fn++) {
    if (cycle[fn] === NO_CYCLE) {
      if (!called[fn]) roots.push(fn)
    } else if (!cycleCalled[cycle[fn]]) {
      roots.push(fn)
      cycleCalled[cycle[fn]] = 1
    }
  }
  return Int32Array.from(roots)
}

function concat<T extends Int32Array | Float64Array>(make: new (length: number) => T, a: T, b: T): T {
  const both = new make(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
