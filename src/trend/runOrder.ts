// The order in which runs of a set follow each other.

import { comparePaths } from '../processes/processNames.ts'
import type { ProcessRow, ProcessTable } from '../processes/processTable.ts'

/** By name as people count, 9 before 10; or by when files were last written. */
export const runOrders = ['name', 'date'] as const
export type RunOrder = (typeof runOrders)[number]

/** Whether files of runs say which of them is later. */
export const hasDates = ({ date }: Pick<ProcessTable, 'date'>): boolean => date.every(each => each > 0)

/** Runs in order; those of one date by name. */
export function orderRuns({ path, date }: Pick<ProcessTable, 'path' | 'date'>, order: RunOrder): ProcessRow[] {
  const byName = path.map((_, row) => row).sort((a, b) => comparePaths(path[a], path[b]))
  return order === 'date' && hasDates({ date }) ? byName.sort((a, b) => date[a] - date[b]) : byName
}
