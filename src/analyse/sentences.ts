// What is said of how a pair fits together, of files that are added up, and of what a listing lacks.

import { THIN } from '../digits.ts'
import { count, grouped, percent, precisely, roughly, type Said, type Say, sayer } from '../saying.ts'

const exactCounts = (arcs: number, calls: number) => `${grouped(arcs)} arcs with ${grouped(calls)} calls`
const allOf = (parts: readonly Said[], say: Say) => parts.map(say).join('; ')

/** What speaks for a file being of another program. */
export interface Misfit {
  /** Addresses that samples are from. */
  ranges: readonly Said[]
  /** The first and the last address of the executable's functions. */
  first: string
  last: string
  /** The share of arcs that lead to the beginning of a function; null without arcs. */
  fit: number | null
  /** How much lower the addresses would have to be for them to fit, and how many would; null where nothing helps. */
  moved: string | null
  fitMoved: number
}

export const analyseSentences = {
  samplesOutside: ({ outside, total }: { outside: number; total: number }) =>
    `${grouped(outside)} of ${grouped(total)} samples (${percent(outside / total)}) lie outside of all functions and are in no row.`,
  arcsOutside: ({ records, all, calls }: { records: number; all: number; calls: number }) =>
    `${grouped(records)} of ${grouped(all)} arcs, with ${grouped(calls)} calls, begin or end outside of all functions and are left out, as gprof leaves them out.`,
  noRate: 'gmon.out states a rate of 0 samples per second, which cannot be. Times are shown as numbers of samples.',
  histogramOdd: ({ ranges }: { ranges: readonly Said[] }, say: Say) =>
    `The histogram ends where it begins or before: ${ranges.map(say).join(', ')}. The file is damaged, and times mean nothing.`,
  range: ({ low, high }: { low: string; high: string }) => `${low} to ${high}`,
  wrongPair: ({ ranges, first, last, fit, moved, fitMoved }: Misfit, say: Say) => {
    const code = `the functions of this executable are from ${first} to ${last}`
    const evidence = [ranges.length === 0 ? code : `samples are from ${ranges.map(say).join(', ')}, ${code}`]
    if (fit !== null) evidence.push(`${percent(fit)} of the recorded calls lead to the beginning of a function`)
    const next =
      moved !== null
        ? `Taken ${moved} lower, ${percent(fitMoved)} would: the executable may run at any address (PIE), and this file holds the addresses it ran at, not those it was linked at. C libraries before glibc 2.27 write such files. Link with -no-pie and run it again.`
        : 'Give the executable that wrote the file, of the same build.'
    return `gmon.out does not fit this executable: ${evidence.join('; ')}. ${next}`
  },
  nothingRecorded:
    'gmon.out holds neither samples nor arcs: the program recorded nothing. It may have switched profiling off (moncontrol) before anything ran.',
  noHistogram: ({ arcs, calls }: { arcs: number; calls: number }) =>
    `gmon.out holds no histogram, only ${exactCounts(arcs, calls)}: calls are known, times are not. The program may have switched sampling off (moncontrol).`,
  noSamples: ({ bins, rate, arcs, calls }: { bins: number; rate: number; arcs: number; calls: number }) => {
    const shortest = rate > 0 ? `${roughly(1 / rate)}${THIN}s` : 'one sample'
    const known =
      arcs > 0
        ? `The ${exactCounts(arcs, calls)} are exact; for times, let it work longer.`
        : 'Nor are there arcs: nothing was recorded. Compile with -pg, not only link with it, and let the program work longer.'
    return `The histogram is empty: in ${grouped(bins)} bins there is not one sample. At ${grouped(rate)} samples per second, the program used less than ${shortest} of processor time, or spent it in shared libraries and waiting, which gprof does not see. ${known}`
  },
  noArcs: ({ samples }: { samples: number }) =>
    `gmon.out holds ${grouped(samples)} samples but no arcs, so there is no call graph: the time of each function stands alone. Calls are recorded where the program is compiled with -pg, not only linked with it.`,
  fullBin: ({ most }: { most: number }) =>
    `At least one bin of the histogram has reached ${grouped(most)}, where its counter begins again at 0: the hottest code took longer than it says.`,

  leftOutOfSum: ({ name, reason }: { name: string; reason: Said }, say: Say) =>
    `${name} was left out of the sum: ${say(reason)}`,
  otherRate: ({ name, rate, first }: { name: string; rate: number; first: number }) =>
    `${name} has ${grouped(rate)} samples to the unit of time, and the first file ${grouped(first)}. All were counted at the first rate, as gprof does.`,
  unitDiffers: ({ unit, sign, first, firstSign }: { unit: string; sign: string; first: string; firstSign: string }) =>
    `it counts ${unit} (${sign}), the first one ${first} (${firstSign}).`,
  binsDiffer: ({ bytes, first }: { bytes: number; first: number }) =>
    `its bins have ${precisely(bytes)} bytes each, those of the first ${precisely(first)}.`,
  rangesOverlap: ({ range, first }: { range: Said; first: Said }, say: Say) =>
    `its addresses, ${say(range)}, overlap those of another file, ${say(first)}, without being the same: it comes from another program or another build.`,
  rateDiffers: ({ rate, first }: { rate: number; first: number }) =>
    `it has ${grouped(rate)} samples to the second, the first one ${grouped(first)}.`,
  rangeDiffers: ({ range, first }: { range: Said; first: Said }, say: Say) =>
    `its addresses are ${say(range)}, those of the first file ${say(first)}.`,

  timesDisagree: ({ functions, first }: { functions: number; first: string }) =>
    `Printed times of ${count(functions, 'function')}, ${first} first, do not follow from self times and call counts. gprof prints such a listing when it is told to leave functions out of the times (-E, -F, -n, -N). Times are shown as printed.`,
  undeclaredCycles: ({ cycles }: { cycles: number }) =>
    `The calls form ${count(cycles, 'cycle')} that the listing does not name, so it was not printed by gprof. Times are worked out as gprof would.`,
  countsDisagree: ({ calls }: { calls: number }) =>
    `${count(calls, 'call')} of a caller and callee ${calls === 1 ? 'is' : 'are'} counted differently in the entries of the two: parts of different listings may be mixed. The first count is used.`,

  noCalls: ({ parts }: { parts: readonly Said[] }, say: Say) =>
    `The listing records no calls, so there is no call graph: the time of each function stands alone. Calls are recorded where the program is compiled with -pg, not only linked with it.${whatThereIs(parts, say)}`,
  flatOnly: ({ parts }: { parts: readonly Said[] }, say: Say) =>
    `The listing has a flat profile only, so it is not known who called whom. \`gprof\` without -p prints the call graph as well.${whatThereIs(parts, say)}`,
  incompleteButKnown: ({ parts }: { parts: readonly Said[] }, say: Say) =>
    `The listing is incomplete: ${allOf(parts, say)}. What is there accounts for all calls, so times are known all the same.`,
  incomplete: ({ parts }: { parts: readonly Said[] }, say: Say) =>
    `The listing is incomplete: ${allOf(parts, say)}. Times are as printed, and what is missing is shown as not known.`,
  linesLeftOut: ({ places, lines }: { places: number; lines: readonly number[] }) =>
    `whoever passed it on left lines out in ${count(places, 'place')} (line${places === 1 ? '' : 's'} ${lines.map(grouped).join(', ')}${places > lines.length ? ' …' : ''})`,
  rowsThere: ({ rows }: { rows: number }) =>
    `of the flat profile, ${count(rows, 'row')} ${rows === 1 ? 'is' : 'are'} there`,
  entriesThere: ({ found, expected }: { found: number; expected: number }) =>
    `of the call graph, ${grouped(found)} of up to ${grouped(expected)} entries are there`,
  callsUnaccounted: 'the call graph does not account for all calls',
}

const whatThereIs = (parts: readonly Said[], say: Say) =>
  parts.length > 0 ? ` What there is of it is incomplete: ${allOf(parts, say)}.` : ''

export const say = /* @__PURE__ */ sayer(analyseSentences)
