// Cycles: sets of functions that call one another, directly or through others. They are the strongly connected
// components of the call graph with more than one member (a function that only calls itself is no cycle to gprof).
// Found with Tarjan's algorithm, from an explicit stack: the profiled program chooses the depth.

import { NO_CYCLE } from '../profile.ts'
import { groupRows } from './groupRows.ts'

/** Who called whom, by row number. Callers of -1 (spontaneous) take part in nothing here. */
export interface CallPairs {
  functions: number
  caller: Int32Array
  callee: Int32Array
}

/** Membership of each function, and how many cycles there are. */
export interface Membership {
  /** Row of the cycle for each function, or {@link NO_CYCLE}; numbered by lowest member row. */
  cycle: Int32Array
  cycles: number
}

/** The cycles of a call graph. O(functions + arcs), no recursion. */
export function findCycles({ functions, caller, callee }: CallPairs): Membership {
  const out = groupRows(caller, functions)
  const component = tarjan(functions, callee, out.start, out.rows)
  const size = new Uint32Array(functions)
  for (const c of component) size[c]++
  const cycle = new Int32Array(functions).fill(NO_CYCLE)
  const cycleOfComponent = new Int32Array(functions).fill(NO_CYCLE)
  let cycles = 0
  for (let fn = 0; fn < functions; fn++) {
    const c = component[fn]
    if (size[c] < 2) continue
    if (cycleOfComponent[c] === NO_CYCLE) cycleOfComponent[c] = cycles++
    cycle[fn] = cycleOfComponent[c]
  }
  return { cycle, cycles }
}

/** Component number of each node. `low[n]` is the lowest visit number that n's subtree reaches on the open path. */
function tarjan(nodes: number, callee: Int32Array, start: Uint32Array, arcs: Uint32Array): Uint32Array {
  const component = new Uint32Array(nodes)
  const visit = new Uint32Array(nodes) // 0 = not visited
  const low = new Uint32Array(nodes)
  const open = new Uint8Array(nodes)
  const openStack: number[] = []
  const path: number[] = []
  const nextArc = start.slice(0, nodes)
  let visits = 0
  let components = 0
  for (let root = 0; root < nodes; root++) {
    if (visit[root]) continue
    path.push(root)
    while (path.length > 0) {
      const node = path[path.length - 1]
      if (!visit[node]) {
        visit[node] = low[node] = ++visits
        open[node] = 1
        openStack.push(node)
      }
      if (nextArc[node] < start[node + 1]) {
        const to = callee[arcs[nextArc[node]++]]
        if (!visit[to]) path.push(to)
        else if (open[to]) low[node] = Math.min(low[node], visit[to])
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent] = Math.min(low[parent], low[node])
      if (low[node] !== visit[node]) continue
      let member: number
      do {
        member = openStack.pop() as number
        open[member] = 0
        component[member] = components
      } while (member !== node)
      components++
    }
  }
  return component
}
