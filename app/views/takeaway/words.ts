// What the parts of a picture say when they are pointed at, line by line: a picture taken away has no card to open.

import { totalOf } from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatTimeAndShare } from '../../ui/format.ts'
import { factLine, factsOfFunction, sentencesOfFunction } from '../compared/comparedFigures.ts'
import { edgeChange } from '../graph/edgeChange.ts'
import type { GraphDrawing } from '../graph/graphDrawing.ts'
import type { DrawnEdge, DrawnNode } from '../graph/graphParts.ts'

/** The whole name of a function, its times and its calls. */
export function nodeWords({ profile, compared }: GraphDrawing, { fn, label }: DrawnNode): string[] {
  const { functions, unit, total } = profile
  if (compared)
    return [
      label,
      ...factsOfFunction(compared.sides, fn, unit).map(factLine),
      ...sentencesOfFunction(compared.sides, fn, unit),
    ]
  const { pictures, takeaway, ui } = messages()
  return [
    label,
    takeaway.figureIs(pictures.self, formatTimeAndShare(functions.self[fn], unit, total)),
    takeaway.figureIs(pictures.total, formatTimeAndShare(totalOf(profile)[fn], unit, total)),
    takeaway.figureIs(pictures.calls, formatCount(functions.calls[fn]) || ui.notRecorded),
  ]
}

/** Who calls whom, how often, and the time that goes with it; of a sum, the function whose callers or callees they are. */
export function edgeWords(drawing: GraphDrawing, edge: DrawnEdge): string[] {
  const { profile, nodes } = drawing
  const { arcs, unit, total } = profile
  const [caller, callee] = [nodes.get(edge.caller)?.label, nodes.get(edge.callee)?.label]
  const { pictures, takeaway, ui } = messages()
  const time = formatTimeAndShare(edge.time, unit, total)
  if (edge.kind === 'summed') return [caller === undefined ? `→ ${callee}` : `${caller} →`, takeaway.aSum]
  if (edge.change) {
    const { facts, sentences } = edgeChange(drawing, edge)
    return [`${caller} → ${callee}`, ...facts.map(factLine), ...sentences]
  }
  if (edge.kind === 'elided')
    return [`${caller} → ${callee}`, takeaway.through, takeaway.figureIs(takeaway.time, `≈ ${time}`)]
  return [
    `${caller} → ${callee}`,
    takeaway.figureIs(pictures.calls, formatCount(arcs.count[edge.arc]) || ui.notRecorded),
    ...(edge.kind === 'inner' ? [] : [takeaway.figureIs(takeaway.time, edge.kind === 'assumed' ? `≈ ${time}` : time)]),
  ]
}
