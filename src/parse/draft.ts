// One listing while it is being read: its rows, which entry they belong to, and what in between was not understood.

import type { Issue } from '../issue.ts'
import type { QuotedLine } from '../profile.ts'
import {
  addFlatRow,
  addGraphRow,
  addName,
  decodeNames,
  finishedFlat,
  finishedGraph,
  type GrowingFlat,
  type Line,
  type NamePlaces,
  newFlatRows,
  newGraphRows,
  newNames,
} from './growingRows.ts'
import { type GraphRows, Kind, type Listing } from './listing.ts'
import { type Row, Shape } from './row.ts'
import { readTrailer } from './trailer.ts'

const MOST_QUOTED = 100
/** Three figures of two decimals each may add up to this much less or more. */
const ROUNDING = 0.016
/** Indexes up to here are looked up in an array, the (damaged) rest in a set. */
const DENSE_INDEXES = 1 << 22

export interface Draft {
  flat: GrowingFlat | null
  graph: GraphRows | null
  /** Names of the indexes in `named`, in the same order. */
  names: NamePlaces
  named: number[]
  isNamed: Uint8Array
  isNamedBeyond: Set<number>
  samplePeriod: number
  unit: string
  graphTotal: number
  /** Last cumulative figure, and the one before it. */
  flatTotal: number
  flatTotalBefore: number
  flatScale: number
  graphScale: number
  /** Whether headings say that this is gprof's. */
  headed: boolean
  /** Rows of the flat profile that do not add up. */
  misadded: number
  flatCut: boolean
  graphCut: boolean
  indexCells: number
  indexCut: boolean
  legend: boolean
  leftOut: QuotedLine[]
  leftOutCount: number
  /** Where the last run of dots or words that stand for left-out lines ends. */
  leftOutEnd: number
  unread: QuotedLine[]
  unreadCount: number
  firstLine: number
  lastLine: number
  /** Section and line of the last row. */
  lastRow: 'flat' | 'graph' | null
  lastRowLine: number
  /** Entry that the next row belongs to, and its primary line or cycle head: a row, or -1 while there is none. */
  entry: number
  primary: number
  /** First row after a blank or left-out line, where an entry may begin if no line of dashes says where. */
  softBreak: number
  separators: number
  warnings: Issue[]
  capacity: number
}

/** @param capacity how many rows to make room for at first */
export function newDraft(firstLine: number, capacity: number): Draft {
  return {
    flat: null,
    graph: null,
    names: newNames(256),
    named: [],
    isNamed: new Uint8Array(1024),
    isNamedBeyond: new Set(),
    samplePeriod: Number.NaN,
    unit: '',
    graphTotal: Number.NaN,
    flatTotal: Number.NaN,
    flatTotalBefore: Number.NaN,
    flatScale: 1,
    graphScale: 1,
    headed: false,
    misadded: 0,
    flatCut: false,
    graphCut: false,
    indexCells: 0,
    indexCut: false,
    legend: false,
    leftOut: [],
    leftOutCount: 0,
    leftOutEnd: -1,
    unread: [],
    unreadCount: 0,
    firstLine,
    lastLine: firstLine,
    lastRow: null,
    lastRowLine: 0,
    entry: 0,
    primary: -1,
    softBreak: 0,
    separators: 0,
    warnings: [],
    capacity,
  }
}

/** Makes the table, if only to be empty. */
export function openTable(draft: Draft, section: 'flat' | 'graph'): void {
  if (section === 'flat') draft.flat ??= newFlatRows(Math.max(16, draft.capacity >> 3))
  else draft.graph ??= newGraphRows(draft.capacity)
}

export function addFlat(draft: Draft, line: Line, row: Row): void {
  draft.flat ??= newFlatRows(Math.max(16, draft.capacity >> 3))
  // Tables of the BSD kind have one decimal in the first column, and `[n]` behind every name. Those of GNU have
  // neither, and there a `[3]` at the end is part of a C++ name.
  const { nameStart, nameEnd } = row
  const indexed = row.percentDecimals === 1 && readTrailer(line.bytes, nameStart, nameEnd, row)
  if (indexed && row.nameStart === row.nameEnd) row.nameEnd = nameEnd
  addFlatRow(draft.flat, line, row, indexed ? row.index : -1)
  if (!addsUp(draft, line, row)) draft.misadded++
  draft.flatTotalBefore = draft.flatTotal
  draft.flatTotal = row.cumulative
  draft.lastRow = 'flat'
  draft.lastRowLine = draft.lastLine = line.number
}

/** False for a row that may be anything's: one without calls whose cumulative figure is not what the rows sum up to. */
function addsUp(
  { lastRow, lastRowLine, flatTotal }: Draft,
  { number }: Line,
  { self, cumulative, count }: Row,
): boolean {
  if (!Number.isNaN(count)) return true
  const follows = lastRow === 'flat' && lastRowLine === number - 1
  return follows ? !(Math.abs(cumulative - flatTotal - self) > ROUNDING) : !(self - cumulative > ROUNDING)
}

/** Takes back the last row of the flat profile. */
export function dropLastFlat(draft: Draft): void {
  if (!draft.flat) return
  draft.flat.length--
  draft.flat.names.length--
  draft.flatTotal = draft.flatTotalBefore
}

export function addGraph(draft: Draft, line: Line, row: Row, shape: Shape): void {
  draft.graph ??= newGraphRows(draft.capacity)
  const { graph } = draft
  const head = shape === Shape.primary || shape === Shape.cycleHead
  if (head && draft.primary >= 0) splitEntry(draft, graph, row)
  if (shape === Shape.member && !(draft.primary >= 0 && graph.kind[draft.primary] === Kind.cycleHead)) {
    // Solaris prints calls of a cycle's member from elsewhere like this, without a total.
    if (draft.primary >= 0 || row.cycle === 0) shape = Shape.arc
  }
  if (head) draft.primary = graph.length
  addGraphRow(graph, line.number, row, shape, draft.entry)
  if (shape !== Shape.spontaneous && shape !== Shape.cycleHead) nameIndex(draft, line, row)
  draft.lastRow = 'graph'
  draft.lastRowLine = draft.lastLine = line.number
}

function nameIndex(draft: Draft, line: Line, row: Row): void {
  const { index } = row
  if (index >= draft.isNamed.length) {
    if (index >= DENSE_INDEXES) {
      if (draft.isNamedBeyond.has(index)) return
      draft.isNamedBeyond.add(index)
      draft.named.push(index)
      addName(draft.names, line, row)
      return
    }
    const more = new Uint8Array(Math.min(DENSE_INDEXES, Math.max(index + 1, draft.isNamed.length * 2)))
    more.set(draft.isNamed)
    draft.isNamed = more
  }
  if (draft.isNamed[index]) return
  draft.isNamed[index] = 1
  draft.named.push(index)
  addName(draft.names, line, row)
}

/** A line of dashes: the next row begins an entry. */
export function endEntry(draft: Draft): void {
  draft.separators++
  const { graph } = draft
  if (!graph || graph.length === 0 || graph.entry[graph.length - 1] !== draft.entry) return
  draft.entry++
  draft.primary = -1
}

/**
 * A second primary line in what looked like one entry: the line of dashes before it is missing. The rows just above it
 * that can only be its callers go with it: those after a gap, or else those whose count is a fraction of its calls.
 */
function splitEntry(draft: Draft, graph: GraphRows, row: Row): void {
  let from = graph.length
  if (draft.softBreak > draft.primary && draft.softBreak < graph.length) from = draft.softBreak
  else
    while (from > draft.primary + 1) {
      const above = from - 1
      const kind = graph.kind[above]
      const caller =
        kind === Kind.spontaneous ||
        (kind === Kind.arc && graph.total[above] === row.count) ||
        (kind === Kind.inner &&
          (graph.index[above] === row.index || (row.cycle > 0 && graph.cycle[above] === row.cycle)))
      if (!caller) break
      from = above
    }
  draft.entry++
  for (let at = from; at < graph.length; at++) graph.entry[at] = draft.entry
}

/** Blank lines and gaps: remembered for {@link splitEntry}. */
export function softBreak(draft: Draft): void {
  draft.softBreak = draft.graph?.length ?? 0
}

export function addUnread(draft: Draft, unread: QuotedLine): void {
  draft.unreadCount++
  if (draft.unread.length < MOST_QUOTED) draft.unread.push(unread)
}

/** Notes a place where lines were left out; what stands right below the last such line is the same place. */
export function addLeftOut(draft: Draft, place: QuotedLine): void {
  const goesOn = place.line === draft.leftOutEnd + 1
  draft.leftOutEnd = place.line
  if (goesOn) return
  draft.leftOutCount++
  if (draft.leftOut.length < MOST_QUOTED) draft.leftOut.push(place)
}

/** Says that rows were left out of the section the last row was in. */
export function markCut(draft: Draft): void {
  if (draft.lastRow === 'flat') draft.flatCut = true
  if (draft.lastRow === 'graph') draft.graphCut = true
}

/**
 * Rows of a flat profile without headings and call graph may be any table of numbers. Those of gprof add up: each
 * cumulative figure is the one before it and the row's own time.
 */
export const isPlausible = ({ flat, graph, headed, misadded }: Draft): boolean =>
  headed || graph !== null || flat === null || misadded * 2 <= flat.length

export function finishDraft(bytes: Uint8Array, draft: Draft): Listing {
  if (endsInEntry(draft)) draft.graphCut = true
  const nameOf = new Map<number, string>()
  const names = decodeNames(bytes, draft.names)
  for (let i = 0; i < draft.named.length; i++) nameOf.set(draft.named[i], names[i])
  return {
    flat: draft.flat && finishedFlat(bytes, draft.flat, draft.flatScale),
    graph: draft.graph && finishedGraph(draft.graph, draft.graphScale),
    nameOf,
    samplePeriod: draft.samplePeriod,
    unit: draft.unit || 'seconds',
    graphTotal: draft.graphTotal * draft.graphScale,
    flatTotal: draft.flatTotal * draft.flatScale,
    flatCut: draft.flatCut,
    graphCut: draft.graphCut,
    index: {
      state: draft.indexCells === 0 ? 'none' : draft.indexCut ? 'part' : 'whole',
      found: draft.indexCells,
      expected: Number.NaN,
    },
    legend: draft.legend,
    leftOut: draft.leftOut,
    leftOutCount: draft.leftOutCount,
    unread: draft.unread,
    unreadCount: draft.unreadCount,
    firstLine: draft.firstLine,
    lastLine: draft.lastLine,
    warnings: draft.warnings,
  }
}

/** Every entry ends with a line of dashes, so a call graph that does not has lost its end. */
const endsInEntry = ({ graph, separators, entry }: Draft): boolean =>
  graph !== null && separators > 0 && graph.length > 0 && graph.entry[graph.length - 1] === entry
