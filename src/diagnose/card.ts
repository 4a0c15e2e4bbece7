// What a card is made of. A card is data: which case it is, the numbers and names that show it, the command that mends
// it, and where in the views it can be seen. The words are the page's.

import type { ProcessRow } from '../processes/processTable.ts'
import type { CycleRow, FunctionRow } from '../profile.ts'
import type { Transform } from '../transform/transform.ts'

/** Where a card points to in the views. Rows are those of the profile as it was read. */
export type Place =
  | { kind: 'function'; fn: FunctionRow }
  | { kind: 'cycle'; cycle: CycleRow }
  | { kind: 'panel'; panel: 'list' | 'report' | 'processes' }
  /** A line of the report, from 1. */
  | { kind: 'line'; line: number }
  /** Views by numbers of calls, where there are no times. */
  | { kind: 'measure'; measure: 'calls' }
  /** The sum without these processes, by row of its table. */
  | { kind: 'without'; processes: ProcessRow[] }
  /** What shows the profile without the cause. */
  | { kind: 'transform'; transform: Transform }

/** What all cards have. */
export interface Card<Name extends string> {
  card: Name
  /** `amber`: what a person would conclude from the profile may be wrong. `note`: it explains something. */
  risk: 'amber' | 'note'
  /** The part of all time that the card is about, 0..1; of all calls, where it is about calls or there is no time. */
  share: number
  /** Lines for a shell; without, there is nothing to run. Capitals stand for names that the file does not tell. */
  command?: string[]
  place?: Place
}

/** A function with what a card says of it. */
export interface Named {
  fn: FunctionRow
  /** As gprof prints it. */
  name: string
}

/** Cards list so many functions at most, the heaviest, beside how many there are. */
export const MOST_LISTED = 5
