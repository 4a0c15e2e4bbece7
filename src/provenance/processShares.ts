// What single processes have of a figure of their sum.

import { type ProcessTable, timeOfTick } from '../processes/processTable.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { type Heaviest, heaviest } from './heaviest.ts'

/** A process that has something of a figure. */
export interface ProcessShare {
  name: string
  /** Empty where none is known. */
  title: string
  /** A time in the unit of the sum, or calls. */
  part: number
}

/** What each of the processes of a sum has of a figure. */
export interface ProcessShares {
  /** All of the sum, and those that have any. */
  processes: number
  count: number
  /** Weights are parts. */
  list: Heaviest<ProcessShare>
}

/** The shares of processes in the self time of a function, or with null in all time, in the order of the table. */
export function timeShares(table: ProcessTable, sum: Profile, fn: FunctionRow | null): ProcessShares {
  const tick = timeOfTick(sum)
  if (fn === null)
    return sharesOf(
      table,
      table.ticks.map(ticks => ticks * tick),
    )
  const parts = new Float64Array(table.length)
  const { self } = table
  for (let process = 0; process < table.length; process++)
    for (let cell = self.start[process]; cell < self.start[process + 1]; cell++)
      if (self.fn[cell] === fn) parts[process] = self.ticks[cell] * tick
  return sharesOf(table, parts)
}

/** Parts by process, without those that have none. */
export function sharesOf({ length, name, title }: ProcessTable, parts: Float64Array): ProcessShares {
  const shares: ProcessShare[] = []
  for (let process = 0; process < length; process++)
    if (parts[process] !== 0) shares.push({ name: name[process], title: title[process], part: parts[process] })
  return { processes: length, count: shares.length, list: heaviest(shares, ({ part }) => part) }
}
