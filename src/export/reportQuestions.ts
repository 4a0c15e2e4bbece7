// What a view asks about a report, and gets: never the whole, which may be tens of megabytes.

import type { FunctionRow, Profile } from '../profile.ts'
import { placesOf } from '../query/places.ts'
import { matcherOf } from '../query/search.ts'
import { isExpression } from '../query/searchText.ts'
import { LineKind } from './reportLines.ts'
import { linksOf, type ReportLink } from './reportLinks.ts'
import { type ReportText, textOfLine, textOfLines } from './reportText.ts'

/** A place in the text: lines from 0, and characters in the line. */
export interface TextPlace {
  line: number
  character: number
}

export type ReportQuestion =
  | { about: 'facts' }
  /** Lines `[from, to)`, as far as there are. */
  | { about: 'lines'; from: number; to: number }
  /** Where a text is found in lines `[from, to)`, as far as there are. */
  | { about: 'places'; query: string; from: number; to: number }
  /** Lines in which a text is found, or a function whose name it matches. */
  | { about: 'hits'; query: string }
  /** A stretch of the text, as text to be copied. */
  | { about: 'stretch'; from: TextPlace; to: TextPlace }
  /** All of it, as a file: the bytes that gprof writes. */
  | { about: 'file' }

/** The answer to each question. */
export interface ReportAnswers {
  facts: ReportFacts
  lines: ReportLine[]
  /** For each line `[start, end)` of what is found in it. */
  places: [start: number, end: number][][]
  /** Line numbers, ascending. */
  hits: Uint32Array
  stretch: Blob
  file: Blob
}

/** Line numbers are from 0, -1 where there is no such line. */
export interface ReportFacts {
  origin: ReportText['origin']
  unused: ReportText['unused']
  length: number
  /** Bytes of the text, and of the longest line. */
  bytes: number
  widest: number
  /** Where the parts begin, headings included. */
  flat: number
  graph: number
  index: number
  /** By function: its row in the flat profile, and the primary line of its entry. */
  flatLine: Int32Array
  entryLine: Int32Array
}

/** One line as it is shown. */
export interface ReportLine {
  text: string
  /** How many characters more the line has. */
  more: number
  kind: LineKind
  links: ReportLink[]
  /** The function whose entry the line is in; -1 for none. */
  entry: FunctionRow
}

/** Characters of a line that are shown. C++ has names of tens of thousands, which no screen can draw in time. */
const LONGEST_SHOWN = 2000

/** Answers a question about a report of a profile. */
export function answerReport(
  report: ReportText,
  profile: Profile,
  question: ReportQuestion,
): ReportAnswers[ReportQuestion['about']] {
  switch (question.about) {
    case 'facts':
      return factsOf(report, profile)
    case 'lines':
      return linesOf(report, profile, question.from, question.to)
    case 'places':
      return shownLines(report, question.from, question.to).map(line => placesOf(line.text, question.query))
    case 'hits':
      return hitsOf(report, profile, question.query)
    case 'stretch':
      return stretchOf(report, question.from, question.to)
    case 'file':
      return new Blob([report.bytes as Uint8Array<ArrayBuffer>], { type: 'text/plain' })
  }
}

/** Lines of headings that gprof prints above the first row of each part. */
const headings = { flat: 5, graph: 6, index: 2 }

function factsOf({ origin, unused, bytes, length, start, kind, fn }: ReportText, { functions }: Profile): ReportFacts {
  const first = { flat: -1, graph: -1, index: -1 }
  const flatLine = new Int32Array(functions.length).fill(-1)
  const entryLine = flatLine.slice()
  let widest = 0
  for (let line = 0; line < length; line++) {
    widest = Math.max(widest, start[line + 1] - start[line])
    if (kind[line] === LineKind.text) continue
    const part = kind[line] === LineKind.flat ? 'flat' : kind[line] === LineKind.index ? 'index' : 'graph'
    if (first[part] < 0) first[part] = line
    const lineOf = kind[line] === LineKind.flat ? flatLine : kind[line] === LineKind.primary ? entryLine : null
    if (lineOf && fn[line] >= 0 && lineOf[fn[line]] < 0) lineOf[fn[line]] = line
  }
  const begin = (part: keyof typeof first) => (first[part] < 0 ? -1 : Math.max(0, first[part] - headings[part]))
  return {
    origin,
    unused,
    length,
    bytes: bytes.length,
    widest,
    flat: begin('flat'),
    graph: begin('graph'),
    index: begin('index'),
    flatLine,
    entryLine,
  }
}

function linesOf(report: ReportText, profile: Profile, from: number, to: number): ReportLine[] {
  return shownLines(report, from, to).map(({ line, text, more }) => ({
    text,
    more,
    kind: report.kind[line] as LineKind,
    links: linksOf(report, profile, line)
      .filter(({ start }) => start < text.length)
      .map(link => ({ ...link, end: Math.min(link.end, text.length) })),
    entry: report.entry[line],
  }))
}

/** Texts of lines as far as they are shown, and how many characters more each has. */
function shownLines(report: ReportText, from: number, to: number): { line: number; text: string; more: number }[] {
  const lines: { line: number; text: string; more: number }[] = []
  for (let line = Math.max(0, from); line < Math.min(to, report.length); line++) {
    const whole = textOfLine(report, line)
    const text = whole.slice(0, LONGEST_SHOWN)
    lines.push({ line, text, more: whole.length - text.length })
  }
  return lines
}

/** Text that is searched at a time: much less, and the pieces cost more than the search; more need not be kept twice. */
const PIECE = 1 << 20

function hitsOf(report: ReportText, profile: Profile, query: string): Uint32Array {
  const wanted = query.trim()
  if (wanted === '') return new Uint32Array()
  const hits: number[] = []
  const expression = isExpression(wanted)
  const { test } = matcherOf(wanted)
  const named = expression ? Uint8Array.from(profile.functions.name, name => (test(name) ? 1 : 0)) : null
  const names = (line: number) =>
    report.kind[line] === LineKind.index
      ? linksOf(report, profile, line).some(({ fn }) => named?.[fn])
      : named?.[report.fn[line]] === 1
  for (let from = 0, to = 0; from < report.length; from = to) {
    for (to = from + 1; to < report.length && report.start[to + 1] - report.start[from] < PIECE; ) to++
    const text = textOfLines(report, from, to)
    if (expression)
      text.split('\n', to - from).forEach((each, i) => {
        if (test(each.replace(/\r$/, '')) || names(from + i)) hits.push(from + i)
      })
    else findLines(text.toLowerCase(), wanted.toLowerCase(), line => hits.push(from + line))
  }
  return Uint32Array.from(hits)
}

/** Tells each line of a text in which another text occurs, counted from 0. */
function findLines(text: string, wanted: string, tell: (line: number) => void): void {
  let line = 0
  let end = text.indexOf('\n')
  for (let at = text.indexOf(wanted); at >= 0; at = end < 0 ? -1 : text.indexOf(wanted, end)) {
    while (end >= 0 && end < at) {
      line++
      end = text.indexOf('\n', end + 1)
    }
    tell(line)
  }
}

function stretchOf(report: ReportText, from: TextPlace, to: TextPlace): Blob {
  const pieces: string[] = []
  const last = Math.min(to.line, report.length - 1)
  for (let line = from.line; line <= last; line++) {
    const text = line < to.line ? textOfLines(report, line, line + 1) : textOfLine(report, line)
    const end = line === to.line ? to.character : text.length
    pieces.push(text.slice(line === from.line ? from.character : 0, end))
  }
  return new Blob(pieces, { type: 'text/plain' })
}
