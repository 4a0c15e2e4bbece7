import type { FunctionRow, GraphPath } from '../../../src/index.ts'
import type { DrawnEdge } from './graphParts.ts'

/** What the way to the chosen function lights up; nothing without one. */
export function litBy(path: GraphPath | null) {
  const functions: ReadonlySet<FunctionRow> = new Set(path?.functions)
  const steps = new Set(path?.functions.map((fn, i, all) => `${fn} ${all[i + 1]}`))
  return { functions, hasStep: ({ caller, callee }: DrawnEdge) => steps.has(`${caller} ${callee}`) }
}
