// Where the samples of a gmon.out lie: in which bins that are full, and how many in no function at all.

import { hex } from '../../analyse/addressName.ts'
import { scaleOf } from '../../analyse/assignSamples.ts'
import { functionFinder } from '../../analyse/functionFinder.ts'
import { isProfilingRoutine } from '../../analyse/profilingRoutines.ts'
import { FULL_BIN } from '../../analyse/sumGmon.ts'
import { forEachUsed } from '../../parse/bins.ts'
import type { FunctionRow } from '../../profile.ts'
import type { PairRead } from '../../readRun.ts'
import type { RowOf } from './rowOf.ts'

export interface SamplesFound {
  /** Of each histogram, in hexadecimal; `high` is exclusive. */
  ranges: { low: string; high: string; bins: number; rate: number }[]
  /** Whether a range ends where it begins or before. */
  hasBadRange: boolean
  /** All samples, those outside of functions and in profiling routines too. */
  samples: number
  /** In routines that do the profiling, which gprof leaves out: their names, and the samples. */
  inRoutines: { names: string[]; samples: number }
  /** Before the first function or behind the last one. */
  outside: { samples: number; low: string; high: string } | null
  /** Bins that have reached what their counter holds. Of a sum, where one of its files has such a bin. */
  fullBins: { fn: FunctionRow; name: string; address: string; samples: number }[]
  /** Functions that lie in no range, so that no sample could hit them. */
  uncovered: number
}

export function samplesFound({ functions, run, sum }: PairRead, rowOf: RowOf): SamplesFound {
  const { origin, name, address, length } = functions
  const functionAt = functionFinder(functions)
  const found: SamplesFound = {
    ranges: sum.histograms.map(({ low, high, bins, rate }) => ({
      low: hex(low),
      high: hex(high),
      bins: bins.length,
      rate,
    })),
    hasBadRange: sum.histograms.some(({ low, high }) => high <= low),
    samples: 0,
    inRoutines: { names: [], samples: 0 },
    outside: null,
    fullBins: [],
    uncovered: 0,
  }
  const scale = sum.histograms.length > 0 ? scaleOf(sum.histograms[0]) : 0
  let outside = 0
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { low, bins } of sum.histograms) {
    const base = Number(low - origin)
    forEachUsed(bins, (bin, samples) => {
      found.samples += samples
      const at = base + 2 * Math.trunc(scale * bin)
      const isFull = sum.hasFullBin && samples >= FULL_BIN
      // Most bins lie between the first function and the last one, and need not be looked at.
      if (!isFull && at >= address[0] && at < address[length - 1]) return
      const fn = functionAt(at)
      if (fn < 0) {
        outside += samples
        lowest = Math.min(lowest, at)
        highest = Math.max(highest, at)
      } else if (isFull)
        found.fullBins.push({ fn: rowOf(fn), name: name[fn], address: hex(origin + BigInt(at)), samples })
    })
  }
  if (outside > 0)
    found.outside = { samples: outside, low: hex(origin + BigInt(lowest)), high: hex(origin + BigInt(highest)) }
  found.fullBins.sort((a, b) => b.samples - a.samples)
  const routines = Math.round(found.samples - run.samples.total)
  if (routines > 0) found.inRoutines = { names: name.filter(isProfilingRoutine), samples: routines }
  found.uncovered = uncoveredOf(functions, sum.histograms)
  return found
}

/** Of functions with code, those whose first byte no histogram covers. */
function uncoveredOf(
  { length, origin, address, end, isFunction }: PairRead['functions'],
  histograms: PairRead['sum']['histograms'],
): number {
  if (histograms.length === 0) return 0
  const ranges = histograms.map(({ low, high }) => [Number(low - origin), Number(high - origin)])
  let uncovered = 0
  for (let fn = 0; fn < length; fn++)
    if (
      isFunction[fn] &&
      end[fn] >= address[fn] &&
      !ranges.some(([low, high]) => address[fn] >= low && address[fn] < high)
    )
      uncovered++
  return uncovered
}
