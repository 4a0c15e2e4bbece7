import { type ProcessTable, timeOfTick } from '../processes/processTable.ts'
import type { FunctionRow, Profile } from '../profile.ts'
import { type Heaviest, heaviest } from './heaviest.ts'

/** A process that has self time of a function. */
export interface ProcessShare {
  name: string
  /** Empty where none is known. */
  title: string
  time: number
}

/** What each of the processes of a sum has of the self time of a function. */
export interface ProcessShares {
  /** All of the sum, and those that have any. */
  processes: number
  count: number
  /** Weights are times, in the unit of the sum. */
  list: Heaviest<ProcessShare>
}

/** The shares of processes in a self time of their sum, in the order of the table. */
export function processShares(
  { length, name, title, self }: ProcessTable,
  sum: Profile,
  fn: FunctionRow,
): ProcessShares {
  const tick = timeOfTick(sum)
  const shares: ProcessShare[] = []
  for (let process = 0; process < length; process++)
    for (let cell = self.start[process]; cell < self.start[process + 1]; cell++)
      if (self.fn[cell] === fn)
        shares.push({ name: name[process], title: title[process], time: self.ticks[cell] * tick })
  return { processes: length, count: shares.length, list: heaviest(shares, ({ time }) => time) }
}
