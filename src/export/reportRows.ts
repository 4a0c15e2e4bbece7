// What a report prints, before it is laid out in columns: figures at full precision, in order, from a computed run or
// from a listing. Two places fill these in (profileRows.ts, runRows.ts) and three print them.

/** The flat profile. Times are in {@link dimension}, totals and shares included. */
export interface FlatReport {
  /** Time of one sample; NaN where it is not known and not printed. */
  samplePeriod: number
  dimension: string
  /** Letter and scale of the per-call columns. */
  perCallUnit: string
  noTime: boolean
  rows: FlatReportRow[]
}

export interface FlatReportRow {
  /** Row in the tables that the report is made from; so in all of these. */
  fn: number
  percent: number
  cumulative: number
  self: number
  /** 0 or NaN: blank, and the two after it too. */
  calls: number
  selfPerCall: number
  totalPerCall: number
  name: string
}

/** The call graph. Times are in seconds, or in what the histogram counts. */
export interface GraphReport {
  /** Bytes that one sample covers. */
  granularity: number
  /** Percent that one sample is, and time in all; null where no time was propagated. */
  share: { percent: number; total: number } | null
  entries: Iterable<ReportEntry>
}

/** One entry: callers, primary line, callees; or of a cycle as a whole, members below. */
export interface ReportEntry {
  /** -1 for a cycle as a whole. */
  fn: number
  /** What stands before the primary line; empty for a cycle. */
  callers: ReportArc[]
  index: number
  percent: number
  self: number
  children: number
  calls: number
  selfCalls: number
  name: string
  callees: ReportArc[]
  /** Null for a function. */
  members: ReportMember[] | null
}

export interface ReportArc {
  /** The caller, or the callee: whichever the line names. */
  fn: number
  /** Calls within a cycle, and of a function to itself, have a count only. */
  inner: boolean
  self: number
  children: number
  count: number
  /** All calls to the callee. */
  all: number
  name: string
}

export interface ReportMember {
  fn: number
  self: number
  children: number
  calls: number
  selfCalls: number
  name: string
}

/** A cell of the index. */
export interface IndexCell {
  /** `[3]`, or `(3)` for a function without entry. */
  number: string
  name: string
}

/** Letters and scales of the per-call columns: gprof takes the first that makes the largest figure at least 1 and below 1000. */
const prefixes: [letter: string, scale: number][] = [
  ['T', 1e-12],
  ['G', 1e-9],
  ['M', 1e-6],
  ['K', 1e-3],
  [' ', 1],
  ['m', 1e3],
  ['u', 1e6],
  ['n', 1e9],
  ['p', 1e12],
  ['f', 1e15],
  ['a', 1e18],
]

/** Prefix for a table whose largest time per call is `most`. Where it is 0, the first one stands, and means nothing. */
export function perCallPrefix(most: number): [letter: string, scale: number] {
  return prefixes.find(([, scale]) => most * scale >= 1 && most * scale < 1000) ?? prefixes[0]
}
