// How time comes into the functions of a drawn call graph, step by step upwards: which drawn arcs and links enter a
// function or its cycle from outside, and what part of all its time each brings.

import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { isRoot } from './adjacency.ts'
import { type Flow, flowOf } from './flow.ts'
import type { ElidedLink } from './graph/chooseEdges.ts'
import type { VisibleGraph } from './graph/chooseGraph.ts'

/** What of a {@link VisibleGraph} ways go along. */
export type DrawnEdges = Pick<VisibleGraph, 'arcs' | 'elided'>

/** A drawn arc, or a link over hidden functions (then the arc is -1). */
export interface Edge {
  caller: FunctionRow
  callee: FunctionRow
  arc: ArcRow
  link: ElidedLink | null
}

/** How time comes into a function, or into the cycle that it is in. */
export interface Entrance {
  /** {@link SPONTANEOUS} where ways begin. */
  caller: FunctionRow
  /** From the caller down to the function; in its cycle by the fewest steps, from the member that is entered. */
  edges: Edge[]
  /** The part of all time that comes in here, 0..1, or of all calls where there is no time. */
  share: number
  /** Where it is not, the share is 0. */
  isKnown: boolean
  /** Whether all of it comes in here, whatever each call cost. */
  isSole: boolean
}

/** Drawn edges by callee, of those that are drawn at either end or asked for. */
type EdgesInto = ReadonlyMap<FunctionRow, readonly Edge[]>

/**
 * The entrances of a function and of all that is drawn, callers before what they call. An arc of a listing that
 * contradicts itself, which closes a loop that is called no cycle, is no entrance.
 */
export function entrancesOf(profile: Profile, graph: DrawnEdges, fn: FunctionRow): Map<FunctionRow, Entrance[]> {
  const flow = flowOf(profile)
  const { of, count, calleesFirst } = flow.units
  const rank = new Uint32Array(count)
  calleesFirst.forEach((unit, place) => {
    rank[unit] = place
  })
  const into = edgesInto(profile, graph, fn, ({ caller, callee }) => rank[of[caller]] >= rank[of[callee]])
  const calls = drawnCalls(profile, flow, graph)
  const callersFirst = [...into.keys()].sort((a, b) => rank[of[b]] - rank[of[a]])
  return new Map(callersFirst.map(callee => [callee, entrancesInto(profile, flow, into, callee, calls)]))
}

function edgesInto({ arcs }: Profile, graph: DrawnEdges, fn: FunctionRow, isKept: (edge: Edge) => boolean): EdgesInto {
  const into = new Map<FunctionRow, Edge[]>([[fn, []]])
  const add = (edge: Edge) => {
    if (!into.has(edge.caller)) into.set(edge.caller, [])
    if (!into.has(edge.callee)) into.set(edge.callee, [])
    if (isKept(edge)) into.get(edge.callee)?.push(edge)
  }
  for (const arc of graph.arcs) add({ caller: arcs.caller[arc], callee: arcs.callee[arc], arc, link: null })
  for (const link of graph.elided) add({ caller: link.caller, callee: link.callee, arc: -1, link })
  return into
}

/** Calls that drawn arcs bring into each unit. */
function drawnCalls({ arcs }: Profile, { units: { of, count } }: Flow, graph: DrawnEdges): Float64Array {
  const calls = new Float64Array(count)
  for (const arc of graph.arcs) {
    const to = of[arcs.callee[arc]]
    if (of[arcs.caller[arc]] !== to) calls[to] += arcs.count[arc]
  }
  return calls
}

function entrancesInto(
  profile: Profile,
  flow: Flow,
  into: EdgesInto,
  fn: FunctionRow,
  drawn: Float64Array,
): Entrance[] {
  const { size, rooted, soleArc, soleUnit } = flow
  const { of } = flow.units
  const unit = of[fn]
  const calls = Math.max(callsInto(profile, fn) || 0, drawn[unit])
  const { members, edgesFrom } = membersAbove(flow, into, fn)
  const entrances: Entrance[] = []
  for (const member of members)
    for (const edge of into.get(member) ?? [])
      if (of[edge.caller] !== unit)
        entrances.push({
          caller: edge.caller,
          edges: [edge, ...edgesFrom(member)],
          ...partOf(profile, flow, edge, calls),
          isSole: edge.link ? isSoleLink(flow, edge) : soleArc[unit] === edge.arc,
        })
  const root = members.find(member => isRoot(profile, member))
  if (root !== undefined)
    entrances.push({
      caller: SPONTANEOUS,
      edges: edgesFrom(root),
      share: size[unit] > 0 ? rooted[unit] / size[unit] : calls > 0 ? 0 : 1,
      isKnown: true,
      isSole: soleUnit[unit] === SPONTANEOUS,
    })
  else if (entrances.length === 0)
    entrances.push({ caller: SPONTANEOUS, edges: [], share: 1, isKnown: true, isSole: true })
  return entrances
}

/** Calls of a function, or of the cycle that it is in from outside; NaN where they are not known. */
export const callsInto = ({ functions, cycles }: Profile, fn: FunctionRow): number =>
  functions.cycle[fn] === NO_CYCLE ? functions.calls[fn] : cycles.calls[functions.cycle[fn]]

/** The functions by which a function can be entered: itself, and members of its cycle that lead to it, nearest first. */
function membersAbove({ units: { of } }: Flow, into: EdgesInto, fn: FunctionRow) {
  const stepDown = new Map<FunctionRow, Edge>()
  const members = [fn]
  for (const member of members)
    for (const edge of into.get(member) ?? []) {
      if (of[edge.caller] !== of[fn] || edge.caller === fn || stepDown.has(edge.caller)) continue
      stepDown.set(edge.caller, edge)
      members.push(edge.caller)
    }
  const edgesFrom = (member: FunctionRow) => {
    const edges: Edge[] = []
    for (let edge = stepDown.get(member); edge; edge = stepDown.get(edge.callee)) edges.push(edge)
    return edges
  }
  return { members, edgesFrom }
}

/** The part of its callee's time that an edge from outside brings, or of its calls where it has no time. */
function partOf({ arcs }: Profile, flow: Flow, { callee, arc, link }: Edge, calls: number) {
  const size = flow.size[flow.units.of[callee]]
  if (size === 0) return { share: link || calls === 0 ? 0 : arcs.count[arc] / calls, isKnown: !link }
  const said = link ? link.time : arcs.self[arc] + arcs.children[arc]
  return { share: ((link ? link.time : flow.arcTime[arc]) || 0) / size, isKnown: !Number.isNaN(said) }
}

/** Whether everything that enters the callee has come from the caller of a link, through hidden functions. */
function isSoleLink({ units, soleUnit }: Flow, { caller, callee }: Edge): boolean {
  let unit = units.of[callee]
  while (unit >= 0 && unit !== units.of[caller]) unit = soleUnit[unit]
  return unit >= 0
}
