// Call paths for programs that add them up again. pprof is told stacks and shows sums of them: how much each function has
// by itself, how much with all it called, how much went by each call. gprof knows those sums. Of paths there is only the
// flame chart's estimate, which leaves off what is narrow; so that no sum is short, what it leaves off is joined to a few
// paths more (see joinedPaths.ts).
//
// The printed times of a listing with holes do not fit one another, so there is nothing to join: what the chart leaves off
// is then a frame "(more)".

import { layoutFlame } from '../layout/flame.ts'
import { ownWidth } from '../layout/flameBoxes.ts'
import { BoxKind, cycleOf, type FlameTable, kindOf } from '../layout/flameTable.ts'
import { NOT_LISTED_LABEL } from '../layout/unfold.ts'
import type { Profile } from '../profile.ts'
import { type CallTree, callTreeOf } from '../query/callTree.ts'
import { amount } from '../query/flow.ts'
import { cycleLabel, labelsOf } from '../query/names.ts'
import { type Measure, measureBy } from '../transform/measure.ts'
import { joinedPaths, type Leftover } from './joinedPaths.ts'

/** Paths as a tree: a row is the last frame of a path, and its parent is the path without it. Parents come first. */
export interface PathTable {
  length: number
  /** -1 for a path of one frame. */
  parent: number[]
  /** Row of `names`. */
  frame: number[]
  /** How many frames the path has. */
  depth: number[]
  /** By measure, what was spent at the end of each path: time in the profile's unit, or calls. */
  own: Float64Array[]
  /** What frames are called: functions by row, then cycles, then two for what is missing. */
  names: string[]
}

/** Narrowest path that is not joined with others, as a share of all; the next where there would be too many frames. */
const CUTS = [1e-6, 1e-4, 1e-2, 1]
/** Frames of all paths together, each told in full. */
const MOST_FRAMES = 5_000_000
/** What is below this share of all is the dust of binary sums. */
const DUST = 1e-12

/** The paths of a profile by some measures; null if it takes more frames than `most` to tell them one by one. */
export function callPaths(
  profile: Profile,
  measures: readonly Exclude<Measure, 'self'>[], // whose functions are those of the profile
  most: number = MOST_FRAMES,
): PathTable | null {
  for (const cut of CUTS) {
    const paths = newPaths(profile)
    const own = measures.map(measure => addMeasure(paths, profile, measure, { cut, most }))
    const columns = own.filter(amounts => amounts !== null)
    if (columns.length === own.length)
      return {
        ...paths.table,
        own: columns.map(column => Float64Array.from({ length: paths.table.length }, (_, row) => column.get(row) ?? 0)),
      }
  }
  return null
}

/** A table in the making. */
interface Paths {
  table: Omit<PathTable, 'own'>
  /** The row of a path that goes on by one frame. */
  rowOf(parent: number, frame: number): number
}

function newPaths(profile: Profile): Paths {
  const cycles = Array.from({ length: profile.cycles.length }, (_, cycle) => cycleLabel(profile, cycle))
  const names = [...labelsOf(profile), ...cycles, NOT_LISTED_LABEL, '(more)']
  const table: Paths['table'] = { length: 0, parent: [], frame: [], depth: [], names }
  const known = new Map<number, number>()
  const rowOf = (parent: number, frame: number) => {
    const key = (parent + 1) * names.length + frame
    const row = known.get(key) ?? table.length
    if (row < table.length) return row
    known.set(key, row)
    table.length++
    table.parent.push(parent)
    table.frame.push(frame)
    table.depth.push(parent < 0 ? 1 : table.depth[parent] + 1)
    return row
  }
  return { table, rowOf }
}

/** Adds the paths by one measure. Returns what was spent on each; null where there would be more frames than `most`. */
function addMeasure(
  { table, rowOf }: Paths,
  profile: Profile,
  measure: Measure,
  { cut, most }: { cut: number; most: number },
): Map<number, number> | null {
  const measured = measureBy(profile, measure).profile
  const tree = callTreeOf(measured)
  const chart = layoutFlame(profile, { cut, path: [], measure })
  const least = DUST * chart.total
  const own = new Map<number, number>()
  let frames = 0
  const add = (row: number, spent: number) => {
    if (!(spent > least)) return
    if (!own.has(row)) frames += table.depth[row]
    own.set(row, (own.get(row) ?? 0) + spent)
  }

  const isExact = flows(tree, measured)
  const { node, spent } = boxesOf(chart, tree, measured, isExact)
  const rows = new Int32Array(chart.length)
  for (let box = 0; box < chart.length; box++) {
    const above = chart.parent[box] < 0 ? -1 : rows[chart.parent[box]]
    rows[box] = node[box] < 0 ? above : rowOf(above, node[box])
    add(rows[box], spent[box])
  }
  if (isExact)
    for (const path of joinedPaths(tree, leftOver(chart, tree, measured.functions, { node, spent }), least)) {
      add(path.nodes.reduce(rowOf, -1), path.amount)
      if (frames > most) return null
    }
  else {
    const addMore = (above: number, share: number) =>
      share > DUST && add(rowOf(above, table.names.length - 1), share * chart.total)
    for (let box = 0; box < chart.length; box++) addMore(rows[box], chart.undrawn[box] * chart.width[box])
    addMore(-1, chart.undrawnRoots.width)
  }
  return frames > most ? null : own
}

/** Whether what comes into a node is what it spends and what goes on, as it is not where times are rounded or missing. */
function flows(tree: CallTree, { functions }: Profile): boolean {
  const { size, start, to, time, rest, everything } = tree
  if (size[tree.notListed] > 0) return false
  const received = new Float64Array(size.length)
  for (let step = 0; step < to.length; step++) received[to[step]] += time[step]
  received[everything] = size[everything]
  return size.every((all, node) => {
    const passed = start[node] < start[node + 1] ? rest[start[node]] : 0
    const spent = node < functions.length ? amount(functions.self[node]) : 0
    return Math.abs(all - spent - passed) <= 1e-9 * all && Math.abs(all - received[node]) <= 1e-9 * all
  })
}

/** Columns by box. */
interface Boxes {
  /** The node of the tree that a box is of; -1 for "n more". */
  node: Int32Array
  /** What it has of its own, in the unit of the profile. */
  spent: Float64Array
}

/** Exactly, or as far as the chart tells. */
function boxesOf(chart: FlameTable, tree: CallTree, { functions }: Profile, isExact: boolean): Boxes {
  const node = new Int32Array(chart.length)
  const spent = new Float64Array(chart.length)
  for (let box = 0; box < chart.length; box++) {
    const kind = kindOf(chart, box)
    if (kind === BoxKind.function) node[box] = chart.fn[box]
    else if (kind === BoxKind.cycle) node[box] = functions.length + cycleOf(chart, box)
    else node[box] = kind === BoxKind.more ? -1 : tree.notListed
    if (!isExact) spent[box] = kind === BoxKind.more ? 0 : ownWidth(chart, box) * chart.total
    else if (kind === BoxKind.function)
      spent[box] = chart.width[box] * chart.total * (amount(functions.self[node[box]]) / tree.size[node[box]])
  }
  return { node, spent }
}

/** What a chart leaves off a tree in which time flows: see {@link joinedPaths}. */
function leftOver(
  chart: FlameTable,
  tree: CallTree,
  functions: Profile['functions'],
  { node, spent }: Boxes,
): Leftover {
  const nodes = tree.size.length
  const steps = tree.time.slice()
  const own = new Float64Array(nodes)
  own.set(functions.self.map(amount))
  const stepTo = new Map<number, number>()
  for (let from = 0; from < nodes; from++)
    for (let step = tree.start[from]; step < tree.start[from + 1]; step++)
      stepTo.set(from * nodes + tree.to[step], step)
  /** What paths through a box have that end in it or further down. */
  const carried = spent.slice()
  for (let box = chart.length - 1; box >= 0; box--) {
    if (node[box] < 0) continue
    const above = chart.parent[box]
    if (above >= 0) carried[above] += carried[box]
    const from = above < 0 ? tree.everything : node[above]
    steps[stepTo.get(from * nodes + node[box])!] -= carried[box]
    own[node[box]] -= spent[box]
  }
  return { steps, own }
}
