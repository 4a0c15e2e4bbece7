import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import { isRoot } from './adjacency.ts'
import type { ElidedLink } from './graph/chooseEdges.ts'
import type { VisibleGraph } from './graph/chooseGraph.ts'

/** A way down the drawn call graph. */
export interface GraphPath {
  /** From a root to the function asked for, both included. */
  functions: FunctionRow[]
  /** The arcs between them, and the links where functions are hidden. */
  arcs: ArcRow[]
  elided: ElidedLink[]
}

/**
 * The way from a root to a function on which each step back is the caller that passes the most time down, or makes the
 * most calls where no time is known. Only what is drawn counts. It ends early where the drawing does.
 *
 * A cycle is left by its heaviest arc from outside, whichever member that enters: time is not known to take one way
 * among the members rather than another, so the fewest steps there will do.
 */
export function heaviestPath(
  profile: Profile,
  graph: Pick<VisibleGraph, 'arcs' | 'elided'>,
  fn: FunctionRow,
): GraphPath {
  const { arcs, functions } = profile
  const into = new Map<FunctionRow, ArcRow[]>()
  for (const arc of graph.arcs) {
    const found = into.get(arcs.callee[arc])
    if (found) found.push(arc)
    else into.set(arcs.callee[arc], [arc])
  }
  const path: GraphPath = { functions: [fn], arcs: [], elided: [] }
  const seen = new Set([fn])
  for (let top = fn; ; ) {
    // All functions from which `top` can be entered: itself, or the members of its cycle that call it, nearest first.
    const stepDown = new Map<FunctionRow, ArcRow>()
    const members = [top]
    for (let next = 0; next < members.length; next++)
      for (const arc of into.get(members[next]) ?? []) {
        const from = arcs.caller[arc]
        const inner = functions.cycle[top] !== NO_CYCLE && functions.cycle[from] === functions.cycle[top]
        if (!inner || seen.has(from)) continue
        seen.add(from)
        stepDown.set(from, arc)
        members.push(from)
      }

    let best = -1
    for (const member of members)
      for (const arc of into.get(member) ?? [])
        if (!seen.has(arcs.caller[arc]) && (best < 0 || isHeavier(profile, arc, best))) best = arc
    const link = graph.elided
      .filter(({ caller, callee }) => members.includes(callee) && !seen.has(caller))
      .reduce<ElidedLink | null>((most, other) => (most && !(other.time > (most.time || 0)) ? most : other), null)
    // A dashed edge is taken where it is the heavier one, or the only one.
    if (link && link.time > (best >= 0 ? timeOf(profile, best) : 0)) best = -1
    const root = members.find(member => isRoot(profile, member))
    const entrance = best >= 0 ? arcs.callee[best] : (link?.callee ?? root ?? top)
    for (const arc of innerSteps(profile, stepDown, entrance).reverse()) {
      path.arcs.unshift(arc)
      path.functions.unshift(arcs.caller[arc])
    }
    if (best >= 0) {
      path.arcs.unshift(best)
      top = arcs.caller[best]
    } else if (link) {
      path.elided.unshift(link)
      top = link.caller
    } else return path
    seen.add(top)
    path.functions.unshift(top)
  }
}

/** Arcs from a member of a cycle down to where the search began. */
function innerSteps(profile: Profile, stepDown: Map<FunctionRow, ArcRow>, from: FunctionRow): ArcRow[] {
  const steps: ArcRow[] = []
  for (let arc = stepDown.get(from); arc !== undefined; arc = stepDown.get(profile.arcs.callee[arc])) steps.push(arc)
  return steps
}

function isHeavier(profile: Profile, a: ArcRow, b: ArcRow): boolean {
  const more = timeOf(profile, a) - timeOf(profile, b)
  return more > 0 || (more === 0 && profile.arcs.count[a] > profile.arcs.count[b])
}

const timeOf = ({ arcs }: Profile, arc: ArcRow) => arcs.self[arc] + arcs.children[arc] || 0
