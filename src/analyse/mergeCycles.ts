// Which functions form cycles. A listing declares its cycles, but a declaration is not to be trusted: a cut listing
// may leave members out, and programs that imitate gprof declare none at all. So each declared cycle is tied
// together by a ring of arcs, and the cycles of the graph with those rings are the ones that count: no loop is left
// between cycles and functions, whatever the listing says.

import { NO_CYCLE } from '../profile.ts'
import { findCycles, type Membership } from './findCycles.ts'
import type { CycleHead, Entries } from './readEntries.ts'

export interface MergedCycles {
  membership: Membership
  /** N of `<cycle N>` for each cycle: as declared, or the next number that is free. */
  number: Int32Array
  /** `[n]` of "cycle N as a whole"; -1 for none. */
  index: Int32Array
  /** What the listing says of the cycle as a whole; null where it says nothing. */
  head: (CycleHead | null)[]
  /** Cycles that the arcs form but the listing does not declare. */
  undeclared: number
}

export function mergeCycles({ cycle: declared, arcs, heads }: Entries): MergedCycles {
  const ring = ringArcs(declared)
  const { cycle, cycles } = findCycles({
    functions: declared.length,
    caller: Int32Array.from([...arcs.caller, ...ring.caller]),
    callee: Int32Array.from([...arcs.callee, ...ring.callee]),
  })

  const number: number[] = new Array(cycles).fill(0)
  for (let fn = 0; fn < declared.length; fn++) {
    const n = declared[fn]
    if (n === 0) continue
    if (cycle[fn] === NO_CYCLE) {
      // The only member that a cut listing shows. It is in a cycle all the same.
      cycle[fn] = number.length
      number.push(n)
    } else if (number[cycle[fn]] === 0 || n < number[cycle[fn]]) number[cycle[fn]] = n
  }
  let undeclared = 0
  let free = number.reduce((highest, n) => Math.max(highest, n), 0) + 1
  for (let row = 0; row < number.length; row++) {
    if (number[row] > 0) continue
    number[row] = free++
    undeclared++
  }
  const head = number.map(n => heads.get(n) ?? null)
  return {
    membership: { cycle, cycles: number.length },
    number: Int32Array.from(number),
    index: Int32Array.from(head, h => h?.index ?? -1),
    head,
    undeclared,
  }
}

/** From each member of a declared cycle to the next, and from the last to the first. */
function ringArcs(declared: Int32Array): { caller: number[]; callee: number[] } {
  const members = new Map<number, number[]>()
  declared.forEach((n, fn) => {
    if (n === 0) return
    const known = members.get(n)
    if (known) known.push(fn)
    else members.set(n, [fn])
  })
  const caller: number[] = []
  const callee: number[] = []
  for (const ring of members.values())
    ring.forEach((fn, i) => {
      caller.push(fn)
      callee.push(ring[(i + 1) % ring.length])
    })
  return { caller, callee }
}
