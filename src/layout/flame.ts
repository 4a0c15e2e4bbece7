// The flame chart: the call graph unfolded from its roots into call paths, as boxes in unit space.
//
// gprof counts who called whom, never whole stacks, so a flame chart of it is an estimate. It carries gprof's own
// assumption one step further: a call costs the same whatever the path that led to it. A box for f of width w gives each
// callee w × (time of the arc) / (time of f in all) and keeps w × self / (time of f in all) at its right end.
//
//   slow -> f x1, fast -> f x1, f -> g x2, g 10 s     g is drawn 5 s wide under each, on the paths slow/f and fast/f;
//   in truth all ten seconds may have been spent on one of them.
//
// So every box knows how much of its width is certain (see query/bounds.ts); the rest is assumed.
//
// The number of paths is exponential in the depth of the graph. What is narrower than the cut is therefore summed, per
// box, into one box "n more", and unfolds when a path is zoomed to. So at any depth there are at most 1/cut boxes of
// functions, and at most one summed box below each box. The walk goes over an explicit stack: the profiled program
// chooses the depth.

import { groupRows } from '../analyse/groupRows.ts'
import type { Profile } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { type CallTree, callTreeOf } from '../query/callTree.ts'
import { cycleLabel, functionByLabel } from '../query/names.ts'

/** What a box stands for. */
export const BoxKind = {
  function: 0,
  /** A cycle as a whole; its boxes are its members. */
  cycle: 1,
  /** The callees of the box above that are narrower than the cut. */
  more: 2,
  /** Time of functions that a cut listing leaves out. */
  notListed: 3,
} as const
export type BoxKind = (typeof BoxKind)[keyof typeof BoxKind]

/** Row of a {@link FlameTable}. */
export type BoxRow = number

/** In a path: the "n more" box, and the box of what the listing leaves out. Function labels go before. */
export const MORE_LABEL = '…'
export const NOT_LISTED_LABEL = '<not in this listing>'

export interface FlameOptions {
  /** Narrowest box, as a share of all time. */
  cut: number
  /** Labels from a root down to the box zoomed to; [] for none. Inside that box the cut is relative to its width. */
  path: readonly string[]
}

/**
 * Boxes in preorder: box b's subtree is exactly the rows [b, subtreeEnd[b]). Boxes of one depth are in order of their
 * start, and do not overlap. All lengths are shares of the profile's total, 0..1.
 */
export interface FlameTable {
  length: number
  kind: Uint8Array
  /** Function row, or cycle row for a cycle; -1 for the other kinds. */
  fn: Int32Array
  /** -1 for a root. */
  parent: Int32Array
  /** 0 for a root. */
  depth: Uint32Array
  start: Float64Array
  end: Float64Array
  /** Width, from `start`, of the part that has no other place it can be. */
  certain: Float64Array
  /** For "n more": how many. Else 0. */
  count: Uint32Array
  /** The call that led here, the first where several enter a cycle; -1 where it is no call. */
  arc: Int32Array
  subtreeEnd: Uint32Array
  /** Boxes of depth d, from left to right: level[levelStart[d] .. levelStart[d + 1]). */
  levelStart: Uint32Array
  level: Uint32Array
  /** The box at the end of the path, as far as the path could be followed; -1 for none. */
  zoomed: BoxRow
  /** How many steps of the path could be followed. */
  resolved: number
  /** The cut that was used: what was asked for, or more where that would have been too many boxes. */
  cut: number
}

/** More boxes than any screen can show. A graph whose boxes stay wide to a great depth would fill the memory with them. */
const MOST_BOXES = 400_000
const SMALLEST_CUT = 1e-9

/** Unfolds a profile's call graph. Empty if there is no time. */
export function layoutFlame(profile: Profile, { cut, path }: FlameOptions): FlameTable {
  let used = cut > SMALLEST_CUT ? cut : SMALLEST_CUT
  for (;;) {
    const table = unfold(profile, used, path)
    if (table) return table
    used *= 4
  }
}

/** The buffers of a table, for handing it over to another thread. */
export const flameBuffers = (table: FlameTable): ArrayBufferLike[] =>
  Object.values(table).flatMap(column => (ArrayBuffer.isView(column) ? [column.buffer] : []))

/** A box that waits to be placed: what becomes its row, and what its own boxes need to know. */
interface Pending {
  kind: BoxKind
  node: number
  parent: BoxRow
  depth: number
  start: number
  width: number
  count: number
  arc: number
  /** First step to unfold, and the width that one unit of time has: for "n more", of the box above. */
  fromStep: number
  scale: number
  /** Whether every step from the root was sole. */
  sole: boolean
  /** Whether it lies below a "not in this listing". */
  insideNotListed: boolean
  /** How many steps of the path lead here; -1 beside the path. */
  followed: number
  /** Narrowest box below this one. */
  cut: number
}

function unfold(profile: Profile, cut: number, path: readonly string[]): FlameTable | null {
  const tree = callTreeOf(profile)
  const bounds = boundsOf(profile)
  const { total, functions } = profile
  const columns = {
    kind: [] as number[],
    fn: [] as number[],
    parent: [] as number[],
    depth: [] as number[],
    start: [] as number[],
    end: [] as number[],
    certain: [] as number[],
    count: [] as number[],
    arc: [] as number[],
  }
  let zoomed = -1
  let resolved = 0

  const nodeKind = (node: number): BoxKind =>
    node < functions.length ? BoxKind.function : node === tree.notListed ? BoxKind.notListed : BoxKind.cycle
  const rowOf = (box: Pending) =>
    box.kind === BoxKind.function ? box.node : box.kind === BoxKind.cycle ? box.node - functions.length : -1
  const certainOf = (box: Pending) => {
    if (!box.sole || box.kind === BoxKind.more || box.kind === BoxKind.notListed) return 0
    const time = box.kind === BoxKind.cycle ? bounds.cycleCertain[rowOf(box)] : bounds.certain[box.node]
    return Math.min(time / total, box.width)
  }
  /** The first step that is too narrow to be drawn. */
  const firstTooNarrow = (box: Pending, narrowest: number): number => {
    const end = tree.start[box.node + 1]
    let step = box.fromStep
    while (step < end && tree.time[step] * box.scale >= narrowest) step++
    return step
  }

  const pending: Pending[] = []
  const top: Pending = {
    kind: BoxKind.more,
    node: tree.everything,
    parent: -1,
    depth: -1,
    start: 0,
    width: 1,
    count: 0,
    arc: -1,
    fromStep: tree.start[tree.everything],
    scale: 1 / tree.size[tree.everything],
    sole: true,
    insideNotListed: false,
    followed: 0,
    cut,
  }
  if (total > 0) placeBoxesBelow(top, -1)
  while (pending.length > 0) {
    const box = pending.pop() as Pending
    const row = columns.kind.push(box.kind) - 1
    if (row >= MOST_BOXES && cut < 1) return null
    columns.fn.push(rowOf(box))
    columns.parent.push(box.parent)
    columns.depth.push(box.depth)
    columns.start.push(box.start)
    columns.end.push(box.start + box.width)
    columns.certain.push(certainOf(box))
    columns.count.push(box.count)
    columns.arc.push(box.arc)
    const isFolded = box.kind === BoxKind.more && box.followed < 0
    const isNested = box.kind === BoxKind.notListed && box.insideNotListed
    if (!isFolded && !isNested) placeBoxesBelow(box, row)
  }

  /** Puts what is below a box onto the stack, from right to left, so that the leftmost is placed next. */
  function placeBoxesBelow(box: Pending, row: BoxRow) {
    const end = tree.start[box.node + 1]
    let firstSummed = firstTooNarrow(box, box.cut)
    let nextOnPath = -1 // step, or `end` for "n more"
    if (box.followed >= 0 && box.followed < path.length) {
      nextOnPath = stepOnPath(profile, tree, box.node, box.fromStep, path[box.followed])
      if (nextOnPath === end && firstSummed === end) nextOnPath = -1
    }
    if (box.followed >= 0 && nextOnPath < 0) {
      resolved = box.followed
      zoomed = row
      if (box.followed > 0) {
        box.cut = cut * box.width
        // A zoomed "n more" shows at least its heaviest, however many equals that one has.
        const widest = box.fromStep < end ? tree.time[box.fromStep] * box.scale : 0
        firstSummed = firstTooNarrow(box, box.kind === BoxKind.more ? Math.min(box.cut, widest) : box.cut)
      }
    }

    const insideNotListed = box.insideNotListed || box.kind === BoxKind.notListed
    const below: Pending[] = []
    let x = box.start
    const place = (step: number) => {
      const node = tree.to[step]
      const width = tree.time[step] * box.scale
      below.push({
        kind: nodeKind(node),
        node,
        parent: row,
        depth: box.depth + 1,
        start: x,
        width,
        count: 0,
        arc: tree.arc[step],
        fromStep: tree.start[node],
        scale: tree.size[node] > 0 ? width / tree.size[node] : 0,
        sole: box.sole && tree.sole[step] === 1,
        insideNotListed,
        followed: step === nextOnPath ? box.followed + 1 : -1,
        cut: box.cut,
      })
      x += width
    }
    for (let step = box.fromStep; step < firstSummed; step++) place(step)
    const isDrawnOut = nextOnPath >= firstSummed && nextOnPath < end
    if (isDrawnOut) place(nextOnPath)
    const count = end - firstSummed - (isDrawnOut ? 1 : 0)
    if (count > 0) {
      const time = Math.max(0, tree.rest[firstSummed] - (isDrawnOut ? tree.time[nextOnPath] : 0))
      below.push({
        ...box,
        kind: BoxKind.more,
        parent: row,
        depth: box.depth + 1,
        start: x,
        width: time * box.scale,
        count,
        arc: -1,
        fromStep: firstSummed,
        insideNotListed,
        followed: nextOnPath === end ? box.followed + 1 : -1,
      })
    }
    for (let i = below.length - 1; i >= 0; i--) pending.push(below[i])
  }

  return tableOf(columns, { zoomed, resolved, cut })
}

/** The step below a node that a path's label names, the end of the node's steps for "n more", or -1. */
function stepOnPath(profile: Profile, tree: CallTree, node: number, from: number, label: string): number {
  const end = tree.start[node + 1]
  const fn = functionByLabel(profile, label)
  for (let step = from; step < end; step++) {
    const to = tree.to[step]
    if (to === fn) return step
    if (to === tree.notListed ? label === NOT_LISTED_LABEL : isCycleNamed(profile, to, label)) return step
  }
  return label === MORE_LABEL ? end : -1
}

const isCycleNamed = (profile: Profile, node: number, label: string) =>
  node >= profile.functions.length && cycleLabel(profile, node - profile.functions.length) === label

type Columns = Record<'kind' | 'fn' | 'parent' | 'depth' | 'start' | 'end' | 'certain' | 'count' | 'arc', number[]>

function tableOf(columns: Columns, rest: Pick<FlameTable, 'zoomed' | 'resolved' | 'cut'>): FlameTable {
  const length = columns.kind.length
  const parent = Int32Array.from(columns.parent)
  const subtreeEnd = new Uint32Array(length)
  let levels = 0
  for (let box = length - 1; box >= 0; box--) {
    subtreeEnd[box] = Math.max(subtreeEnd[box], box + 1)
    if (parent[box] >= 0) subtreeEnd[parent[box]] = Math.max(subtreeEnd[parent[box]], subtreeEnd[box])
    levels = Math.max(levels, columns.depth[box] + 1)
  }
  const { start: levelStart, rows: level } = groupRows(Int32Array.from(columns.depth), levels)
  return {
    length,
    kind: Uint8Array.from(columns.kind),
    fn: Int32Array.from(columns.fn),
    parent,
    depth: Uint32Array.from(columns.depth),
    start: Float64Array.from(columns.start),
    end: Float64Array.from(columns.end),
    certain: Float64Array.from(columns.certain),
    count: Uint32Array.from(columns.count),
    arc: Int32Array.from(columns.arc),
    subtreeEnd,
    levelStart,
    level,
    ...rest,
  }
}
