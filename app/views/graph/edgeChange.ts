import { messages } from '../../messages/messages.ts'
import { type ChangeFact, countFact, timeFact } from '../compared/comparedFigures.ts'
import type { GraphDrawing } from './graphDrawing.ts'
import type { DrawnEdge } from './graphParts.ts'

/** What is to be told of a call of two profiles that are compared: figures of both, and sentences. */
export function edgeChange(
  { compared, edges, profile }: GraphDrawing,
  edge: DrawnEdge,
): { facts: ChangeFact[]; sentences: string[] } {
  if (!compared || !edge.change) return { facts: [], sentences: [] }
  const { passed, callIs, through, inner, split } = messages().pictures
  const { sides, times } = compared
  const written = { normalisation: sides.normalisation, unit: profile.unit }
  const time = timeFact(passed, times, edges.indexOf(edge), written)
  const { presence } = edge.change
  const isThere = presence === 'both' ? [] : [callIs[presence]]
  if (edge.kind === 'elided') return { facts: [time], sentences: [...isThere, through] }
  const calls = countFact(sides.a.count[edge.arc], sides.b.count[edge.arc])
  return edge.kind === 'inner'
    ? { facts: [calls], sentences: [...isThere, inner] }
    : { facts: [calls, time], sentences: [...isThere, ...(edge.kind === 'assumed' ? [split] : [])] }
}
