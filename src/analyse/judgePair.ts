// Does this gmon.out belong to this executable, and does it hold what a person expects? gprof asks neither: with the
// wrong executable it prints plausible nonsense or empty tables without a word. Each finding comes with its evidence.

import type { Issue } from '../issue.ts'
import type { Elf } from '../parse/elf.ts'
import type { Said } from '../saying.ts'
import { hex } from './addressName.ts'
import { findRelocation, fitAt } from './findRelocation.ts'
import type { GprofRun } from './gprofRun.ts'
import { say } from './sentences.ts'
import { FULL_BIN, type SummedGmon, sayRange } from './sumGmon.ts'

/**
 * Fewer arcs than this that lead to the beginning of a function, and the file is from another program or build. Of true
 * pairs seven in ten and more do, not all: a compiler may put much before the call of mcount. Of others it is one in ten
 * by chance, but more where both are small programs built alike, which nobody can tell apart so.
 */
export const leastFit = 0.5

/** How well arcs fit an executable: the share of them that lead to the first bytes of a function. NaN without arcs. */
export const fitOf = (run: GprofRun, sum: SummedGmon): number => run.arcs.atEntry / sum.arcs.length

/** Whether the file is of another program or build: samples in none of its functions, or arcs that lead nowhere. */
export function isMisfit(run: GprofRun, sum: SummedGmon): boolean {
  const hitsNone = run.samples.total > 0 && ticksInFunctions(run) <= 0
  return hitsNone || (sum.arcs.length > 0 && run.arcs.length === 0) || fitOf(run, sum) < leastFit
}

const ticksInFunctions = ({ ticks, functions }: GprofRun): number =>
  ticks.subarray(0, functions.length).reduce((all, each) => all + each, 0)

/** What a person should know of a pair that could be read. */
export function judgePair(elf: Elf, run: GprofRun, sum: SummedGmon): Issue[] {
  const issues: Issue[] = []
  const tell = (code: Issue['code'], said: Said) => issues.push({ code, ...said })
  const { samples, arcs } = run
  const fit = fitOf(run, sum)
  const outside = samples.total - ticksInFunctions(run)

  if (isMisfit(run, sum)) tell('wrong-pair', wrongExecutable(elf, run, sum, fit))
  else {
    if (outside > 0.5 && outside > samples.total / 1000)
      tell('incomplete', say('samplesOutside', { outside, total: samples.total }))
    if (arcs.droppedRecords > 0)
      tell(
        'incomplete',
        say('arcsOutside', { records: arcs.droppedRecords, all: sum.arcs.length, calls: arcs.droppedCalls }),
      )
  }
  if (run.hasHistogram && run.rate === 0) tell('inconsistent', say('noRate'))
  if (run.hasHistogram && sum.histograms.some(({ low, high }) => high <= low))
    tell('inconsistent', say('histogramOdd', { ranges: sum.histograms.map(sayRange) }))
  const recorded = whatIsMissing(run, sum)
  if (recorded) tell('incomplete', recorded)
  if (sum.hasFullBin) tell('inconsistent', say('fullBin', { most: FULL_BIN }))
  return issues
}

function wrongExecutable(elf: Elf, { functions }: GprofRun, sum: SummedGmon, fit: number): Said {
  const last = functions.length - 1
  const moved = elf.positionIndependent ? findRelocation(functions, sum.arcs) : 0n
  const fitMoved = moved === 0n ? 0 : fitAt(functions, sum.arcs, moved)
  return say('wrongPair', {
    ranges: sum.histograms.map(sayRange),
    first: hex(functions.origin + BigInt(functions.address[0])),
    last: hex(functions.origin + BigInt(functions.address[last])),
    fit: Number.isNaN(fit) ? null : fit,
    moved: fitMoved >= leastFit ? hex(moved) : null,
    fitMoved,
  })
}

/** The sentence for a file without samples, without arcs, or without both; null for one that has both. */
function whatIsMissing(run: GprofRun, { histograms, arcs }: SummedGmon): Said | null {
  const samples = run.samples.total
  if (samples > 0 && arcs.length > 0) return null
  const calls = arcs.count.reduce((all, count) => all + count, 0)
  if (!run.hasHistogram)
    return arcs.length === 0 ? say('nothingRecorded') : say('noHistogram', { arcs: arcs.length, calls })
  if (samples > 0) return noArcs(run)
  const bins = histograms.reduce((all, each) => all + each.bins.length, 0)
  return say('noSamples', { bins, rate: run.rate, arcs: arcs.length, calls })
}

/** The sentence for a run that has samples and no arcs. */
export const noArcs = ({ samples }: Pick<GprofRun, 'samples'>): Said => say('noArcs', { samples: samples.total })
