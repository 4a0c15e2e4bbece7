// Which functions and arcs the call graph shows. A profile has thousands of functions and a screen has room for some
// eighty, but a few dozen nearly always explain nearly all of the time. So: everything from a minimum share of the time
// on; if that is still too much, the minimum rises until it fits, and says so. Nothing shown hangs in the air: a
// function whose callers are all hidden keeps a link to the nearest caller that is shown.

import { type ArcRow, type CycleRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, callerArcs, rowsOf } from './adjacency.ts'

/** A caller and a callee between which only hidden functions lie. */
export interface ElidedLink {
  caller: FunctionRow
  callee: FunctionRow
}

/** The part of a call graph that is drawn. All rows in ascending order. */
export interface VisibleGraph {
  functions: FunctionRow[]
  /** Recorded calls between shown functions; calls of a function to itself are not among them. */
  arcs: ArcRow[]
  elided: ElidedLink[]
  /** Cycles with at least one member shown. */
  cycles: CycleRow[]
  /** Functions are shown from this share on, 0..1, and arcs from a fifth of it. */
  minShare: number
  /** Whether more functions or arcs reach the minimum asked for than can be drawn. */
  capped: boolean
  /** What shares are shares of: calls if the profile has no time at all. */
  of: 'time' | 'calls'
  /** Functions that are not shown. */
  hidden: number
  /** Self time of what is shown, as a share of all time, 0..1; NaN if there is none or nobody says how much. */
  explained: number
}

/** What the page chooses if nobody asks for a certain share; the figures are those of gprof2dot, a tool people know. */
export const USUAL_MIN_SHARE = 0.005
const ARC_PART = 1 / 5

/** How much fits on a screen with legible names, and how much can be drawn at all. */
const FITTING = { functions: 80, arcs: 160 }
const MOST = { functions: 300, arcs: 900 }

/**
 * Chooses what to show. A `minShare` of NaN leaves the share to this function. Functions in `pinned` are always shown,
 * as far as they are within what can be drawn at all.
 */
export function visibleGraph(
  profile: Profile,
  { minShare, pinned }: { minShare: number; pinned: readonly FunctionRow[] },
): VisibleGraph {
  const weights = weightsOf(profile)
  const limit = Number.isNaN(minShare) ? FITTING : MOST
  const asked = Number.isNaN(minShare) ? USUAL_MIN_SHARE : minShare
  const used = Math.max(
    asked,
    weights.ranked.length > limit.functions ? weights.functionShare[weights.ranked[limit.functions - 1]] : 0,
    weights.levels.length > limit.arcs ? weights.levels[limit.arcs - 1] : 0,
  )

  const shown = new Uint8Array(profile.functions.length)
  const chosen: FunctionRow[] = []
  const show = (fn: FunctionRow) => {
    if (shown[fn] || chosen.length >= MOST.functions) return
    shown[fn] = 1
    chosen.push(fn)
  }
  for (const fn of pinned) show(fn)
  const isPinned = shown.slice()
  let functionsLeft = limit.functions
  let reaching = 0
  for (const fn of weights.ranked) {
    if (weights.functionShare[fn] < used) break
    reaching++
    if (functionsLeft-- > 0) show(fn)
  }

  const candidates: ArcRow[] = []
  for (const fn of chosen)
    for (const arc of rowsOf(adjacencyOf(profile).callees, fn)) {
      const to = profile.arcs.callee[arc]
      if (to !== fn && shown[to] && weights.arcShare[arc] >= used * ARC_PART) candidates.push(arc)
    }
  const heaviest = candidates.sort((a, b) => weights.arcShare[b] - weights.arcShare[a] || a - b)
  const arcs = new Set(heaviest.slice(0, limit.arcs))
  const elided = linkUp(profile, weights, chosen, shown, arcs)

  const touched = new Set<FunctionRow>()
  for (const arc of arcs) touched.add(profile.arcs.caller[arc]).add(profile.arcs.callee[arc])
  for (const { caller, callee } of elided) touched.add(caller).add(callee)
  const functions = chosen.filter(fn => touched.has(fn) || isPinned[fn] || isRoot(profile, fn)).sort((a, b) => a - b)
  const cycles = new Set(functions.map(fn => profile.functions.cycle[fn]).filter(cycle => cycle !== NO_CYCLE))
  return {
    functions,
    arcs: [...arcs].sort((a, b) => a - b),
    elided,
    cycles: [...cycles].sort((a, b) => a - b),
    minShare: used,
    capped: used > asked || reaching > limit.functions || heaviest.length > limit.arcs,
    of: weights.of,
    hidden: profile.functions.length - functions.length,
    explained:
      profile.total > 0
        ? functions.reduce((sum, fn) => sum + (profile.functions.self[fn] || 0), 0) / profile.total
        : Number.NaN,
  }
}

/**
 * Gives every function (every cycle, then every member) without a shown caller its heaviest arc from one, however
 * light, or else a link to the nearest shown function above it. Adds to `arcs`; returns the links.
 */
function linkUp(
  profile: Profile,
  weights: Weights,
  chosen: FunctionRow[],
  shown: Uint8Array,
  arcs: Set<ArcRow>,
): ElidedLink[] {
  const { caller, callee } = profile.arcs
  const { cycle } = profile.functions
  const called = new Set<FunctionRow>()
  const cycleCalled = new Set<CycleRow>()
  const noteCall = (from: FunctionRow, to: FunctionRow) => {
    called.add(to)
    if (cycle[to] !== NO_CYCLE && cycle[from] !== cycle[to]) cycleCalled.add(cycle[to])
  }
  for (const arc of arcs) noteCall(caller[arc], callee[arc])

  const links: ElidedLink[] = []
  let nearest: Nearest | null = null
  const link = (members: FunctionRow[], isOutside: (from: FunctionRow) => boolean) => {
    const incoming = members.flatMap(fn => [...callerArcs(profile, fn)]).filter(arc => isOutside(caller[arc]))
    const direct = heaviestOf(
      incoming.filter(arc => shown[caller[arc]]),
      weights.arcShare,
    )
    if (direct >= 0) {
      arcs.add(direct)
      noteCall(caller[direct], callee[direct])
      return
    }
    nearest ??= nearestShown(profile, chosen, shown)
    const { source, steps } = nearest
    let best = -1
    for (const arc of incoming) {
      const from = source[caller[arc]]
      if (from < 0 || !isOutside(from)) continue
      const closer = best < 0 ? 1 : steps[caller[best]] - steps[caller[arc]]
      if (closer > 0 || (closer === 0 && weights.arcShare[arc] > weights.arcShare[best])) best = arc
    }
    if (best < 0) return
    const found = { caller: source[caller[best]], callee: callee[best] }
    links.push(found)
    noteCall(found.caller, found.callee)
  }

  const membersOf = new Map<CycleRow, FunctionRow[]>()
  for (const fn of chosen)
    if (cycle[fn] !== NO_CYCLE) {
      const members = membersOf.get(cycle[fn])
      if (members) members.push(fn)
      else membersOf.set(cycle[fn], [fn])
    }
  for (const [row, members] of membersOf)
    if (!cycleCalled.has(row) && !members.some(fn => isRoot(profile, fn)))
      link(members, from => from !== SPONTANEOUS && cycle[from] !== row)
  for (const fn of chosen)
    if (!called.has(fn) && !isRoot(profile, fn)) link([fn], from => from !== SPONTANEOUS && from !== fn)
  return links
}

interface Nearest {
  /** For each hidden function the shown one from which the fewest calls lead to it; -1 if none does. */
  source: Int32Array
  steps: Int32Array
}

/** Breadth first from all shown functions at once, through hidden ones only. */
function nearestShown(profile: Profile, chosen: FunctionRow[], shown: Uint8Array): Nearest {
  const source = new Int32Array(shown.length).fill(-1)
  const steps = new Int32Array(shown.length)
  const { callees } = adjacencyOf(profile)
  const queue = chosen.slice()
  for (let next = 0; next < queue.length; next++) {
    const from = queue[next]
    for (const arc of rowsOf(callees, from)) {
      const to = profile.arcs.callee[arc]
      if (shown[to] || source[to] >= 0) continue
      source[to] = shown[from] ? from : source[from]
      steps[to] = steps[from] + 1
      queue.push(to)
    }
  }
  return { source, steps }
}

function heaviestOf(arcs: ArcRow[], share: Float64Array): ArcRow {
  let best = -1
  for (const arc of arcs) if (best < 0 || share[arc] > share[best]) best = arc
  return best
}

/** Whether gprof knows no caller of this function. */
export function isRoot(profile: Profile, fn: FunctionRow): boolean {
  for (const arc of callerArcs(profile, fn)) if (profile.arcs.caller[arc] === SPONTANEOUS) return true
  return false
}

interface Weights {
  of: 'time' | 'calls'
  functionShare: Float64Array
  arcShare: Float64Array
  /** Functions with a share, heaviest first. */
  ranked: FunctionRow[]
  /** For each arc the greatest minimum share at which it would still be drawn, greatest first. */
  levels: Float64Array
}

const known = new WeakMap<Profile, Weights>()

/** Everything that does not depend on the minimum share; worked out once for each profile. */
function weightsOf(profile: Profile): Weights {
  let weights = known.get(profile)
  if (!weights) {
    weights = weigh(profile)
    known.set(profile, weights)
  }
  return weights
}

function weigh(profile: Profile): Weights {
  const { functions, arcs } = profile
  const all = allTime(profile)
  const { functionShare, arcShare } = Number.isNaN(all) ? sharesOfCalls(profile) : sharesOfTime(profile, all)
  const ranked: FunctionRow[] = []
  for (let fn = 0; fn < functions.length; fn++) if (functionShare[fn] > 0) ranked.push(fn)
  ranked.sort(
    (a, b) =>
      // Not by difference: Infinity - Infinity is NaN.
      Number(functionShare[b] > functionShare[a]) - Number(functionShare[a] > functionShare[b]) ||
      (functions.self[b] || 0) - (functions.self[a] || 0) ||
      a - b,
  )
  const levels = new Float64Array(arcs.length)
  let recorded = 0
  for (let arc = 0; arc < arcs.length; arc++)
    if (arcs.caller[arc] !== SPONTANEOUS && arcs.caller[arc] !== arcs.callee[arc])
      levels[recorded++] = Math.min(
        functionShare[arcs.caller[arc]],
        functionShare[arcs.callee[arc]],
        arcShare[arc] / ARC_PART,
      )
  return {
    of: Number.isNaN(all) ? 'calls' : 'time',
    functionShare,
    arcShare,
    ranked,
    levels: levels.subarray(0, recorded).sort().reverse(),
  }
}

/** What 100 % means: the total, or the greatest time that a listing without one mentions; NaN if there is no time. */
function allTime({ total, functions }: Profile): number {
  if (total > 0) return total
  let most = 0
  for (let fn = 0; fn < functions.length; fn++) most = Math.max(most, functions.self[fn] + functions.children[fn] || 0)
  return most > 0 ? most : Number.NaN
}

/**
 * A function's share is its total's, or that of its heaviest arc where this is more: so it is for the entrance of a
 * cycle, which receives the time of all members, and where a cut listing does not tell the total. A function that has
 * an entry in such a listing, but no time, comes before all others: it is what the listing is about.
 */
function sharesOfTime({ functions, arcs, cycles }: Profile, all: number) {
  const functionShare = new Float64Array(functions.length)
  const arcShare = new Float64Array(arcs.length)
  for (let fn = 0; fn < functions.length; fn++) {
    const share = (functions.self[fn] + functions.children[fn]) / all
    functionShare[fn] = Number.isNaN(share) ? (functions.explained[fn] ? Number.POSITIVE_INFINITY : 0) : share
  }
  for (let arc = 0; arc < arcs.length; arc++) {
    const from = arcs.caller[arc]
    const to = arcs.callee[arc]
    let time = arcs.self[arc] + arcs.children[arc]
    const cycle = functions.cycle[to]
    // Calls within a cycle carry no time; they count for as much of the cycle as they are of its inner calls.
    if (cycle !== NO_CYCLE && from !== SPONTANEOUS && functions.cycle[from] === cycle)
      time = ((cycles.self[cycle] + cycles.children[cycle]) * arcs.count[arc]) / cycles.innerCalls[cycle]
    else {
      functionShare[to] = Math.max(functionShare[to], time / all || 0)
      if (from !== SPONTANEOUS) functionShare[from] = Math.max(functionShare[from], time / all || 0)
    }
    arcShare[arc] = time / all || 0
  }
  return { functionShare, arcShare }
}

/** Without any sample, calls are all there is: a function takes part in those that it makes and those that it receives. */
function sharesOfCalls({ functions, arcs }: Profile) {
  const made = new Float64Array(functions.length)
  const received = new Float64Array(functions.length)
  let all = 0
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] === SPONTANEOUS) continue
    const count = arcs.count[arc] || 0
    made[arcs.caller[arc]] += count
    received[arcs.callee[arc]] += count
    all += count
  }
  return {
    functionShare: made.map((count, fn) => Math.max(count, received[fn]) / all || 0),
    arcShare: arcs.count.map((count, arc) => (arcs.caller[arc] === SPONTANEOUS ? 0 : count / all || 0)),
  }
}
