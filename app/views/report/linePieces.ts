// A line cut where its figures and its names begin and end, and each piece where what the search marked does.

import { type FunctionRow, LineKind, type ReportLine } from '../../../src/index.ts'
import type { Places } from './useReportLines.ts'

export interface Piece {
  /** Place in the line, which no other piece has. */
  start: number
  /** The function that the piece leads to, -1 for none. */
  fn: FunctionRow
  /** Numbers, not a name. */
  figures: boolean
  runs: Run[]
}

/** Text that is marked, or is not. */
export interface Run {
  start: number
  text: string
  marked: boolean
}

/** The pieces of a line, from left to right, which together are its text. `marks` are `[start, end)`. */
export function piecesOf(line: ReportLine, marks: Places): Piece[] {
  const { text } = line
  const spans = line.links.map(link => ({ ...link, figures: false }))
  const figures = figuresOf(line)
  if (figures) spans.push(figures)
  const cuts = cutsOf(
    0,
    text.length,
    spans.map(({ start, end }) => [start, end]),
  )
  return cuts.slice(0, -1).map((start, i) => {
    const span = spans.find(each => each.start <= start && start < each.end)
    const runs = cutsOf(start, cuts[i + 1], marks)
    return {
      start,
      fn: span?.fn ?? -1,
      figures: span?.figures === true,
      runs: runs.slice(0, -1).map((from, j) => ({
        start: from,
        text: text.slice(from, runs[j + 1]),
        marked: marks.some(mark => mark[0] <= from && from < mark[1]),
      })),
    }
  })
}

/** Places between two, and those two, where one of the spans begins or ends. */
function cutsOf(start: number, end: number, spans: Places): number[] {
  const cuts = new Set([start, end, ...spans.flat().filter(place => place > start && place < end)])
  return [...cuts].sort((a, b) => a - b)
}

/** The numbers before the name: of a row of the flat profile, or of a line of an entry, whose function they lead to. */
function figuresOf({ text, kind, links, entry }: ReportLine) {
  if (kind === LineKind.text || kind === LineKind.index) return null
  const fn = kind === LineKind.flat ? (links[0]?.fn ?? -1) : entry
  const before = text.slice(0, links[0]?.start ?? 0)
  const start = before.search(/\S/)
  return fn < 0 || start < 0 ? null : { start, end: before.trimEnd().length, fn, figures: true }
}
