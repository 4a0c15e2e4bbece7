// Where a figure stands in the report of the profile, and which characters of the line it is.

import { LineKind } from '../export/reportLines.ts'
import { type ReportText, textOfLine } from '../export/reportText.ts'
import { readHeading } from '../parse/headings.ts'
import type { FunctionRow } from '../profile.ts'

/** The characters `[start, end)` of a line. */
export type Span = [start: number, end: number]

/** A line of the report with figures. */
export interface FigureLine {
  /** From 1. */
  line: number
  kind: LineKind
  /** As much of it as is read. */
  text: string
  /** Where its figures are, as far as it has them. */
  figures: { total?: Span; self?: Span; children?: Span; calls?: Span }
}

/** Names may have tens of thousands of characters, and figures come before them. */
const LONGEST = 240

/** The row of a function in the flat profile, and the line that its entry is about. */
export const linesOfFunction = (report: ReportText, fn: FunctionRow): FigureLine[] =>
  linesWhere(
    report,
    line => report.fn[line] === fn && (report.kind[line] === LineKind.flat || report.kind[line] === LineKind.primary),
  )

/** The lines of an arc: in the caller's entry among the callees, and in the callee's entry among the callers. */
export const linesOfArc = (report: ReportText, caller: FunctionRow, callee: FunctionRow): FigureLine[] =>
  linesWhere(report, line => {
    const { kind, fn, entry } = report
    return kind[line] === LineKind.callee
      ? entry[line] === caller && fn[line] === callee
      : kind[line] === LineKind.caller && entry[line] === callee && fn[line] === caller
  })

/** The line that the entry of a cycle as a whole is about, by gprof's number of it. */
export function linesOfCycle(report: ReportText, index: number): FigureLine[] {
  // gprof prints no more than six characters of it.
  const number = `[${index}]`.slice(0, 6)
  return index < 0
    ? []
    : linesWhere(
        report,
        line =>
          report.fn[line] < 0 &&
          report.kind[line] === LineKind.primary &&
          textOfLine(report, line).trimStart().startsWith(number),
      )
}

/**
 * Where the total stands: in the last row of the flat profile, as the sum of all rows, and in the heading of the call
 * graph; with the line that says what a sample counts. Between two lines of the report, from 1.
 */
export function linesOfWhole(report: ReportText, first: number, last: number): FigureLine[] {
  const lines: FigureLine[] = []
  const lastRow = report.kind.lastIndexOf(LineKind.flat)
  const total = (text: string, place: RegExp) => {
    const span = place.exec(text)?.indices?.[1]
    return span ? { total: span } : {}
  }
  for (let line = first - 1; line < last; line++) {
    const kind = report.kind[line] as LineKind
    if (line !== lastRow && kind !== LineKind.text) continue
    const text = textOfLine(report, line).slice(0, LONGEST)
    const heading = kind === LineKind.text ? readHeading(text.trim())?.kind : null
    if (line === lastRow) lines.push({ line: line + 1, kind, text, figures: total(text, CUMULATIVE) })
    else if (heading === 'granularity') lines.push({ line: line + 1, kind, text, figures: total(text, LAST_DECIMAL) })
    else if (heading === 'samplePeriod') lines.push({ line: line + 1, kind, text, figures: {} })
  }
  return lines
}

/** The second column of the flat profile. */
const CUMULATIVE = /^\s*\S+\s+(\d+[.,]\d+)\s/d
/** "for 2.22% of 0.45 seconds", in whatever language. */
const LAST_DECIMAL = /^.*\D(\d+[.,]\d+)\D*$/d

function linesWhere(report: ReportText, isMeant: (line: number) => boolean): FigureLine[] {
  const lines: FigureLine[] = []
  for (let line = 0; line < report.length; line++) {
    if (report.kind[line] === LineKind.text || !isMeant(line)) continue
    const kind = report.kind[line] as LineKind
    const text = textOfLine(report, line).slice(0, LONGEST)
    lines.push({ line: line + 1, kind, text, figures: figuresIn(text, kind) })
  }
  return lines
}

const TIME = /^-?(\d+([.,]\d+)?|nan|inf)$/
const CALLS = /^\d+([+/]\d+)?$/

/**
 * Columns are told by their order alone, as they are in rowGrammar.ts: `% cumulative self calls` in the flat profile,
 * `[n] % self children called` on a primary line, `self children called` on the others, or `called` alone.
 */
export function figuresIn(text: string, kind: LineKind): FigureLine['figures'] {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    span: [index, index + word.length] as Span,
  }))
  const first = words.findIndex(({ word }) => (kind === LineKind.primary ? /^\[\d+\]?$/ : TIME).test(word))
  const figures: FigureLine['figures'] = {}
  if (first < 0 && kind !== LineKind.caller && kind !== LineKind.callee) return figures
  const skipped = kind === LineKind.flat || kind === LineKind.primary ? 2 : 0
  let at = Math.max(0, first) + skipped
  // A name is left behind the figures, and the number of its entry behind that.
  const name = words.length - (/^[[(]\d+[\])]?$/.test(words.at(-1)?.word ?? '') ? 2 : 1)
  const take = (figure: keyof FigureLine['figures'], isIt: RegExp) => {
    if (at >= name || !isIt.test(words[at].word)) return
    figures[figure] = words[at].span
    at++
  }
  const isTimed = skipped > 0 || /[.,]|nan|inf/.test(words[at]?.word ?? '')
  if (isTimed) take('self', TIME)
  if (isTimed && kind !== LineKind.flat) take('children', TIME)
  take('calls', CALLS)
  return figures
}
