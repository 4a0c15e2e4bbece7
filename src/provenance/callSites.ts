// Lines of the source that the records of an arc were called from, where the executable has a table of lines.
//
// A record says to which stretch of 16 bytes a call came back (8 where addresses have 4), see callInstructions.ts. If
// the call is found there, in the code, its line is known. Else, as with calls through a pointer and on other machines than
// x86, it is one of the lines that the stretch has in the caller.

import { callsReturning, knowsCalls, stretchOf } from '../analyse/callInstructions.ts'
import { functionFinder } from '../analyse/functionFinder.ts'
import { profileRowsOf } from '../analyse/profileOfRun.ts'
import { endsOfRecords } from '../analyse/resolveArcs.ts'
import { type NearestLines, pieceAt, readNearestLines } from '../parse/dwarf/nearestLines.ts'
import type { ProfileRead } from '../profileRead.ts'
import type { PairRead } from '../readRun.ts'
import { type ArcAsked, arcByLabels } from './arcByLabels.ts'

/** A line of the source. */
export interface SourceLine {
  /** A path, as the compiler was given it. */
  file: string
  line: number
}

/** Where the calls of a record may come from. */
export interface CallSite {
  /** The record, as {@link ArcRecord.number} counts it. */
  record: number
  /** Lines of calls that were found in the code; else all that they may be on. In the order of their addresses; at least one. */
  lines: SourceLine[]
  isFound: boolean
}

/** Debug information is large: it is read once for each program. */
const known = new WeakMap<PairRead['elf'], Promise<NearestLines>>()

/** The lines of all records of an arc, as far as any are known; none where no executable was read. */
export async function callSites({ profile, pair }: ProfileRead, asked: ArcAsked): Promise<CallSite[]> {
  const arc = arcByLabels(profile, asked)
  if (!pair || arc < 0) return []
  const { elf, functions, sum, run } = pair
  const lines = known.get(elf) ?? readNearestLines(elf, functions.origin)
  known.set(elf, lines)
  lines.catch(() => known.delete(elf)) // a file that is gone may be there again
  const rows = profileRowsOf(run)
  const [caller, callee] = [rows[profile.arcs.caller[arc]], rows[profile.arcs.callee[arc]]]
  const ends = endsOfRecords(sum.arcs, functions)
  const functionAt = functionFinder(functions)
  const end = functions.address[caller + 1] ?? Number.POSITIVE_INFINITY
  const sites: CallSite[] = []
  const table = await lines
  if (table.length === 0) return []
  for (let record = 0; record < sum.arcs.length; record++) {
    if (ends.caller[record] !== caller || ends.callee[record] !== callee) continue
    const low = ends.from[record]
    const high = low + stretchOf(elf)
    // It may be in the next function, see neighbourCalls.ts.
    const calls = knowsCalls(elf) ? await callsReturning(elf, functions.origin, low, high) : []
    const found = calls.filter(({ target }) => functionAt(target) === ends.target[record])
    const linesFound =
      found.length > 0
        ? found.flatMap(({ returns }) => linesBetween(table, returns - 1, returns))
        : linesBetween(table, Math.max(functions.address[caller], low - 1), Math.min(end, high - 1))
    const distinct = linesFound.filter(
      ({ file, line }, i) => linesFound.findIndex(each => each.file === file && each.line === line) === i,
    )
    if (distinct.length > 0) sites.push({ record: record + 1, lines: distinct, isFound: found.length > 0 })
  }
  return sites
}

/** Lines of the code in `[low, high)`, in the order of addresses. */
function linesBetween(table: NearestLines, low: number, high: number): SourceLine[] {
  const lines: SourceLine[] = []
  for (let at = low; at < high; at++) {
    const piece = pieceAt(table, at)
    if (piece < 0) continue
    at = table.end[piece] - 1
    if (table.line[piece] > 0 && table.file[piece] >= 0)
      lines.push({ file: table.files[table.file[piece]], line: table.line[piece] })
  }
  return lines
}
