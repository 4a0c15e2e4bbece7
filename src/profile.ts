// The model that every reader produces and every view reads.
//
// A profile is a few tables of parallel columns joined by row number. They are built once and never changed, cost
// nothing to scan, and cross to a worker as they are. Nothing in here says whether the numbers came from a listing or
// from gmon.out. Words are those of the gprof manual.
//
// Missing is never zero: a number that the file leaves out is NaN, a row that does not exist is -1. A blank in the
// calls column means that gprof recorded no call, which is not the same as "called 0 times".

import type { Issue } from './issue.ts'

/** A row of {@link FunctionTable}. */
export type FunctionRow = number
/** A row of {@link ArcTable}. */
export type ArcRow = number
/** A row of {@link CycleTable}. */
export type CycleRow = number

/** The caller that gprof could not name: code that was not compiled with -pg. */
export const SPONTANEOUS = -1
/** In the `cycle` column: this function is in no cycle. */
export const NO_CYCLE = -1

/** One row for each function. Rows are in the order of the flat profile, then of the call graph. */
export interface FunctionTable {
  length: number
  /** As gprof prints it. Not unique: two file-static functions may share a name. */
  name: string[]
  /** gprof's own number, the `[n]` of the call graph; -1 where the file gives none. */
  index: Int32Array
  /** Time in this function alone, in {@link Profile.unit}; NaN where the file does not say. */
  self: Float64Array
  /** Time inherited from callees, in {@link Profile.unit}; time inside the function's own cycle is not in it. */
  children: Float64Array
  /** Calls, without those from the function to itself; NaN where gprof leaves the field blank. */
  calls: Float64Array
  /** Calls from the function to itself: the m of `n+m`; 0 for none. */
  selfCalls: Float64Array
  /** Row of the cycle the function belongs to, or {@link NO_CYCLE}. */
  cycle: Int32Array
  /**
   * 1 where all callers and callees of this function are in the profile. 0 where a cut listing mentions the function
   * but its own entry is missing, so that what it calls is unknown.
   */
  explained: Uint8Array
}

/**
 * One row for each pair of caller and callee. No pair occurs twice. A function that nobody is recorded to call has one
 * arc from {@link SPONTANEOUS} with a count of NaN, which carries all of its time; of a cycle that nobody outside
 * calls, the member gprof lists first has it. A function of a cut listing whose callers are only missing has none.
 *
 * A transform may leave both, arcs from callers and one from {@link SPONTANEOUS}: what callers had that are gone, or
 * what came in at some functions of a group. Then that arc carries the rest of the time.
 */
export interface ArcTable {
  length: number
  /** Row of the caller, or {@link SPONTANEOUS}. */
  caller: Int32Array
  callee: Int32Array
  /** How often the caller called the callee; 0 for an arc known from the code alone; NaN for spontaneous. */
  count: Float64Array
  /** The part of the callee's self time (of its cycle's, for a callee in one) that gprof passes to this caller. */
  self: Float64Array
  /** The same for the callee's inherited time. Both are NaN between members of one cycle and on self calls: gprof has no time there. */
  children: Float64Array
}

/** One row for each set of functions that call one another. Members are the functions whose `cycle` is this row. */
export interface CycleTable {
  length: number
  /** The N of `<cycle N>`. */
  number: Int32Array
  /** gprof's `[n]` of "cycle N as a whole"; -1 where it prints no such entry. */
  index: Int32Array
  /** Sum of the members' self time. */
  self: Float64Array
  /** Time inherited from functions outside the cycle. */
  children: Float64Array
  /** Calls from outside the cycle; NaN where blank. */
  calls: Float64Array
  /** Calls among members, without calls of a member to itself. */
  innerCalls: Float64Array
}

/** What a listing printed, rounded as it was printed: for showing as printed, and for checking the arithmetic. */
export interface PrintedTimes {
  /** Parallel to {@link FunctionTable}: self and children of the primary line; NaN where there is none. */
  functionSelf: Float64Array
  functionChildren: Float64Array
  /** Parallel to {@link ArcTable}. */
  arcSelf: Float64Array
  arcChildren: Float64Array
}

/**
 * What the self times of a transformed profile can be. Of a function that is called on many paths, only some of which a
 * transform keeps, nobody knows how much time was spent on those: gprof's assumption gives a figure, the data a range.
 */
export interface SelfRange {
  /** Parallel to {@link FunctionTable}: `least` ≤ `self` ≤ `most`. */
  least: Float64Array
  most: Float64Array
  /** The most that any part of the profile can have: the total of the profile before it was transformed. */
  all: number
}

/** How much of one part of a listing is there. */
export interface Part {
  state: 'whole' | 'part' | 'none'
  /** Rows or entries found. */
  found: number
  /** How many there must have been, as far as the rest of the file tells; NaN if it does not. */
  expected: number
}

/** A line of the file, quoted so that a person can judge it. */
export interface QuotedLine {
  /** Counted from 1, in the file as it was given. */
  line: number
  text: string
}

/** What was found in the file, and what was not. */
export interface Completeness {
  flatProfile: Part
  /** Counts entries. */
  callGraph: Part
  /** "Index by function name". */
  index: Part
  /** gprof's own explanation of the columns, which `-b` leaves out. */
  legend: boolean
  /** The first places where somebody left lines out and put dots or words instead, and how many there are in all. */
  leftOut: QuotedLine[]
  leftOutCount: number
  /** The first of the lines that were not understood, and how many there are in all. */
  unread: QuotedLine[]
  unreadCount: number
  /** Line of the file where this profile begins and ends, from 1, both inclusive; 0 for a profile that was computed. */
  firstLine: number
  lastLine: number
}

/**
 * What was kept of a profile that was made smaller to fit a link. Functions that are kept have the figures that they had,
 * and calls among them too; the others are summed in rows in round brackets, `(933 other functions)` and the like.
 */
export interface Pruned {
  /** Functions that are kept, and of how many. */
  functions: number
  of: number
  /** The share of all time that is self time of kept functions, 0..1; NaN where there is no time. */
  time: number
}

/** Everything one file says about one run, or about a sum of runs. */
export interface Profile {
  /** What a person would call it: the file's name, with a number where a file holds several. */
  title: string
  functions: FunctionTable
  arcs: ArcTable
  cycles: CycleTable
  /** All the time there is, in {@link unit}: what 100 % means. */
  total: number
  /** What one sample counts, in {@link unit}; NaN where the file does not say. */
  samplePeriod: number
  /** The dimension of all times: `seconds` nearly always. */
  unit: string
  completeness: Completeness
  /** Eight hexadecimal digits that depend on names and numbers only, not on the file's name or form. */
  fingerprint: string
  /**
   * How the times came about: `recomputed` from self times and call counts in full precision, so that flows add up, or
   * `printed`, the rounded figures of a listing with holes, where nothing can be recomputed.
   */
  times: 'recomputed' | 'printed'
  printed: PrintedTimes | null
  /**
   * Names as linkers know them, mangled, parallel to {@link FunctionTable}. Null where the file does not tell, as no
   * listing does, and where they are the names that are printed.
   */
  symbols: string[] | null
  /** Only where a transform left self times that are not known for certain. */
  selfRange?: SelfRange
  /** Only where functions were left out to make it smaller. */
  pruned?: Pruned
  warnings: Issue[]
}
