// The trend of the processes of a set, taken as runs one after the other: what a page shows of it, by row of their sum.

import { SIGNIFICANT } from '../compare/compareProfiles.ts'
import { matchAll } from '../compare/matchAll.ts'
import { withoutCalls } from '../compare/repeatedRuns.ts'
import type { Normalisation, TimeKind } from '../compare/weigh.ts'
import type { Result } from '../issue.ts'
import type { ProcessRow } from '../processes/processTable.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import type { ProcessSet } from '../profileRead.ts'
import { followAll, followTime, orderByMovement, type TrendFigures } from './trendOf.ts'

/** Fewer than that are for being compared. */
export const FEWEST_RUNS = 3
/** The figures of more would take hundreds of megabytes, and could not be told apart on a screen. */
export const MOST_RUNS = 200

export interface RunsAsked {
  /** Processes of the set, in the order of time. */
  rows: readonly ProcessRow[]
  time: TimeKind
  normalisation: Normalisation
}

/** Functions that had time in any run, those that moved first, each as {@link orderByMovement} has it. */
export interface FollowedRuns extends RunsAsked {
  /** Rows of the profile of the sum. */
  fn: Uint32Array
  /** So many of them, at the front, moved. */
  moved: number
  /** By place in `fn`. */
  figures: TrendFigures
  /** The program as a whole, in the profiles' unit. */
  all: TrendFigures
}

/** What is kept of runs: each without its calls, and the rows in it of the functions of the sum. */
export interface RunProfiles {
  profiles: Map<ProcessRow, Profile>
  rows: Map<ProcessRow, Int32Array>
}

/**
 * Reads runs one by one.
 *
 * @param goOn Told how many were read: false ends it, and the answer is null.
 */
export async function readRunProfiles(
  { read }: ProcessSet,
  sum: Profile,
  rows: readonly ProcessRow[],
  goOn: (done: number) => boolean | Promise<boolean> = () => true,
): Promise<Result<RunProfiles> | null> {
  const profiles: Profile[] = []
  for (const row of rows) {
    const run = await read([row])
    if (!run.ok) return run
    profiles.push(withoutCalls(run.value.profile))
    if (!(await goOn(profiles.length))) return null
  }
  // The sum has all functions that any of its parts has: they keep its rows.
  const [, ...matched] = matchAll([sum, ...profiles]).rows
  return {
    ok: true,
    value: {
      profiles: new Map(rows.map((row, i) => [row, profiles[i]])),
      rows: new Map(rows.map((row, i) => [row, matched[i]])),
    },
    warnings: [],
  }
}

/** Reads runs as {@link readRunProfiles} does, and keeps the latest: in another order they need not be read again. */
export function runsKeeper(): typeof readRunProfiles {
  let latest: { sum: Profile; key: string; runs: RunProfiles } | null = null
  return async (set, sum, rows, goOn) => {
    const sorted = [...rows].sort((a, b) => a - b)
    const key = sorted.join(' ')
    if (latest?.sum === sum && latest.key === key) return { ok: true, value: latest.runs, warnings: [] }
    const read = await readRunProfiles(set, sum, sorted, goOn)
    if (read?.ok) latest = { sum, key, runs: read.value }
    return read
  }
}

/** Follows runs that were read; three at least. */
export function followRuns(runs: RunProfiles, asked: RunsAsked): FollowedRuns {
  const inOrder = <T>(of: Map<ProcessRow, T>) => asked.rows.map(row => of.get(row)).filter(each => each !== undefined)
  const profiles = inOrder(runs.profiles)
  const figures = followTime(profiles, inOrder(runs.rows), asked.time, asked.normalisation)
  const count = profiles.length
  const hasTime = (fn: FunctionRow) =>
    figures.exposure.subarray(fn * count, (fn + 1) * count).some(each => each > 0) &&
    figures.value.subarray(fn * count, (fn + 1) * count).some(each => each > 0)
  const fn = orderByMovement(figures).filter(hasTime)
  const moved = fn.findLastIndex(row => figures.rate[row] <= SIGNIFICANT) + 1
  return { ...asked, fn, moved, figures: figuresOf(figures, fn, count), all: followAll(profiles) }
}

/** Those of some functions alone, in their order. */
function figuresOf(figures: TrendFigures, functions: Uint32Array, runs: number): TrendFigures {
  const byRun = (column: Float64Array) => {
    const picked = new Float64Array(functions.length * runs)
    functions.forEach((fn, place) => {
      picked.set(column.subarray(fn * runs, (fn + 1) * runs), place * runs)
    })
    return picked
  }
  const byFunction = (column: Float64Array) => Float64Array.from(functions, fn => column[fn])
  const start = new Uint32Array(functions.length + 1)
  const stretches: number[] = []
  functions.forEach((fn, place) => {
    for (let stretch = figures.start[fn]; stretch < figures.start[fn + 1]; stretch++) stretches.push(stretch)
    start[place + 1] = stretches.length
  })
  return {
    value: byRun(figures.value),
    exposure: byRun(figures.exposure),
    p: byFunction(figures.p),
    rate: byFunction(figures.rate),
    size: byFunction(figures.size),
    start,
    firstRun: Uint32Array.from(stretches, stretch => figures.firstRun[stretch]),
    level: Float64Array.from(stretches, stretch => figures.level[stretch]),
  }
}
