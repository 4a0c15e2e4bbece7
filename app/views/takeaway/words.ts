// What the parts of a picture say when they are pointed at, line by line: a picture taken away has no card to open.

import { type Profile, totalOf } from '../../../src/index.ts'
import { formatCount, formatTimeAndShare } from '../../ui/format.ts'
import type { DrawnEdge, DrawnNode, GraphDrawing } from '../graph/graphDrawing.ts'

/** The whole name of a function, its times and its calls. */
export function nodeWords(profile: Profile, { fn, label }: DrawnNode): string[] {
  const { functions, unit, total } = profile
  return [
    label,
    `self: ${formatTimeAndShare(functions.self[fn], unit, total)}`,
    `self + children: ${formatTimeAndShare(totalOf(profile)[fn], unit, total)}`,
    `calls: ${formatCount(functions.calls[fn]) || 'not recorded'}`,
  ]
}

/** Who calls whom, how often, and the time that goes with it; of a sum, the function whose callers or callees they are. */
export function edgeWords({ profile, nodes }: GraphDrawing, edge: DrawnEdge): string[] {
  const { arcs, unit, total } = profile
  const [caller, callee] = [nodes.get(edge.caller)?.label, nodes.get(edge.callee)?.label]
  const time = formatTimeAndShare(edge.time, unit, total)
  if (edge.kind === 'summed')
    return [caller === undefined ? `→ ${callee}` : `${caller} →`, 'a sum of what is not shown']
  if (edge.kind === 'elided')
    return [`${caller} → ${callee}`, 'through functions that are not shown', `time: ≈ ${time}`]
  return [
    `${caller} → ${callee}`,
    `calls: ${formatCount(arcs.count[edge.arc]) || 'not recorded'}`,
    ...(edge.kind === 'inner' ? [] : [`time: ${edge.kind === 'assumed' ? '≈ ' : ''}${time}`]),
  ]
}
