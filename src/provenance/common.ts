import type { ReportText } from '../export/reportText.ts'
import { type ArcRow, type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { labelsOf } from '../query/names.ts'
import type { PairRead } from '../readRun.ts'
import type { FigureLine } from './reportFigures.ts'

/** What is said of figures of any kind. */
export interface CommonProvenance {
  unit: Profile['unit']
  /** What the lines are of. */
  origin: ReportText['origin']
  lines: FigureLine[]
  /** What bins and records hold is divided by this: more than 1 for the mean of so many processes. */
  meanOf: number
}

export const commonOf = (
  { profile, meanOf = 1 }: ProfileRead,
  { origin }: ReportText,
  lines: FigureLine[],
): CommonProvenance => ({ unit: profile.unit, origin, lines, meanOf })

/** An arc that a figure is a sum of. */
export interface ArcTerm {
  /** Labels of both ends. */
  caller: string
  fn: string
  count: number
  /** NaN where gprof has none. */
  time: number
}

/** Arcs with their ends; without calls of a function to itself, and those that gprof only infers. */
export function termsOf(profile: Profile, rows: Iterable<ArcRow>): ArcTerm[] {
  const { arcs } = profile
  const labels = labelsOf(profile)
  return [...rows]
    .filter(arc => arcs.caller[arc] !== SPONTANEOUS && arcs.caller[arc] !== arcs.callee[arc])
    .map(arc => ({
      caller: labels[arcs.caller[arc]],
      fn: labels[arcs.callee[arc]],
      count: arcs.count[arc],
      time: arcs.self[arc] + arcs.children[arc],
    }))
}

export const byCount = (a: ArcTerm, b: ArcTerm) => b.count - a.count
export const byTime = (a: ArcTerm, b: ArcTerm) => b.time - a.time || b.count - a.count

/** Names of functions of a run, as the profile has them; of those that it does not have, as the symbol table does. */
export const namesIn =
  ({ functions }: PairRead, profile: Profile, rows: Int32Array) =>
  (fn: FunctionRow) => {
    const row = rows.indexOf(fn)
    return row < 0 ? functions.name[fn] : profile.functions.name[row]
  }
