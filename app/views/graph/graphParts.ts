// The parts of the picture of the call graph, each by itself: what stands in a node, on an edge, in a sum and on the frame of
// a cycle, and how large they are.

import {
  type CycleRow,
  type ElidedLink,
  type FunctionRow,
  foldName,
  type HiddenSum,
  heatOf,
  kindOfArc,
  labelsOf,
  type Profile,
  type Size,
  totalOf,
  type VisibleGraph,
} from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { formatCount, formatCountShort, formatPercent, formatTime, THIN } from '../../ui/format.ts'
import { monoWidth, sansWidth } from '../../ui/textWidth.ts'
import type { Change, NodeChange } from './change.ts'

export interface DrawnNode extends Size {
  fn: FunctionRow
  /** Folded to fit. */
  name: string
  label: string
  /** Shares of all time, 0..1; NaN where not known. */
  selfShare: number
  totalShare: number
  /** `5.3 %`; calls in `right` where there is no time. `left` is empty where there is room for one of them only. */
  left: string
  right: string
  /** Step of the heat ramp, 0..5. */
  heat: number
  /** One line: no self time of its own, and nearly all it has comes from one callee. */
  compact: boolean
  /** Calls to itself, `↻ 250`; empty for none. */
  recursion: string
  /** Hidden callers and callees that no sum in the picture stands for. */
  more: Record<HiddenSum['side'], number>
  /** What a screen reader says. */
  description: string
  /** Where two profiles are compared; else null. */
  change: NodeChange | null
}

export interface DrawnEdge {
  caller: FunctionRow
  callee: FunctionRow
  /** Row of the arc, -1 for an elided link. */
  arc: number
  /** What passes along it; NaN where gprof has no time, and for a sum. */
  time: number
  /** px. */
  width: number
  /** `exact` time, time `assumed` by call counts, calls within a cycle that carry no `time`, or `elided` functions, a sum. */
  kind: 'exact' | 'assumed' | 'inner' | 'elided' | 'summed'
  count: string
  /** Where two profiles are compared; null for a sum, and for one profile. */
  change: Change | null
}

/** Callers or callees that are too light to be shown one by one. */
export interface DrawnSum extends Size {
  fn: FunctionRow
  side: HiddenSum['side']
  /** `+58` */
  functions: string
  /** `callees, 2.87 ms` */
  rest: string
}

export interface DrawnCycle {
  cycle: CycleRow
  title: string
  share: string
  calls: string
  /** The member with the most time of those that are shown, which stands for the cycle where one function must. */
  heaviest: FunctionRow
}

const NODE_HEIGHT = 40
const COMPACT_HEIGHT = 22
export const NARROWEST = 92
export const PADDING = 8
/** Size of names in nodes. */
export const NAME_SIZE = 11.5
const LONGEST_NAME = 26
/** Room for `83.5 %` behind a name on the same line. */
const PERCENT_WIDTH = 48
/** Size of the figures in nodes, and the least room between two of them. */
export const FIGURE_SIZE = 10.5
export const FIGURE_GAP = 6
/** Size of the digits on edges. */
export const COUNT_SIZE = 10

/** The room that the count on an edge takes up; 0 wide for none. */
export const countSize = ({ count }: DrawnEdge): Size => ({
  width: count.length * COUNT_SIZE * 0.62,
  height: COUNT_SIZE + 3,
})

const percent = (share: number) => (share > 0 ? `${formatPercent(share)}${THIN}%` : formatPercent(share))

export function drawNode(
  profile: Profile,
  graph: VisibleGraph,
  fn: FunctionRow,
  { shown, more, words }: { shown: string; more: DrawnNode['more']; words: Messages },
): DrawnNode {
  const { functions, total } = profile
  const { selfIs, totalIs, callsAre, list } = words.pictures
  const label = labelsOf(profile)[fn]
  const name = foldName(shown, LONGEST_NAME)
  const selfShare = functions.self[fn] / total
  const totalShare = totalOf(profile)[fn] / total
  const calls = formatCount(functions.calls[fn])
  const byTime = graph.of === 'time'
  const compact = byTime && functions.self[fn] === 0 && hasOneHeavyCallee(profile, graph, fn)
  const described = [
    shown,
    byTime && !Number.isNaN(selfShare) ? selfIs(percent(selfShare)) : '',
    byTime && !Number.isNaN(totalShare) ? totalIs(percent(totalShare)) : '',
    calls === '' ? words.graph.noCalls : words.graph.calls(calls, functions.calls[fn]),
  ]
  const left = byTime && !compact ? percent(selfShare) : ''
  const right = byTime ? percent(totalShare) : calls && callsAre(formatCountShort(functions.calls[fn]))
  const nameRoom = Math.ceil(monoWidth(name, NAME_SIZE)) + (compact ? PERCENT_WIDTH : 0)
  const figuresRoom = compact ? 0 : Math.ceil(figureWidth(left) + FIGURE_GAP + figureWidth(right))
  return {
    fn,
    name,
    label,
    selfShare,
    totalShare,
    left,
    right,
    heat: heatOf(selfShare),
    compact,
    recursion: functions.selfCalls[fn] > 0 ? `↻${THIN}${formatCountShort(functions.selfCalls[fn])}` : '',
    more,
    change: null,
    description: list(described.filter(part => part !== '')),
    width: Math.max(NARROWEST, Math.max(nameRoom, figuresRoom) + 2 * PADDING),
    height: compact ? COMPACT_HEIGHT : NODE_HEIGHT,
  }
}

const figureWidth = (text: string) => sansWidth(text, FIGURE_SIZE)

/** Whether what a function inherits comes (but for a tenth) by one arc that is shown, or there is nothing to inherit. */
function hasOneHeavyCallee({ arcs, functions }: Profile, graph: VisibleGraph, fn: FunctionRow): boolean {
  const inherited = functions.children[fn]
  if (Number.isNaN(inherited)) return false
  return (
    inherited === 0 ||
    graph.arcs.some(arc => arcs.caller[arc] === fn && arcs.self[arc] + arcs.children[arc] >= 0.9 * inherited)
  )
}

/** An end of an edge that is no single function. */
export const SEVERAL = -1

export const sumEdge = (caller: FunctionRow, callee: FunctionRow): DrawnEdge => ({
  caller,
  callee,
  arc: -1,
  time: Number.NaN,
  width: 1,
  kind: 'summed',
  count: '',
  change: null,
})

export const drawLink = (profile: Profile, { caller, callee, time }: ElidedLink): DrawnEdge => ({
  caller,
  callee,
  arc: -1,
  time,
  width: widthOf(profile, time),
  kind: 'elided',
  count: '',
  change: null,
})

/** 1 px for none, 3.6 more for all time. */
export const widthOfShare = (share: number) => 1 + 3.6 * Math.min(1, share)

const widthOf = ({ total }: Profile, time: number) => widthOfShare(total > 0 && time > 0 ? time / total : 0)

export function drawSum({ fn, side, functions }: HiddenSum, rest: string): DrawnSum {
  const count = `+${formatCount(functions)}`
  return {
    fn,
    side,
    functions: count,
    rest,
    width: Math.ceil(sansWidth(`${count} ${rest}`, COUNT_SIZE)) + 14,
    height: 18,
  }
}

export const restOf = ({ unit }: Profile, { side, functions, time }: HiddenSum, { pictures }: Messages) =>
  pictures.rest[side](formatTime(time, unit), functions)

export function drawArc(profile: Profile, arc: number): DrawnEdge {
  const { arcs } = profile
  const time = arcs.self[arc] + arcs.children[arc]
  return {
    caller: arcs.caller[arc],
    callee: arcs.callee[arc],
    arc,
    time,
    width: widthOf(profile, time),
    kind: kindOfArc(profile, arc),
    count: formatCountShort(arcs.count[arc]),
    change: null,
  }
}

export function drawCycle(profile: Profile, graph: VisibleGraph, cycle: CycleRow, words: Messages): DrawnCycle {
  const { functions, cycles, total } = profile
  const members = functions.cycle.reduce((sum, row) => sum + Number(row === cycle), 0)
  const shown = graph.functions.filter(fn => functions.cycle[fn] === cycle)
  const time = totalOf(profile)
  const calls = words.pictures.callsAre(
    `${formatCountShort(cycles.calls[cycle]) || '0'}+${formatCountShort(cycles.innerCalls[cycle])}`,
  )
  return {
    cycle,
    title: words.ui.cycle(String(cycles.number[cycle])),
    share: percent((cycles.self[cycle] + cycles.children[cycle]) / total),
    calls:
      shown.length < members ? words.graph.someMembers(calls, formatCount(shown.length), formatCount(members)) : calls,
    heaviest: shown.reduce((best, fn) => (time[fn] > time[best] ? fn : best)),
  }
}
