// The call graph as the flame chart unfolds it: for each place a time can be in, the places it goes on to, heaviest
// first. The chart itself is a walk over this; nothing here grows with the number of call paths.
//
// A cut listing mentions functions whose own entries it leaves out. What is known of them hangs in the air: time whose
// callees are not listed, and pieces whose callers are not. Both meet in one stand-in for all that is missing, "not in
// this listing": it is called wherever time is unexplained, and calls every piece that nothing listed calls, each in
// proportion to its time. That is a guess, and drawn as one, but it keeps every listed figure in the picture.

import { groupRows } from '../analyse/groupRows.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { type Flow, flowOf } from './flow.ts'

/**
 * Nodes are functions, then cycles, then {@link notListed} and {@link everything}. The steps from node n are rows
 * [start[n], start[n + 1]), heaviest first; only steps that pass time are there. They lead down, or up in a
 * {@link callerTreeOf}. A cycle's steps down lead to its members, and a member's only step up to its cycle.
 */
export interface CallTree {
  start: Uint32Array
  to: Int32Array
  /** In the profile's unit, as a part of the node's size. */
  time: Float64Array
  /** Time of this step and of all lighter ones from the same node. */
  rest: Float64Array
  /** 1 where all calls of the callee come this way, so that the time has no other place. */
  sole: Uint8Array
  /** All time of a node: its own and that of its steps. */
  size: Float64Array
  /** The node that stands for what a cut listing leaves out. */
  notListed: number
  /** The node above all roots. */
  everything: number
}

const known = new WeakMap<Profile, CallTree>()

/** The steps of a profile's call graph; worked out once. O(functions + arcs · log arcs). */
export function callTreeOf(profile: Profile): CallTree {
  let tree = known.get(profile)
  if (!tree) {
    tree = build(profile)
    known.set(profile, tree)
  }
  return tree
}

interface Step {
  from: number
  to: number
  time: number
  sole: number
}

function build(profile: Profile): CallTree {
  const { functions } = profile
  const flow = flowOf(profile)
  const { count, of } = flow.units
  const notListed = count
  const everything = count + 1
  const size = new Float64Array(count + 2)
  size.set(flow.size)

  const steps = callSteps(profile, flow)
  for (let fn = 0; fn < functions.length; fn++)
    if (functions.cycle[fn] !== NO_CYCLE && flow.size[fn] > 0)
      steps.push({ from: of[fn], to: fn, time: flow.size[fn], sole: 1 })
  for (let node = 0; node < count; node++) {
    if (flow.missing[node] > 0) steps.push({ from: node, to: notListed, time: flow.missing[node], sole: 0 })
    if (flow.detached[node] > 0) {
      steps.push({ from: notListed, to: node, time: flow.detached[node], sole: 0 })
      size[notListed] += flow.detached[node]
    }
    if (flow.rooted[node] > 0) {
      const sole = flow.soleUnit[node] === SPONTANEOUS ? 1 : 0
      steps.push({ from: everything, to: node, time: flow.rooted[node], sole })
      size[everything] += flow.rooted[node]
    }
  }
  const unrooted = profile.total - size[everything]
  if (unrooted > 1e-9 * profile.total) {
    steps.push({ from: everything, to: notListed, time: unrooted, sole: 0 })
    size[everything] = profile.total
  }

  const tree = treeOf(steps, size)
  size[notListed] = Math.max(size[notListed], reachOf(tree, flow)[notListed])
  return tree
}

function treeOf(steps: Step[], size: Float64Array): CallTree {
  steps.sort((a, b) => a.from - b.from || b.time - a.time || a.to - b.to)
  const nodes = size.length
  const { start } = groupRows(
    Int32Array.from(steps, step => step.from),
    nodes,
  )
  const rest = Float64Array.from(steps, step => step.time)
  for (let step = steps.length - 2; step >= 0; step--)
    if (steps[step].from === steps[step + 1].from) rest[step] += rest[step + 1]
  return {
    start,
    to: Int32Array.from(steps, step => step.to),
    time: Float64Array.from(steps, step => step.time),
    rest,
    sole: Uint8Array.from(steps, step => step.sole),
    size,
    notListed: nodes - 2,
    everything: nodes - 1,
  }
}

const knownCallers = new WeakMap<Profile, CallTree>()

/**
 * The same graph with its steps turned round: for each place that time was spent in, the places it came from. What
 * nobody called ends there, and so does what callers called that a cut listing leaves out. Worked out once.
 */
export function callerTreeOf(profile: Profile): CallTree {
  let tree = knownCallers.get(profile)
  if (!tree) {
    tree = buildCallers(profile)
    knownCallers.set(profile, tree)
  }
  return tree
}

function buildCallers(profile: Profile): CallTree {
  const { functions } = profile
  const flow = flowOf(profile)
  const { count, of } = flow.units
  const size = new Float64Array(count + 2)
  size.set(flow.size)
  const steps = callSteps(profile, flow).map(step => ({ ...step, from: step.to, to: step.from }))
  for (let fn = 0; fn < functions.length; fn++)
    if (functions.cycle[fn] !== NO_CYCLE && flow.size[fn] > 0)
      steps.push({ from: fn, to: of[fn], time: flow.size[fn], sole: 1 })
  for (let node = 0; node < count; node++)
    if (flow.detached[node] > 0) steps.push({ from: node, to: count, time: flow.detached[node], sole: 0 })
  return treeOf(steps, size)
}

/** One step for each arc that passes time; arcs of one caller into several members of a cycle are one step. */
function callSteps({ functions, arcs, cycles }: Profile, { units, arcTime, soleCaller }: Flow): Step[] {
  const steps: Step[] = []
  const intoCycle = Array.from({ length: cycles.length }, () => new Map<number, Step>())
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcTime[arc] === 0) continue
    const from = arcs.caller[arc]
    const to = units.of[arcs.callee[arc]]
    const entered = to < functions.length ? undefined : intoCycle[to - functions.length]
    const merged = entered?.get(from)
    if (merged) {
      merged.time += arcTime[arc]
      continue
    }
    const sole = soleCaller[to] === from ? 1 : 0
    const step = { from, to, time: arcTime[arc], sole }
    entered?.set(from, step)
    steps.push(step)
  }
  return steps
}

/** How much of each node's time is reached from the roots, not counting what lies below the missing part. */
function reachOf(tree: CallTree, { units }: Flow): Float64Array {
  const reach = new Float64Array(tree.size.length)
  const passDown = (node: number) => {
    if (tree.size[node] === 0) return
    for (let step = tree.start[node]; step < tree.start[node + 1]; step++)
      reach[tree.to[step]] += reach[node] * (tree.time[step] / tree.size[node])
  }
  reach[tree.everything] = tree.size[tree.everything]
  passDown(tree.everything)
  for (let i = units.count - 1; i >= 0; i--) {
    const unit = units.calleesFirst[i]
    if (unit < units.of.length) {
      if (units.of[unit] === unit) passDown(unit)
      continue
    }
    passDown(unit)
    for (let step = tree.start[unit]; step < tree.start[unit + 1]; step++)
      if (tree.to[step] !== tree.notListed) passDown(tree.to[step])
  }
  return reach
}
