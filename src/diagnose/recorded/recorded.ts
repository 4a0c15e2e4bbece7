// What an executable and its gmon.out files say beyond the run: what gprof's arithmetic drops, hides or books elsewhere
// without a word. It is worked out when it is asked for.

import { hex } from '../../analyse/addressName.ts'
import { findRelocation, fitAt } from '../../analyse/findRelocation.ts'
import { fitOf, isMisfit, leastFit } from '../../analyse/judgePair.ts'
import { isStripped, type PairRead } from '../../readRun.ts'
import { type FoldedSymbol, foldedSymbols } from './foldedSymbols.ts'
import { importsOf } from './imports.ts'
import { type InheritedArcs, inheritedArcs } from './inheritedArcs.ts'
import { type NeighbourCall, neighbourCalls } from './neighbourCalls.ts'
import { rowsOfRun } from './rowOf.ts'
import { type SamplesFound, samplesFound } from './samplesFound.ts'

/** Rows of functions are those of the profile; -1 for functions that it does not have. */
export interface Recorded extends SamplesFound {
  /** Names of the files, as they were given. */
  program: string
  files: string[]
  /** Whether the executable may run at any address (PIE). */
  positionIndependent: boolean
  /** Whether it lacks the symbols it was linked with. */
  isStripped: boolean
  /** How its functions are known where that is not by symbols; null where only names for other programs are left. */
  addressed: PairRead['addressed']
  debugFile: PairRead['debugFile']
  /** What it calls in shared libraries, without versions. */
  imports: ReadonlySet<string>
  /** Addresses of its functions, in hexadecimal. */
  code: { low: string; high: string }
  /** Records of arcs, and the calls that they count. */
  arcRecords: number
  arcCalls: number
  /** Those of which the caller or the callee lies outside of all functions. */
  droppedRecords: number
  droppedCalls: number
  /** The share of the arcs that lead to the beginning of a function, 0..1; NaN without arcs. */
  fit: number
  /** Whether the files do not belong together. */
  isMisfit: boolean
  /** By how much the program was moved when it ran, as far as that makes more arcs fit; null for not at all. */
  moved: { distance: string; fit: number } | null
  /** Symbols of functions that gprof does not take for any, whose time and calls another function has. */
  folded: FoldedSymbol[]
  /** Calls that are booked on the function before the one that makes them. */
  neighbours: NeighbourCall[]
  /** Arcs that all processes have alike; null for one process. */
  inherited: InheritedArcs | null
}

/** Everything there is to say of a pair. Code is read from the executable, as far as it can still be read. */
export async function recordedOf(program: string, pair: PairRead): Promise<Recorded> {
  const { elf, functions, run, sum } = pair
  const rowOf = rowsOfRun(run)
  const fit = fitOf(run, sum)
  const misfit = isMisfit(run, sum)
  const last = functions.length - 1
  return {
    program,
    files: sum.added,
    positionIndependent: elf.positionIndependent,
    isStripped: isStripped(pair),
    addressed: pair.addressed,
    debugFile: pair.debugFile,
    imports: importsOf(elf.symbols),
    code: {
      low: hex(functions.origin + BigInt(functions.address[0])),
      high: hex(functions.origin + BigInt(functions.address[last])),
    },
    arcRecords: sum.arcs.length,
    arcCalls: sum.arcs.count.reduce((all, count) => all + count, 0),
    droppedRecords: run.arcs.droppedRecords,
    droppedCalls: run.arcs.droppedCalls,
    fit,
    isMisfit: misfit,
    moved: misfit && elf.positionIndependent ? movedBy(pair, fit) : null,
    ...samplesFound(pair, rowOf),
    folded: misfit ? [] : foldedSymbols(pair, rowOf),
    neighbours: misfit ? [] : await neighbourCalls(pair, rowOf),
    inherited: inheritedArcs(pair, rowOf),
  }
}

function movedBy({ functions, sum }: PairRead, fit: number): Recorded['moved'] {
  const distance = findRelocation(functions, sum.arcs)
  const moved = distance === 0n ? 0 : fitAt(functions, sum.arcs, distance)
  return moved > fit && moved >= leastFit ? { distance: hex(distance), fit: moved } : null
}
