// Some of the processes of a set, as one profile: their exact sum, which is what their files alone would have given, or
// the mean of them.

import type { ProfileRead } from '../profileRead.ts'
import { meanProfile } from './meanProfile.ts'
import { processesByName } from './processTable.ts'

/** Whose profile is asked for. */
export interface Selection {
  /** Names of processes; none stands for all. Names that no process has are left out. */
  processes: readonly string[]
  /** The mean of them instead of their sum. */
  mean: boolean
}

/** @throws Error with a sentence, where a file can no longer be read. */
export async function selectProcesses(all: ProfileRead, { processes, mean }: Selection): Promise<ProfileRead> {
  if (!all.processes) return all
  const { table, read } = all.processes
  const rows = processesByName(table, processes)
  const sum = rows.length === 0 || rows.length === table.length ? all : await readRows(read, rows)
  const count = rows.length || table.length
  return mean && count > 1 ? { profile: meanProfile(sum.profile, count), source: null, processes: null } : sum
}

async function readRows(
  read: NonNullable<ProfileRead['processes']>['read'],
  rows: readonly number[],
): Promise<ProfileRead> {
  const result = await read(rows)
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join(' '))
  return result.value
}
