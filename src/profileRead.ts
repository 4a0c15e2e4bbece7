// What reading gives: a profile, and what it takes to answer more about it than it says itself.

import type { Recorded } from './diagnose/recorded/recorded.ts'
import type { ReportSource } from './export/reportOf.ts'
import type { Result } from './issue.ts'
import type { ProcessRun } from './processes/processRuns.ts'
import type { ProcessRow, ProcessTable } from './processes/processTable.ts'
import type { Profile } from './profile.ts'
import type { PairRead } from './readRun.ts'

export interface ProfileRead {
  profile: Profile
  /** What its report is made from. */
  source: ReportSource
  /** The processes whose sum the profile is; null where it is of one, or of nobody knows how many. */
  processes: ProcessSet | null
  /** What executable and gmon.out say beyond it, worked out when it is first asked for; only where both were read. */
  recorded?: () => Promise<Recorded>
  /** The executable and the files that it was worked out from; only where both were read. */
  pair?: PairRead
  /** Of a mean, how many processes it is of: {@link pair} is that of their sum. */
  meanOf?: number
}

/** Processes whose profiles were summed, and can be read again one by one. */
export interface ProcessSet {
  table: ProcessTable
  /**
   * Reads just these processes, in the order of the rows given: the result is what their files alone would have given.
   * `onFile` is told how many have been read.
   */
  read(rows: readonly ProcessRow[], onFile?: (done: number) => void): Promise<Result<ProfileRead>>
  /** What each adds to the run of their sum, one after the other; null where there is no such run. */
  runs: (() => AsyncIterable<Result<ProcessRun>>) | null
  /** Each process by itself, where they are listings. */
  listings?: readonly ProfileRead[]
}
