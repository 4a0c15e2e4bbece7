// The processes whose profiles are one sum: a table with a row for each process, beside the profile of the sum. Words
// are those of profile.ts; a process is whoever wrote one file: a process of a server, a rank of an MPI program, a run.

import { firstIssues, type Issue } from '../issue.ts'
import type { Profile } from '../profile.ts'
import { oddityOf } from './oddity.ts'
import type { ProcessFigures, ProcessTicks } from './processColumns.ts'
import { groupOfName, groupOfTitle } from './processGroups.ts'
import { numberOfProcess, processNames } from './processNames.ts'
import type { Titles } from './processTitles.ts'
import { suspectsOf } from './suspects.ts'

/** A row of {@link ProcessTable}. */
export type ProcessRow = number

/** One row for each process, in the order in which they were summed. */
export interface ProcessTable {
  length: number
  /** What the paths of the files differ in: a PID, a rank, `prefix.PID`. No two are the same: links name processes by it. */
  name: string[]
  /** The file, with its folders as far as they are known. */
  path: string[]
  /** When the file was last written, in milliseconds since 1970; NaN where that is not known, as of files in archives. */
  date: Float64Array
  /** What a list of processes said of it, as `ps` prints them or `pg_stat_activity` has them; empty where none did. */
  title: string[]
  /** What processes of one kind have in common, from the title, else from the name; empty for a name that is only a number. */
  group: string[]
  /** Samples in all, also those outside of all functions. Of a listing: its time, see {@link timeOfTick}. */
  ticks: Float64Array
  /** Calls in all, as recorded. A forked child has its parent's from before the fork, too. */
  calls: Float64Array
  self: ProcessTicks
  /** How unlike the others it is, as {@link oddityOf} measures it; NaN where there are no samples to tell. */
  oddity: Float64Array
  /** What was odd about the files: broken, ignored, shared by several processes or overwritten. Each names its file. */
  issues: Issue[]
}

/** What a tick of the table counts for, in the unit of the profile of the sum; a hundredth where a listing does not say. */
export const timeOfTick = ({ samplePeriod }: Pick<Profile, 'samplePeriod'>): number => samplePeriod || 0.01

/** Rows of processes by name; names that no process has are left out. */
export function processesByName({ name }: ProcessTable, names: readonly string[]): ProcessRow[] {
  const rows = new Map(name.map((each, row) => [each, row]))
  return names.map(each => rows.get(each) ?? -1).filter(row => row >= 0)
}

/** What is known of the file of a process beside what it holds. */
export interface ProcessFile {
  path: string
  /** As in {@link ProcessTable.date}. */
  date?: number | undefined
}

/**
 * The figures of processes, and what is wrong with their files as far as that shows. Titles come later, see {@link titled}.
 *
 * @param functions Rows of the profile of their sum.
 */
export function processTable(
  { length, ticks, calls, self }: ProcessFigures,
  files: readonly ProcessFile[],
  functions: number,
  issues: readonly Issue[],
): ProcessTable {
  const path = files.map(file => file.path)
  const name = processNames(path)
  return {
    length,
    name,
    path,
    date: Float64Array.from(files, ({ date }) => date ?? Number.NaN),
    title: name.map(() => ''),
    group: name.map(groupOfName),
    ticks,
    calls,
    self,
    oddity: oddityOf(self, functions),
    issues: [...firstIssues(issues), ...firstIssues(suspectsOf({ length, path, ticks, calls, self }))],
  }
}

/** With titles by number of process, and the groups that follow from them. */
export const titled = (table: ProcessTable, titles: Titles): ProcessTable =>
  withTitles(
    table,
    table.path.map(path => titles.get(numberOfProcess(path)) ?? ''),
  )

/** With titles by row, empty where there are none, and the groups that follow from them. */
export function withTitles(table: ProcessTable, title: string[]): ProcessTable {
  const group = title.map((each, row) => (each === '' ? groupOfName(table.name[row]) : groupOfTitle(each)))
  return { ...table, title, group }
}

/** Ticks of each function in all processes. */
export function ticksByFunction({ self: { fn, ticks } }: ProcessTable, functions: number): Float64Array {
  const column = new Float64Array(functions)
  for (let i = 0; i < fn.length; i++) column[fn[i]] += ticks[i]
  return column
}
