// Where nodes stand on their levels. All that was there before wants to be where it was; what is new wants to be under
// or above its neighbours and gives way much more easily.

import type { CycleRow } from '../../profile.ts'
import { type CycleBox, MARGIN, type SteadyNode, TITLE } from './node.ts'
import type { OldPicture } from './parts.ts'
import { type Separation, separate } from './separate.ts'

/** Between neighbours on a level, px: one less than Graphviz is told, which rounds. */
const NODE_GAP = 17
/** How much a node resists being moved. */
const RESISTANCE = { shared: 1, sharedSum: 0.3, added: 0.05, box: 0.01 }

/** Sets the x of all nodes, whose levels are known, and makes the boxes of cycles. */
export function placeAcross(
  nodes: readonly SteadyNode[],
  cycles: readonly CycleRow[],
  { boxes: oldBoxes }: OldPicture,
  direction: 'down' | 'right',
): CycleBox[] {
  setWanted(nodes)
  /** Of the margin on the left the title of a cycle has its part where calls point right. */
  const leftMargin = direction === 'down' ? MARGIN : MARGIN + TITLE.height
  const boxes = cycles.map((cycle): CycleBox => {
    const members = nodes.filter(node => node.cycle === cycle)
    const levels = members.map(({ level }) => level)
    const old = new Set(members.flatMap(({ key }) => oldBoxes.get(key) ?? []))
    const [box] = old
    return {
      cycle,
      members: new Set(members),
      first: Math.min(...levels),
      last: Math.max(...levels),
      left: old.size === 1 ? box.x : Math.min(...members.map(({ x, width }) => x - width / 2)) - leftMargin,
      right: old.size === 1 ? box.x + box.width : Math.max(...members.map(({ x, width }) => x + width / 2)) + MARGIN,
    }
  })

  const wanted = [...nodes.map(({ x }) => x), ...boxes.flatMap(({ left, right }) => [left, right])]
  const weights = [...nodes.map(resistance), ...boxes.flatMap(() => [RESISTANCE.box, RESISTANCE.box])]
  const separations: Separation[] = []
  const apart = (a: number, b: number, distance: number) => separations.push({ a, b, distance })
  const leftOf = (box: number) => nodes.length + 2 * box
  const rightOf = (box: number) => leftOf(box) + 1

  // One order for all: by places of nodes outside of boxes, and by the middles of boxes.
  const boxOf = new Map(boxes.flatMap((box, i) => [...box.members].map(member => [member, i])))
  const middle = (box: CycleBox) => (box.left + box.right) / 2
  const orders = nodes.map((node, i) => {
    const box = boxOf.get(node)
    return [box === undefined ? node.order : middle(boxes[box]), box ?? boxes.length, node.order, i]
  })
  for (const row of byLevel(nodes)) {
    row.sort((a, b) => compare(orders[a], orders[b]))
    for (const [i, b] of row.entries())
      if (i > 0) apart(row[i - 1], b, (nodes[row[i - 1]].width + nodes[b].width) / 2 + NODE_GAP)
  }
  for (const [i, box] of boxes.entries()) {
    if (direction === 'down') apart(leftOf(i), rightOf(i), TITLE.width)
    for (const [at, node] of nodes.entries()) {
      const half = node.width / 2
      if (box.members.has(node)) {
        apart(leftOf(i), at, half + leftMargin)
        apart(at, rightOf(i), half + MARGIN)
      } else if (node.level < box.first || node.level > box.last || boxOf.has(node)) continue
      else if (node.order < middle(box)) apart(at, leftOf(i), half + NODE_GAP)
      else apart(rightOf(i), at, half + NODE_GAP)
    }
    for (const [j, other] of boxes.entries()) {
      if (j <= i || other.first > box.last || other.last < box.first) continue
      if (middle(box) <= middle(other)) apart(rightOf(i), leftOf(j), NODE_GAP)
      else apart(rightOf(j), leftOf(i), NODE_GAP)
    }
  }
  const places = separate(wanted, weights, separations)
  for (const [i, node] of nodes.entries()) node.x = places[i]
  return boxes.map((box, i) => ({ ...box, left: places[leftOf(i)], right: places[rightOf(i)] }))
}

/** Sets `x` to where a node would be if there were nothing else, and `order` to what it is sorted by on its level. */
function setWanted(nodes: readonly SteadyNode[]) {
  const onlyNew = (node: SteadyNode) => Number.isNaN(node.x) && node.owner === null
  for (let left = nodes.filter(onlyNew); left.length > 0; left = left.filter(onlyNew)) {
    const found = left.flatMap(node => {
      const known = node.neighbours.filter(({ x }) => !Number.isNaN(x))
      return known.length === 0 ? [] : [{ node, x: known.reduce((sum, { x }) => sum + x, 0) / known.length }]
    })
    if (found.length === 0) {
      // Nothing leads there.
      const right = nodes.reduce((most, { x, width }) => Math.max(most, x + width / 2 || 0), 0)
      found.push({ node: left[0], x: right + NODE_GAP + left[0].width / 2 })
    }
    for (const { node, x } of found) node.x = x
  }
  for (const node of nodes) node.order = node.x
  // A sum sticks to its function, unless something was between the two before.
  for (const sum of nodes) {
    const { owner } = sum
    if (!owner) continue
    const [was, ownerWas] = [sum.old, owner.old]
    if (was && ownerWas && was.level === ownerWas.level) {
      const isBetween = ({ old }: SteadyNode) => old?.level === was.level && (old.x - was.x) * (old.x - ownerWas.x) < 0
      if (!nodes.some(isBetween)) sum.order = owner.x + Math.sign(was.x - ownerWas.x) * NEXT_TO
    } else {
      sum.x = owner.x + (owner.width + sum.width) / 2 + NODE_GAP
      sum.order = owner.x + 2 * NEXT_TO
    }
  }
}
/** px; too little for anything else to be between. */
const NEXT_TO = 1e-4

const resistance = ({ old, isSum }: SteadyNode) =>
  !old ? RESISTANCE.added : isSum ? RESISTANCE.sharedSum : RESISTANCE.shared

function byLevel(nodes: readonly SteadyNode[]): number[][] {
  const rows = new Map<number, number[]>()
  for (const [i, { level }] of nodes.entries()) rows.set(level, [...(rows.get(level) ?? []), i])
  return [...rows.values()]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at])
  return i < 0 ? 0 : a[i] - b[i]
}
