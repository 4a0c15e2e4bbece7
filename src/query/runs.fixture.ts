// What may really have happened: runs of a program that gprof would have recorded as a given profile. Bounds are held
// against them. gprof knows how often each function called each other and the self time of each function; a run knows
// each call by itself: what called it, and what it cost.

import { type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from './adjacency.ts'
import { flowOf } from './flow.ts'

/** One call in a run: of which function, and from which call; -1 where nobody called. */
export interface Call {
  fn: number
  from: number
}

/** Picks one of the numbers below n. */
export type Choose = (n: number) => number

/** A run with the calls of a whole profile. Which call made which is chosen; a root is called once. */
export function runOf(profile: Profile, choose: Choose): Call[] {
  const { arcs, functions } = profile
  const { units } = flowOf(profile)
  const { callees } = adjacencyOf(profile)
  const run: Call[] = []
  const callsOf: number[][] = Array.from({ length: functions.length }, () => [])
  const call = (fn: number, from: number) => callsOf[fn].push(run.push({ fn, from }) - 1)
  const callBy = (arc: number) => {
    const callers = callsOf[arcs.caller[arc]]
    call(arcs.callee[arc], callers[callers.length > 1 ? choose(callers.length) : 0])
  }
  for (let arc = 0; arc < arcs.length; arc++) if (arcs.caller[arc] === SPONTANEOUS) call(arcs.callee[arc], -1)
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    const members = [...units.of.keys()].filter(fn => units.of[fn] === unit)
    const outgoing = members.flatMap(fn => [...rowsOf(callees, fn)])
    const inner = outgoing
      .filter(arc => units.of[arcs.callee[arc]] === unit)
      .flatMap(arc => Array.from({ length: arcs.count[arc] }, () => arc))
    while (inner.length > 0) {
      const possible = [...inner.keys()].filter(at => callsOf[arcs.caller[inner[at]]].length > 0)
      callBy(inner.splice(possible[possible.length > 1 ? choose(possible.length) : 0], 1)[0])
    }
    for (const arc of outgoing)
      if (units.of[arcs.callee[arc]] !== unit) for (let n = 0; n < arcs.count[arc]; n++) callBy(arc)
  }
  return run
}

/** All runs with the calls of a profile, or null if there are more than `most`. */
export function allRuns(profile: Profile, most: number): Call[][] | null {
  const runs: Call[][] = []
  const choices: { at: number; of: number }[] = []
  do {
    let made = 0
    runs.push(
      runOf(profile, n => {
        if (made === choices.length) choices.push({ at: 0, of: n })
        return choices[made++].at
      }),
    )
    if (runs.length > most) return null
    while (choices.length > 0 && choices[choices.length - 1].at + 1 === choices[choices.length - 1].of) choices.pop()
    if (choices.length > 0) choices[choices.length - 1].at++
  } while (choices.length > 0)
  return runs
}

/** What each call of a run may have cost: of each function's self time, all on one call, or something on each. */
export function costsOf(profile: Profile, run: Call[], choose: Choose): number[] {
  const weights = run.map(() => choose(100))
  const sums = new Map<number, number>()
  const isOnOne = profile.functions.name.map(() => choose(2) === 0)
  const chosen = new Map<number, number>()
  run.forEach(({ fn }, at) => {
    sums.set(fn, (sums.get(fn) ?? 0) + weights[at] + 1)
    if (weights[at] >= weights[chosen.get(fn) ?? at]) chosen.set(fn, at)
  })
  return run.map(({ fn }, at) => {
    const share = isOnOne[fn] ? (chosen.get(fn) === at ? 1 : 0) : (weights[at] + 1) / (sums.get(fn) ?? 1)
    return profile.functions.self[fn] * share
  })
}

/**
 * The path of a call as a flame chart has it: what called what, as nodes, functions first, then cycles. A function that
 * called itself is there once; of a cycle, the cycle and the member that the path left it by.
 */
export function pathOfCall(profile: Profile, run: Call[], call: number): number[] {
  const { of } = flowOf(profile).units
  const stack: number[] = []
  for (let at = call; at >= 0; at = run[at].from) stack.push(run[at].fn)
  const path: number[] = []
  let unit = -1
  for (const fn of stack.reverse()) {
    if (of[fn] === unit) path.pop()
    else if (of[fn] !== fn) path.push(of[fn])
    unit = of[fn]
    path.push(fn)
  }
  return path
}

/** Whether some function can be reached from this one in two ways. */
export function isReachedTwice({ arcs }: Profile, fn: number): boolean {
  const seen = new Set([fn])
  for (const at of seen)
    for (let arc = 0; arc < arcs.length; arc++) {
      if (arcs.caller[arc] !== at) continue
      if (seen.has(arcs.callee[arc])) return true
      seen.add(arcs.callee[arc])
    }
  return false
}
