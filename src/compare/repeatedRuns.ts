// The runs that two means are of, read one by one: what tells how sure a change between the means is.

import type { Issue } from '../issue.ts'
import { type Selection, selectedRows } from '../processes/selectProcesses.ts'
import type { ArcTable, Profile } from '../profile.ts'
import type { ProfileRead } from '../profileRead.ts'
import { applyTransforms, type Transform } from '../transform/transform.ts'
import { say } from './sentences.ts'

/** The runs of more take long to read, and hundreds of megabytes to keep. */
const MOST_REPEATED = 200

/** One side of two that are compared. */
export interface SideAsked {
  read: ProfileRead
  selection: Selection | null
}

/** The runs of both sides, after transforms and without their calls; `unread` says why there are none. */
export type RunsOfSides = { a: Profile[]; b: Profile[] } | Unread

interface Unread {
  unread: Issue[]
}

/** Told how many runs were read, and of how many: false gives it up. */
export type OnRun = (done: number, of: number) => boolean | Promise<boolean>

/**
 * Whether the sides are taken as repeated runs: means are compared, of three runs or more. A profile that nothing is
 * chosen of is one run.
 */
export function areRepeated(a: SideAsked, b: SideAsked): boolean {
  const selections = [a, b].map(({ selection }) => selection).filter(selection => selection !== null)
  if (selections.length === 0 || selections.some(({ as }) => as === 'sum')) return false
  return countRuns(a) + countRuns(b) >= 3
}

/**
 * Reads the runs of both sides, and keeps the latest of either: what is compared by something else, or the other way
 * round, is not read again.
 */
export function repeatedRunsKeeper() {
  let latest: { from: ProfileRead; key: string; runs: Profile[] }[] = []
  /** @param onRun Told how many were read, and of how many: false ends it, and the answer is null. */
  return async (
    sides: { a: SideAsked; b: SideAsked },
    transforms: readonly Transform[],
    onRun: OnRun,
  ): Promise<RunsOfSides | null> => {
    const of = countRuns(sides.a) + countRuns(sides.b)
    if (of > MOST_REPEATED) return { unread: [{ code: 'inconsistent', ...say('manyRuns', { most: MOST_REPEATED }) }] }
    if (transforms.some(({ kind }) => kind === 'collapse' || kind === 'foldRecursion')) return unlike
    let done = 0
    const found: Profile[][] = []
    for (const { read, selection } of [sides.a, sides.b]) {
      const key = JSON.stringify([selection?.rows, transforms])
      const known = latest.find(each => each.from === read && each.key === key)
      const runs = known?.runs ?? (await readRuns({ read, selection }, transforms, () => onRun(++done, of)))
      if (!runs || 'unread' in runs) return runs
      latest = [{ from: read, key, runs }, ...latest.filter(each => each !== known)].slice(0, 2)
      found.push(runs)
    }
    return { a: found[0], b: found[1] }
  }
}

const countRuns = ({ read, selection }: SideAsked): number =>
  selection && read.processes ? selectedRows(read.processes.table, selection).length : 1

/** Cycles and paths of a run need not be those of the mean. */
const unlike: Unread = { unread: [{ code: 'inconsistent', ...say('unlikeRuns') }] }

async function readRuns(
  { read, selection }: SideAsked,
  transforms: readonly Transform[],
  onRun: () => boolean | Promise<boolean>,
): Promise<Profile[] | Unread | null> {
  const { processes } = read
  const sources =
    selection && processes
      ? selectedRows(processes.table, selection).map(row => () => processes.read([row]))
      : [() => ({ ok: true as const, value: read })]
  const runs: Profile[] = []
  for (const source of sources) {
    const run = await source()
    if (!run.ok) return { unread: run.errors }
    const { profile, steps } = applyTransforms(run.value.profile, transforms)
    // Of a run without the function, focusing on it leaves all: that is not what it leaves of the mean.
    const isLost = ({ kind }: Transform, step: number) =>
      (kind === 'focus' || kind === 'showFrom') && steps[step].matched === 0
    if (transforms.some(isLost)) return unlike
    runs.push(withoutCalls(profile))
    if (!(await onRun())) return null
  }
  return runs
}

/** A profile that takes less memory, where only times of functions are asked for. */
export const withoutCalls = (profile: Profile): Profile => ({ ...profile, arcs: noArcs })

const noArcs: ArcTable = {
  length: 0,
  caller: new Int32Array(),
  callee: new Int32Array(),
  count: new Float64Array(),
  self: new Float64Array(),
  children: new Float64Array(),
}
