import { type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'

/** A function that nobody is recorded to call, and the part of all time (0..1) that was passed up to it. */
export interface Root {
  fn: FunctionRow
  share: number
}

/**
 * The spontaneous function with the largest part of all time, `main` nearly always; null where no root with a known
 * time is in the profile. What is missing to 1 is time that no recorded call leads to from there: of signal handlers,
 * thread starts, and functions whose callers were not compiled with -pg.
 */
export function heaviestRoot({ arcs, total }: Profile): Root | null {
  let heaviest: Root | null = null
  for (let arc = 0; arc < arcs.length; arc++) {
    if (arcs.caller[arc] !== SPONTANEOUS) continue
    const fn = arcs.callee[arc]
    // Of a cycle it carries the time of the whole, of a function that a transform made a root in part, that part.
    const share = (arcs.self[arc] + arcs.children[arc]) / total
    if (share >= 0 && share > (heaviest?.share ?? -1)) heaviest = { fn, share: Math.min(1, share) }
  }
  return heaviest
}
