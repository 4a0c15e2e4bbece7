// Some of the processes of a set as one profile: their sum, or their mean.

import { fingerprintOf } from '../analyse/fingerprint.ts'
import type { Issue, Result } from '../issue.ts'
import type { ArcTable, CycleTable, FunctionTable, PrintedTimes, Profile } from '../profile.ts'
import type { ProcessSet, ProfileRead } from '../profileRead.ts'
import { titleOfMean, titleOfProcess } from '../titles.ts'
import type { ProcessRow, ProcessTable } from './processTable.ts'
import { say } from './sentences.ts'

/** Which processes, and what of them. */
export interface Selection {
  rows: readonly ProcessRow[]
  as: 'sum' | 'mean'
}

/**
 * Reads the chosen processes anew. A sum is what reading just their files gives, and so is a single process, but for the
 * title where more is told of it; a mean is
 * that sum with all times and counts divided by the number of processes, see {@link meanOf}. It fails where none is
 * chosen, or their files are gone.
 *
 * @param onFile Told of the files that have been read.
 */
export async function selectProcesses(
  { table, read }: ProcessSet,
  selection: Selection,
  onFile: (done: number) => void = () => {},
): Promise<Result<ProfileRead>> {
  const chosen = selectedRows(table, selection)
  if (chosen.length === 0) return { ok: false, errors: [noneChosen()] }
  const sum = await read(chosen, onFile)
  if (!sum.ok) return sum
  if (chosen.length === 1) return { ...sum, value: ofProcess(sum.value, table, chosen[0]) }
  if (selection.as === 'sum') return sum
  const { processes, pair, profile: ofSum } = sum.value
  const profile = meanOf(ofSum, chosen.length)
  return { ...sum, value: { profile, source: null, processes, ...(pair && { pair }), meanOf: chosen.length } }
}

/** One process, by what is told of it. */
function ofProcess(read: ProfileRead, { title, path, name }: ProcessTable, row: ProcessRow): ProfileRead {
  if (title[row] === '') return read
  const said = titleOfProcess(title[row], read.profile.title, { path: path[row], name: name[row] })
  return { ...read, profile: { ...read.profile, title: said } }
}

/** The processes of a table that are chosen, each once, in its order. */
export const selectedRows = ({ length }: ProcessTable, { rows }: Selection): ProcessRow[] =>
  [...new Set(rows)].filter(row => row >= 0 && row < length).sort((a, b) => a - b)

const noneChosen = (): Issue => ({ code: 'empty', ...say('noneChosen') })

/**
 * The mean of so many processes, of their sum. Counts become fractions, and so does what a sample counts: one sample in one
 * of n processes is a n-th of a sample period in their mean. Divided by that, a time still gives the samples that were
 * taken, so what follows from their number, such as how sure a time is, is as sure as it is for the sum.
 */
export function meanOf(sum: Profile, processes: number): Profile {
  const share = (column: Float64Array) => column.map(value => value / processes)
  const functions: FunctionTable = {
    ...sum.functions,
    self: share(sum.functions.self),
    children: share(sum.functions.children),
    calls: share(sum.functions.calls),
    selfCalls: share(sum.functions.selfCalls),
  }
  const arcs: ArcTable = {
    ...sum.arcs,
    count: share(sum.arcs.count),
    self: share(sum.arcs.self),
    children: share(sum.arcs.children),
  }
  const cycles: CycleTable = {
    ...sum.cycles,
    self: share(sum.cycles.self),
    children: share(sum.cycles.children),
    calls: share(sum.cycles.calls),
    innerCalls: share(sum.cycles.innerCalls),
  }
  const printed: PrintedTimes | null = sum.printed && {
    functionSelf: share(sum.printed.functionSelf),
    functionChildren: share(sum.printed.functionChildren),
    arcSelf: share(sum.printed.arcSelf),
    arcChildren: share(sum.printed.arcChildren),
  }
  return {
    ...sum,
    title: titleOfMean(sum.title),
    functions,
    arcs,
    cycles,
    printed,
    total: sum.total / processes,
    samplePeriod: sum.samplePeriod / processes,
    fingerprint: fingerprintOf(functions, arcs),
  }
}
