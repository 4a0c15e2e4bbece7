// Where count and time of a call come from.

import { profileRowsOf } from '../analyse/profileOfRun.ts'
import type { ReportText } from '../export/reportText.ts'
import { type ArcRow, type FunctionRow, NO_CYCLE, type Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { allCalls, isInner } from '../query/entry.ts'
import { labelsOf } from '../query/names.ts'
import type { PairRead } from '../readRun.ts'
import { type ArcRecords, arcRecords } from './arcRecords.ts'
import { type FigureLines, figureLines } from './figureLines.ts'
import { namesInRun } from './namesInRun.ts'
import { linesOfArc } from './reportFigures.ts'

/** Where count and time of an arc come from. */
export interface ArcProvenance extends FigureLines {
  about: 'arc'
  /** Labels. */
  caller: string
  fn: string
  count: number
  /** Null where no gmon.out was read. */
  records: ArcRecords | null
  /** How many processes the count is the sum of, see {@link arcShares}; 0 for one alone. */
  processes: number
  /** Null within a cycle, where gprof passes no time. */
  time: ArcTime | null
}

/**
 * gprof's assumption: of the time of the callee, a caller has the part that it has of the calls. The callee of a cycle stands
 * for all of it.
 */
export interface ArcTime {
  time: number
  self: number
  children: number
  calls: number
  /** N of `<cycle N>` where it is a cycle's; 0 for none. */
  cycle: number
  /** Whether it is as printed, since too much is missing to work it out. */
  isPrinted: boolean
}

export function ofArc(read: ProfileRead, report: ReportText, arc: ArcRow): ArcProvenance {
  const { profile, pair } = read
  const { arcs, functions, cycles } = profile
  const labels = labelsOf(profile)
  const caller = arcs.caller[arc]
  const callee = arcs.callee[arc]
  const cycle = functions.cycle[callee]
  const { self, children } = cycle === NO_CYCLE ? functions : cycles
  const unitRow = cycle === NO_CYCLE ? callee : cycle
  return {
    about: 'arc',
    caller: labels[caller],
    fn: labels[callee],
    ...figureLines(read, report, linesOfArc(report, caller, callee)),
    count: arcs.count[arc],
    records: pair ? recordsOf(pair, profile, caller, callee) : null,
    processes: read.processes?.table.length ?? 0,
    time: isInner(profile, arc)
      ? null
      : {
          time: arcs.self[arc] + arcs.children[arc],
          self: self[unitRow],
          children: children[unitRow],
          calls: allCalls(profile, arc),
          cycle: cycle === NO_CYCLE ? 0 : cycles.number[cycle],
          isPrinted: profile.times === 'printed',
        },
  }
}

function recordsOf(pair: PairRead, profile: Profile, caller: FunctionRow, callee: FunctionRow): ArcRecords {
  const rows = profileRowsOf(pair.run)
  return arcRecords(pair, rows[caller], rows[callee], namesInRun(pair, profile, rows))
}
