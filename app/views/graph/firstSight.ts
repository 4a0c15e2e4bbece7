// What of a picture is seen first where it cannot be seen whole.

import type { FunctionRow, Size } from '../../../src/index.ts'
import { type Area, around } from './area.ts'
import { SEVERAL } from './graphParts.ts'
import { graphTree } from './graphTree.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'

/**
 * The heaviest root, and as much of the rest as fits into a room: other roots by their time, and what is called from
 * there by the time that is passed on, the heaviest first.
 */
export function heaviestPart({ drawing, placement }: PlacedDrawing, room: Size): Area {
  const areas = new Map(placement.nodes.map(node => [node.fn, areaOfNode(node)]))
  const tree = graphTree(drawing)
  const open: { fn: FunctionRow; weight: number }[] = [...tree]
    .filter(([, { level }]) => level === 1)
    .map(([fn]) => ({ fn, weight: drawing.nodes.get(fn)?.totalShare || 0 }))
  const seen = new Set<FunctionRow>()
  let part: Area | null = null
  while (open.length > 0) {
    const next = open.reduce((a, b) => (b.weight > a.weight ? b : a))
    open.splice(open.indexOf(next), 1)
    const area = areas.get(next.fn)
    if (!area || seen.has(next.fn)) continue
    const wider: Area = part ? around(part, area) : area
    if (part && (wider.width > room.width || wider.height > room.height)) continue
    part = wider
    seen.add(next.fn)
    for (const { caller, callee, time } of drawing.edges)
      if (caller === next.fn && callee !== SEVERAL) open.push({ fn: callee, weight: time / drawing.profile.total || 0 })
  }
  return part ?? { x: 0, y: 0, width: placement.width, height: placement.height }
}

/** A thing whose place is that of its middle. */
export const areaOfNode = ({ x, y, width, height }: Area): Area => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})
