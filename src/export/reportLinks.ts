// Which characters of a line are the name of which function.

import type { FunctionRow, Profile } from '../profile.ts'
import { LineKind } from './reportLines.ts'
import { type ReportText, textOfLine } from './reportText.ts'

/** The characters `[start, end)` of a line name this function. */
export interface ReportLink {
  start: number
  end: number
  fn: FunctionRow
}

/** Names in a line, from left to right. */
export function linksOf(report: ReportText, profile: Profile, line: number): ReportLink[] {
  if (report.kind[line] === LineKind.index) return indexCells(report, profile, line)
  const fn = report.fn[line]
  if (fn < 0) return []
  const text = textOfLine(report, line)
  const name = profile.functions.name[fn]
  const whole = text.trimEnd()
  // Names in a flat profile end with the line; in a call graph the cycle and the number follow. BSD has the latter in both.
  const bare = whole.replace(/( <cycle \d+>)?\s+[[(]\d+[\])]?$/, '')
  const ends = report.kind[line] === LineKind.flat ? [whole, bare] : [bare, whole]
  const end = ends.find(candidate => candidate.endsWith(name))
  const start = end === undefined ? text.lastIndexOf(name) : end.length - name.length
  return start < 0 ? [] : [{ start, end: start + name.length, fn }]
}

/** `[3]` or, of a function without entry, `(3)`; BSD's has lost its end where the number is long. */
const CELL = /(?<=^|\s)[[(](\d+)[\])]? /g

/** Cells of a line of the index by function name: those with a name that the function of that number has. */
export function indexCells(report: ReportText, { functions }: Profile, line: number): ReportLink[] {
  const links: ReportLink[] = []
  const text = textOfLine(report, line)
  for (const { 0: cell, 1: number, index } of text.matchAll(CELL)) {
    const fn = report.rowOfNumber.get(Number(number))
    const start = index + cell.length
    if (fn !== undefined && text.startsWith(functions.name[fn], start))
      links.push({ start, end: start + functions.name[fn].length, fn })
  }
  return links
}
