// gprof's own walk through the call graph: it numbers functions so that callees come before callers, and finds the
// cycles on the way. The components it finds are those of `findCycles`, but the report depends on more than that: on
// the order of the members within a cycle, on which one heads it, and on the order of the numbers, all of which follow
// from where the walk begins (lowest address) and which callee it tries first (the arc met last).
//
// gprof walks its stack and its member lists again for each call that goes back, which takes time in the square of the
// depth. Here the heads still on the path have a stack of their own, and the members of a cycle are a set with known
// head and tail, so that each function is handled once. The result is the same. (Rules: cg_dfn.c of GNU gprof.)

import type { Groups } from './groupRows.ts'

export interface Numbering {
  /** Callees before callers, from 1; members of a cycle share a number. */
  order: Int32Array
  /** The member that stands for the cycle; a function's own row if it is in none. */
  head: Int32Array
  /** The next member of the same cycle, -1 at the end; from the head, all members are reached. */
  next: Int32Array
}

/** Numbers all functions. `callees` groups arcs by caller, `callee` is the row each arc leads to. O(functions + arcs). */
export function numberFunctions(functions: number, callees: Groups, callee: Int32Array): Numbering {
  const order = new Int32Array(functions)
  const next = new Int32Array(functions).fill(-1)
  const path: number[] = []
  const placeOnPath = new Int32Array(functions) // from 1; 0 when not on it
  const busy = new Uint8Array(functions)
  const nextArc = new Int32Array(functions)
  const headsOnPath: number[] = [] // places, ascending
  const sets = memberSets(functions)
  let numbered = 0

  const enter = (fn: number) => {
    path.push(fn)
    placeOnPath[fn] = path.length
    busy[fn] = 1
    headsOnPath.push(path.length)
    nextArc[fn] = callees.start[fn + 1]
  }
  /** A call to a function whose own calls are still being followed: all on the path since are in one cycle with it. */
  const collapse = (fn: number) => {
    const head = sets.head(fn)
    const from = Math.max(placeOnPath[fn], head === fn ? 0 : placeOnPath[head])
    if (from === path.length) return
    const top = path[from - 1]
    let first = headsOnPath.length
    while (first > 0 && headsOnPath[first - 1] > from) first--
    for (let i = first; i < headsOnPath.length; i++) {
      const joining = path[headsOnPath[i] - 1]
      next[sets.tail(top)] = joining
      sets.join(top, joining)
    }
    headsOnPath.length = first
  }
  const leave = (fn: number) => {
    if (sets.head(fn) === fn) {
      numbered++
      for (let member = fn; member >= 0; member = next[member]) order[member] = numbered
      headsOnPath.pop()
    }
    placeOnPath[fn] = 0
    path.pop()
  }

  for (let root = 0; root < functions; root++) {
    if (order[root] !== 0) continue
    enter(root)
    while (path.length > 0) {
      const fn = path[path.length - 1]
      if (nextArc[fn] === callees.start[fn]) {
        leave(fn)
        continue
      }
      const to = callee[callees.rows[--nextArc[fn]]]
      if (order[to] !== 0) continue
      if (busy[to]) collapse(to)
      else enter(to)
    }
  }
  return { order, head: new Int32Array(functions).map((_, fn) => sets.head(fn)), next }
}

/** Disjoint sets of functions, each with a head and a tail. */
function memberSets(functions: number) {
  const parent = new Int32Array(functions).map((_, fn) => fn)
  const heads = parent.slice()
  const tails = parent.slice()
  const size = new Int32Array(functions).fill(1)
  const root = (fn: number) => {
    let at = fn
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]]
      at = parent[at]
    }
    return at
  }
  return {
    head: (fn: number) => heads[root(fn)],
    tail: (fn: number) => tails[root(fn)],
    /** Puts the set of `joining` behind that of `fn`. */
    join(fn: number, joining: number) {
      const a = root(fn)
      const b = root(joining)
      const [large, small] = size[a] >= size[b] ? [a, b] : [b, a]
      const head = heads[a]
      const tail = tails[b]
      parent[small] = large
      size[large] += size[small]
      heads[large] = head
      tails[large] = tail
    },
  }
}
