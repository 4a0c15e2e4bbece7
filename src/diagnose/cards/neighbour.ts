import { type Card, MOST_LISTED } from '../card.ts'
import type { DiagnosisInput } from '../input.ts'
import type { NeighbourCall } from '../recorded/neighbourCalls.ts'

/** Calls that are booked on the function before the caller, since addresses of calls are rounded down. */
export interface Neighbour extends Card<'neighbour'> {
  arcs: number
  calls: number
  /** Most calls first. */
  heaviest: NeighbourCall[]
}

export function neighbour({ recorded }: DiagnosisInput): Neighbour | null {
  if (!recorded || recorded.neighbours.length === 0) return null
  const calls = recorded.neighbours.reduce((sum, each) => sum + each.calls, 0)
  const [{ booked }] = recorded.neighbours
  return {
    card: 'neighbour',
    risk: 'amber',
    share: recorded.arcCalls > 0 ? calls / recorded.arcCalls : 0,
    arcs: recorded.neighbours.length,
    calls,
    heaviest: recorded.neighbours.slice(0, MOST_LISTED),
    command: [`make clean && make CFLAGS='-O2 -g -pg -falign-functions=16' LDFLAGS=-pg`],
    ...(booked.fn >= 0 && { place: { kind: 'function', fn: booked.fn } }),
  }
}
