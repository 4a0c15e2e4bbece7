// What the parts of a picture say when they are pointed at, line by line: a picture taken away has no card to open.

import { totalOf } from '../../../src/index.ts'
import { formatCount, formatTimeAndShare } from '../../ui/format.ts'
import { factLine, factsOfFunction, sentencesOfFunction } from '../comparedFigures.ts'
import { edgeChange } from '../graph/edgeChange.ts'
import type { DrawnEdge, DrawnNode, GraphDrawing } from '../graph/graphDrawing.ts'

/** The whole name of a function, its times and its calls. */
export function nodeWords({ profile, compared }: GraphDrawing, { fn, label }: DrawnNode): string[] {
  const { functions, unit, total } = profile
  if (compared)
    return [
      label,
      ...factsOfFunction(compared.sides, fn, unit).map(factLine),
      ...sentencesOfFunction(compared.sides, fn, unit),
    ]
  return [
    label,
    `self: ${formatTimeAndShare(functions.self[fn], unit, total)}`,
    `self + children: ${formatTimeAndShare(totalOf(profile)[fn], unit, total)}`,
    `calls: ${formatCount(functions.calls[fn]) || 'not recorded'}`,
  ]
}

/** Who calls whom, how often, and the time that goes with it; of a sum, the function whose callers or callees they are. */
export function edgeWords(drawing: GraphDrawing, edge: DrawnEdge): string[] {
  const { profile, nodes } = drawing
  const { arcs, unit, total } = profile
  const [caller, callee] = [nodes.get(edge.caller)?.label, nodes.get(edge.callee)?.label]
  const time = formatTimeAndShare(edge.time, unit, total)
  if (edge.kind === 'summed')
    return [caller === undefined ? `→ ${callee}` : `${caller} →`, 'a sum of what is not shown']
  if (edge.change) {
    const { facts, sentences } = edgeChange(drawing, edge)
    return [`${caller} → ${callee}`, ...facts.map(factLine), ...sentences]
  }
  if (edge.kind === 'elided')
    return [`${caller} → ${callee}`, 'through functions that are not shown', `time: ≈ ${time}`]
  return [
    `${caller} → ${callee}`,
    `calls: ${formatCount(arcs.count[edge.arc]) || 'not recorded'}`,
    ...(edge.kind === 'inner' ? [] : [`time: ${edge.kind === 'assumed' ? '≈ ' : ''}${time}`]),
  ]
}
