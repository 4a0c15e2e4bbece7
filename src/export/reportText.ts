// A report as lines of text: the bytes, where each line begins, and what it is about.

import { LINE_FEED } from '../parse/ascii.ts'
import type { FunctionRow } from '../profile.ts'

/** A report. Columns have one row for each line, counted from 0. */
export interface ReportText {
  /** A file as it was given, what gprof prints of a run, or what can be printed of a profile. */
  origin: 'file' | 'run' | 'profile'
  /** Whether functions to which nothing happened can be printed as well, as with `-z`. */
  unused: boolean
  /** UTF-8, or whatever the symbol table of a program holds. */
  bytes: Uint8Array
  length: number
  /** Where each line begins in the bytes, and behind those where the last one ends: length + 1 places. */
  start: Uint32Array
  /** A {@link LineKind}. */
  kind: Uint8Array
  /** The function that the line names, -1 for none; lines of the index name up to three and have none here. */
  fn: Int32Array
  /** The function whose entry the line is in; -1 for none. */
  entry: Int32Array
  /** The function behind a `[n]` of this report. */
  rowOfNumber: Map<number, FunctionRow>
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const latin1 = new TextDecoder('latin1')

/** Some lines as text, line ends included. Lines that are no UTF-8 are read as Latin-1, each by itself. */
export function textOfLines(report: ReportText, from: number, to: number): string {
  const { bytes, start } = report
  try {
    return strict.decode(bytes.subarray(start[from], start[to]))
  } catch {
    if (to - from === 1) return latin1.decode(bytes.subarray(start[from], start[to]))
    const half = (from + to) >> 1
    return textOfLines(report, from, half) + textOfLines(report, half, to)
  }
}

/** One line as text, without its end. */
export const textOfLine = (report: ReportText, line: number): string =>
  textOfLines(report, line, line + 1).replace(/\r?\n$/, '')

/** Where lines begin, and where the last one ends. A last line without an end is one too. */
export function startsOf(bytes: Uint8Array): Uint32Array {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++
  const open = bytes.length > 0 && bytes[bytes.length - 1] !== LINE_FEED
  const start = new Uint32Array(count + (open ? 2 : 1))
  let line = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) start[++line] = at + 1
  start[start.length - 1] = bytes.length
  return start
}
