// The call graph of two profiles that are compared: before and after in each node and on each edge, and by how much and
// how surely it changed.

import {
  type ComparedSides,
  changeSteps,
  compareTimes,
  cycleChange,
  type HiddenSum,
  type Profile,
  SPONTANEOUS,
  type VisibleGraph,
} from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCountShort, THIN } from '../../ui/format.ts'
import { monoWidth, sansWidth } from '../../ui/textWidth.ts'
import {
  beforeAfter,
  countsBeforeAfter,
  factLine,
  factsOfFunction,
  type Presence,
  presenceOf,
  presenceOfFunction,
  selfOfCycles,
} from '../compared/comparedFigures.ts'
import type { NodeChange } from './change.ts'
import type { Comparing, GraphDrawing } from './graphDrawing.ts'
import {
  type DrawnCycle,
  type DrawnEdge,
  type DrawnNode,
  FIGURE_GAP,
  FIGURE_SIZE,
  NAME_SIZE,
  NARROWEST,
  PADDING,
  widthOfShare,
} from './graphParts.ts'

const HEIGHT = { one: 40, two: 54 }

/** What the two sides make of a drawing of both. */
export function comparing(
  profile: Profile,
  graph: VisibleGraph,
  sides: ComparedSides,
  nameOf: GraphDrawing['nameOf'],
): Comparing {
  const about = { unit: profile.unit, of: graph.of, steps: changeSteps(sides, 'self'), nameOf }
  return {
    sides,
    node: node => comparedNode(node, sides, about),
    edges: edges => comparedEdges(edges, graph, sides),
    cycle: cycle => comparedCycle(cycle, profile, sides),
    restOf: sum => restOf(sum, graph, timesOf(sides, profile.unit)),
  }
}

/** Times of what has no calls of its own: as shares where those are compared, else as they are. */
export const timesOf =
  ({ a, b, normalisation }: ComparedSides, unit: string) =>
  (before: number, after: number): string =>
    normalisation === 'share'
      ? beforeAfter(before / a.all, after / b.all, { normalisation, unit })
      : beforeAfter(before, after, { normalisation: 'time', unit })

/** `callees, 1.20 → 2.87 s` */
function restOf(sum: HiddenSum, { sums, sides }: VisibleGraph, written: ReturnType<typeof timesOf>): string {
  const row = sums.indexOf(sum)
  const figures = sides ? written(sides.a.sums[row], sides.b.sums[row]) : ''
  return messages().pictures.rest[sum.side](figures, sum.functions)
}

interface About extends Pick<GraphDrawing, 'nameOf'>, Pick<VisibleGraph, 'of'> {
  unit: string
  /** By function row. */
  steps: Int8Array
}

/** What the two sides make of a node. The step is that of self time, as the heat of a single profile is. */
function comparedNode(node: DrawnNode, compared: ComparedSides, { unit, of, steps, nameOf }: About): DrawnNode {
  const { fn, name } = node
  const { a, b, normalisation } = compared
  const words = messages().pictures
  const presence = presenceOfFunction(compared, fn)
  const compact = node.compact && presence === 'both'
  const written = { normalisation, unit }
  const total = beforeAfter(compared.total.a[fn], compared.total.b[fn], written)
  const hasSelf = of === 'time' && a.self[fn] + b.self[fn] > 0
  const change: NodeChange = {
    step: hasSelf ? steps[fn] : null,
    presence,
    self: hasSelf ? words.selfIs(beforeAfter(compared.self.a[fn], compared.self.b[fn], written)) : '',
    total: of === 'calls' ? words.callsAre(countsBeforeAfter(a.calls[fn], b.calls[fn], formatCountShort)) : total,
    word: presence === 'both' ? '' : words.presence[presence],
  }
  if (!compact && of === 'time') change.total = words.totalIs(total)
  const right = compact ? change.total : change.word
  const nameRoom = Math.ceil(monoWidth(name, NAME_SIZE) + (right === '' ? 0 : FIGURE_GAP + width(right)))
  const figureRoom = compact ? 0 : Math.ceil(Math.max(width(change.self), width(change.total)))
  const selfCalls = countsBeforeAfter(a.selfCalls[fn], b.selfCalls[fn], formatCountShort)
  const facts = factsOfFunction(compared, fn, unit).map(factLine)
  return {
    ...node,
    change,
    compact,
    left: '',
    right: '',
    heat: 0,
    selfShare: largerShare(compared, 'self', fn),
    totalShare: largerShare(compared, 'total', fn),
    recursion: a.selfCalls[fn] + b.selfCalls[fn] > 0 ? `↻${THIN}${selfCalls}` : '',
    description: words.list([nameOf(fn), ...(change.word === '' ? [] : [change.word]), ...facts]),
    width: Math.max(NARROWEST, Math.max(nameRoom, figureRoom) + 2 * PADDING),
    height: compact ? node.height : change.self === '' ? HEIGHT.one : HEIGHT.two,
  }
}

const width = (text: string) => sansWidth(text, FIGURE_SIZE)

const largerShare = ({ a, b }: ComparedSides, which: 'self' | 'total', fn: number) =>
  Math.max(a[which][fn] / a.all || 0, b[which][fn] / b.all || 0)

/** Edges with what the two sides make of them, in their order, and their times. Those of sums stay as they are. */
function comparedEdges(
  edges: readonly DrawnEdge[],
  graph: VisibleGraph,
  compared: ComparedSides,
): ReturnType<Comparing['edges']> {
  const elidedFrom = graph.arcs.length
  const sideTimes = (side: 'a' | 'b') => {
    const { time, count } = compared[side]
    const elided = graph.sides?.[side].elided
    return {
      time: Float64Array.from(edges, ({ arc }, i) => (arc >= 0 ? time[arc] : (elided?.[i - elidedFrom] ?? 0))),
      calls: Float64Array.from(edges, ({ arc }) => (arc >= 0 ? count[arc] : Number.NaN)),
    }
  }
  const [a, b] = [sideTimes('a'), sideTimes('b')]
  const times = compareTimes(compared, { a, b })
  const { edge: words } = messages().pictures
  const longer = compared.normalisation === 'share' ? null : Math.max(compared.a.all, compared.b.all)
  const share = (time: number, all: number) => time / (longer ?? all) || 0
  return {
    times,
    edges: edges.map((edge, row) => {
      if (edge.kind === 'summed') return edge
      const { arc } = edge
      const presence =
        arc < 0
          ? presenceOf(a.time[row] > 0, b.time[row] > 0)
          : presenceOf(compared.a.hasArc[arc] === 1, compared.b.hasArc[arc] === 1)
      const count = arc < 0 ? '' : countOf(presence, a.calls[row], b.calls[row])
      return {
        ...edge,
        width: widthOfShare(Math.max(share(a.time[row], compared.a.all), share(b.time[row], compared.b.all))),
        count: presence === 'both' ? count : words[presence](count),
        change: { step: times.step[row], presence },
      }
    }),
  }
}

const countOf = (presence: Presence, before: number, after: number): string =>
  presence === 'both'
    ? countsBeforeAfter(before, after, formatCountShort)
    : formatCountShort(presence === 'new' ? after : before)

/** A cycle by what its members took on both sides, and by calls into it and within it. */
function comparedCycle(cycle: DrawnCycle, profile: Profile, compared: ComparedSides): DrawnCycle {
  const { beforeAfter: both, selfIs, callsAre, cycle: words } = messages().pictures
  const { functions, arcs, unit } = profile
  const isMember = (fn: number) => functions.cycle[fn] === cycle.cycle
  const callsOf = ({ count }: ComparedSides['a']) => {
    let [into, within] = [0, 0]
    for (let arc = 0; arc < arcs.length; arc++) {
      if (arcs.caller[arc] === SPONTANEOUS || !isMember(arcs.callee[arc])) continue
      if (isMember(arcs.caller[arc])) within += count[arc] || 0
      else into += count[arc] || 0
    }
    return `${formatCountShort(into)}+${formatCountShort(within)}`
  }
  const [before, after] = [compared.a, compared.b].map(side => selfOfCycles(profile, side)[cycle.cycle])
  return {
    ...cycle,
    share: selfIs(timesOf(compared, unit)(before, after)),
    calls: words[cycleChange(profile, compared, cycle.cycle).kind](
      callsAre(both(callsOf(compared.a), callsOf(compared.b))),
    ),
  }
}
