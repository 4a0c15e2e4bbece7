// Where the figures of a cycle as a whole come from: those of its members, and the calls that go in and out.

import type { ReportText } from '../export/reportText.ts'
import { type CycleRow, type FunctionRow, type Profile, SPONTANEOUS } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { calleeArcs, callerArcs } from '../query/adjacency.ts'
import { membersOf } from '../query/entry.ts'
import { cycleLabel, labelsOf } from '../query/names.ts'
import { type ArcTerm, byCount, termsOf } from './arcTerms.ts'
import { type FigureLines, figureLines } from './figureLines.ts'
import { type TotalTerms, totalTerms } from './functionProvenance.ts'
import { type Heaviest, heaviest } from './heaviest.ts'
import { linesOfCycle } from './reportFigures.ts'
import { type FunctionTerm, selfTerms } from './selfTerms.ts'

/** Where the figures of a cycle as a whole come from. Times are in the unit of the profile. */
export interface CycleProvenance extends FigureLines {
  about: 'cycle'
  /** `<cycle N>` */
  fn: string
  self: { time: number; members: Heaviest<FunctionTerm> }
  /** From outside; NaN where no call was recorded. `own`: among members. */
  calls: { count: number; own: number; arcs: Heaviest<ArcTerm> }
  total: TotalTerms
}

export function ofCycle(read: ProfileRead, report: ReportText, cycle: CycleRow): CycleProvenance {
  const { profile } = read
  const { cycles, functions, arcs } = profile
  const members = membersOf(profile, cycle)
  const isOutside = (fn: FunctionRow) => fn !== SPONTANEOUS && functions.cycle[fn] !== cycle
  const ways = (of: (profile: Profile, fn: FunctionRow) => Iterable<number>, end: 'caller' | 'callee') =>
    members.flatMap(fn => [...of(profile, fn)].filter(arc => isOutside(arcs[end][arc])))
  const entering = termsOf(profile, ways(callerArcs, 'caller')).sort(byCount)
  const leaving = termsOf(profile, ways(calleeArcs, 'callee'))
  return {
    about: 'cycle',
    fn: cycleLabel(profile, cycle),
    ...figureLines(read, report, linesOfCycle(report, cycles.index[cycle])),
    self: { time: cycles.self[cycle], members: selfTerms(labelsOf(profile), functions.self, members) },
    calls: {
      count: cycles.calls[cycle],
      own: cycles.innerCalls[cycle],
      arcs: heaviest(entering, ({ count }) => count),
    },
    total: totalTerms(cycles.self[cycle] + cycles.children[cycle], cycles.self[cycle], leaving),
  }
}
