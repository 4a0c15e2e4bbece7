// Does this gmon.out belong to this executable, and does it hold what a person expects? gprof asks neither: with the
// wrong executable it prints plausible nonsense or empty tables without a word. Each finding comes with its evidence.

import type { Issue } from '../issue.ts'
import type { Elf } from '../parse/elf.ts'
import { hex } from './addressName.ts'
import { findRelocation, fitAt } from './findRelocation.ts'
import type { GprofRun } from './gprofRun.ts'
import { FULL_BIN, type SummedGmon } from './sumGmon.ts'

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
  const say = (code: Issue['code'], message: string) => issues.push({ code, message })
  const { samples, arcs } = run
  const fit = fitOf(run, sum)
  const outside = samples.total - ticksInFunctions(run)

  if (isMisfit(run, sum)) say('wrong-pair', wrongExecutable(elf, run, sum, fit))
  else {
    if (outside > 0.5 && outside > samples.total / 1000)
      say(
        'incomplete',
        `${number(outside)} of ${number(samples.total)} samples (${percent(outside / samples.total)}) lie outside of all functions and are in no row.`,
      )
    if (arcs.droppedRecords > 0)
      say(
        'incomplete',
        `${number(arcs.droppedRecords)} of ${number(sum.arcs.length)} arcs, with ${number(arcs.droppedCalls)} calls, begin or end outside of all functions and are left out, as gprof leaves them out.`,
      )
  }
  if (run.hasHistogram && run.rate === 0)
    say(
      'inconsistent',
      'gmon.out states a rate of 0 samples per second, which cannot be. Times are shown as numbers of samples.',
    )
  if (run.hasHistogram && sum.histograms.some(({ low, high }) => high <= low))
    say(
      'inconsistent',
      `The histogram ends where it begins or before: ${sum.histograms.map(({ low, high }) => `${hex(low)} to ${hex(high)}`).join(', ')}. The file is damaged, and times mean nothing.`,
    )
  const recorded = whatIsMissing(run, sum)
  if (recorded) say('incomplete', recorded)
  if (sum.hasFullBin)
    say(
      'inconsistent',
      `At least one bin of the histogram has reached ${number(FULL_BIN)}, where its counter begins again at 0: the hottest code took longer than it says.`,
    )
  return issues
}

function wrongExecutable(elf: Elf, run: GprofRun, sum: SummedGmon, fit: number): string {
  const { functions } = run
  const last = functions.length - 1
  const ranges = sum.histograms.map(({ low, high }) => `${hex(low)} to ${hex(high)}`).join(', ')
  const code = `the functions of this executable are from ${hex(functions.origin + BigInt(functions.address[0]))} to ${hex(functions.origin + BigInt(functions.address[last]))}`
  const evidence = [ranges === '' ? code : `samples are from ${ranges}, ${code}`]
  if (!Number.isNaN(fit)) evidence.push(`${percent(fit)} of the recorded calls lead to the beginning of a function`)
  const moved = elf.positionIndependent ? findRelocation(functions, sum.arcs) : 0n
  const fitMoved = moved === 0n ? 0 : fitAt(functions, sum.arcs, moved)
  const next =
    fitMoved >= leastFit
      ? `Taken ${hex(moved)} lower, ${percent(fitMoved)} would: the executable may run at any address (PIE), and this file holds the addresses it ran at, not those it was linked at. C libraries before glibc 2.27 write such files. Link with -no-pie and run it again.`
      : 'Give the executable that wrote the file, of the same build.'
  return `gmon.out does not fit this executable: ${evidence.join('; ')}. ${next}`
}

/** The sentence for a file without samples, without arcs, or without both; null for one that has both. */
function whatIsMissing(run: GprofRun, { histograms, arcs }: SummedGmon): string | null {
  const samples = run.samples.total
  if (samples > 0 && arcs.length > 0) return null
  const counted = arcs.count.reduce((all, count) => all + count, 0)
  const counts = `${number(arcs.length)} arcs with ${number(counted)} calls`
  if (!run.hasHistogram)
    return arcs.length === 0
      ? 'gmon.out holds neither samples nor arcs: the program recorded nothing. It may have switched profiling off (moncontrol) before anything ran.'
      : `gmon.out holds no histogram, only ${counts}: calls are known, times are not. The program may have switched sampling off (moncontrol).`
  if (samples > 0) return noArcs(run)
  const bins = histograms.reduce((all, each) => all + each.bins.length, 0)
  const shortest = run.rate > 0 ? `${(1 / run.rate).toPrecision(1)} s` : 'one sample'
  const known =
    arcs.length > 0
      ? `The ${counts} are exact; for times, let it work longer.`
      : 'Nor are there arcs: nothing was recorded. Compile with -pg, not only link with it, and let the program work longer.'
  return `The histogram is empty: in ${number(bins)} bins there is not one sample. At ${number(run.rate)} samples per second, the program used less than ${shortest} of processor time, or spent it in shared libraries and waiting, which gprof does not see. ${known}`
}

/** The sentence for a run that has samples and no arcs. */
export const noArcs = ({ samples }: Pick<GprofRun, 'samples'>): string =>
  `gmon.out holds ${number(samples.total)} samples but no arcs, so there is no call graph: the time of each function stands alone. Calls are recorded where the program is compiled with -pg, not only linked with it.`

const number = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 1 })

const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`
