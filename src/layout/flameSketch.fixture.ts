// Flame charts drawn as text, so that a test's outcome can be checked by eye.

import type { Profile } from '../profile.ts'
import { labelsOf } from '../query/names.ts'
import { boxesBelow, labelOfBox, undrawnBelow } from './flameBoxes.ts'
import { BoxKind, type BoxRow, depthOf, type FlameTable, kindOf } from './flameTable.ts'

/**
 * One line for each box, what is below it indented below it: label, width in units of time, certain part in brackets;
 * how many are not drawn below it, and their time. What "n more" stands for is a number behind its label.
 */
export function sketch(profile: Profile, table: FlameTable): string[] {
  const labels = labelsOf(profile)
  const time = (share: number) => Number((share * table.total).toFixed(4))
  return inPreorder(table).map(box => {
    const isSum = kindOf(table, box) === BoxKind.more
    const label = labelOfBox(table, profile, labels, box) + (isSum ? table.count[box] : '')
    const undrawn = undrawnBelow(table, box)
    const isTold = isSum && undrawn.count === table.count[box]
    const rest = isTold || undrawn.count === 0 ? '' : ` - ${undrawn.count}: ${time(undrawn.width)}`
    const width = table.width[box]
    return `${'  '.repeat(depthOf(table, box))}${label} ${time(width)} (${time(table.certain[box] * width)})${rest}`
  })
}

export const below = (table: FlameTable, box: BoxRow): BoxRow[] => {
  const { first, end } = boxesBelow(table, box)
  return Array.from({ length: end - first }, (_, i) => first + i)
}

/** Every box before those below it. */
function inPreorder(table: FlameTable): BoxRow[] {
  const order: BoxRow[] = []
  const pending = below(table, -1).reverse()
  for (let box = pending.pop(); box !== undefined; box = pending.pop()) {
    order.push(box)
    pending.push(...below(table, box).reverse())
  }
  return order
}

/** Bytes of all columns. */
export const bytesOf = (table: FlameTable): number =>
  Object.values(table).reduce((sum, column) => sum + (ArrayBuffer.isView(column) ? column.buffer.byteLength : 0), 0)
