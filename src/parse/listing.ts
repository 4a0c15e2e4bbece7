// What a gprof listing literally says, before anything is worked out: rows in the order of the file, numbers and
// indexes as printed. `analyse/` joins the two tables and recomputes the times.

import type { Issue } from '../issue.ts'
import type { Part, QuotedLine } from '../profile.ts'

/** Rows of a flat profile, in file order. */
export interface FlatRows {
  length: number
  name: string[]
  /** The `time` column, percent. */
  percent: Float64Array
  /** Self time as printed, in {@link Listing.unit}. */
  self: Float64Array
  /** NaN where blank. */
  calls: Float64Array
  /** Time with callees per call as printed, in whatever unit the column has; NaN where blank. */
  totalPerCall: Float64Array
  /** Trailing `[n]`, which BSD style prints and GNU style does not; -1 for none. */
  index: Int32Array
  /** Line of the file, from 1. */
  line: Uint32Array
}

/** What a row of the call graph is. */
export const Kind = {
  /** `[n] % self children called name [n]`: the function the entry is about. */
  primary: 0,
  /** `[n] … <cycle N as a whole> [n]`: the entry of a cycle. */
  cycleHead: 1,
  /** `self children count/total name [n]`: a caller if above the primary line, a callee if below. */
  arc: 2,
  /** `count name [n]`: a call within one cycle or of a function to itself; no time. */
  inner: 3,
  /** `self children calls name <cycle N> [n]`: a member, inside a cycle's own entry. */
  member: 4,
  /** `<spontaneous>`: the callers are unknown. */
  spontaneous: 5,
} as const
export type Kind = (typeof Kind)[keyof typeof Kind]

/** Rows of the call graph, in file order. An entry is a run of rows with one {@link Kind.primary} or cycle head. */
export interface GraphRows {
  length: number
  kind: Uint8Array
  /** Counts from 0; rows of one entry share it. Rows that belong to an entry whose primary line is missing have it too. */
  entry: Int32Array
  /** Trailing number of the line: who this row is about; -1 for spontaneous. */
  index: Int32Array
  /** 1 where that number stands in round brackets: gprof left this function's entry out on request. */
  excluded: Uint8Array
  /** N of `<cycle N>`; 0 for none. */
  cycle: Int32Array
  /** NaN where blank. */
  self: Float64Array
  children: Float64Array
  /** The n of `n`, `n+m` or `n/m`; NaN where blank. */
  count: Float64Array
  /** The m of `n+m` (self calls) or `n/m` (all calls); NaN for none. */
  total: Float64Array
  /** Percent, on primary lines and cycle heads; else NaN. */
  percent: Float64Array
  /** Line of the file, from 1. */
  line: Uint32Array
}

/** One report as printed. A file may hold several. */
export interface Listing {
  flat: FlatRows | null
  graph: GraphRows | null
  /** Name of each function index that the call graph mentions (cycles as a whole are not in it). */
  nameOf: Map<number, string>
  /** "Each sample counts as 0.01 seconds."; NaN where the line is missing. */
  samplePeriod: number
  /** Dimension of times, `seconds` unless the listing says otherwise. */
  unit: string
  /** "for p% of T seconds" in the call graph's granularity line; NaN where missing. */
  graphTotal: number
  /** Last of the `cumulative` column; NaN without a flat profile. */
  flatTotal: number
  /** Whether text within the section shows that rows were left out, or the file ends within a row. */
  flatCut: boolean
  graphCut: boolean
  index: Part
  legend: boolean
  /** Dots or words between rows that stand for lines left out: the first of a run, and how many runs there are. */
  leftOut: QuotedLine[]
  leftOutCount: number
  unread: QuotedLine[]
  unreadCount: number
  firstLine: number
  lastLine: number
  warnings: Issue[]
}
