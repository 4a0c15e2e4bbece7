// What a profile says beside its tables: in what times are told, how complete it is, what is odd about it.
//
//   scale        = flags unit? samplePeriod           flags: 1 for printed times, 2 for a unit that is not "seconds"
//   pruned       = 0 | 1 functions of time
//   completeness = (state found expected)×3 legend firstLine lastLine lines lines
//   lines        = how many, how many in all, (line text)…
//   warnings     = 2 × how many (+ 1 if the one that follows from the rest comes last), (code text parts saying? file? place?)…
//   parts        = 6 for a saying (version 2) + 3 for a file, + 1 for a place that is a line, 2 for one that is a byte

import { whatIsMissing } from '../analyse/completeness.ts'
import type { GprofRun } from '../analyse/gprofRun.ts'
import { noArcs } from '../analyse/judgePair.ts'
import { hasEntry } from '../export/profileRows.ts'
import type { Issue } from '../issue.ts'
import type { Completeness, Part, Profile, Pruned, QuotedLine } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import { ISSUE_CODES } from './format.ts'
import { readText, writeText } from './names.ts'
import { readNumber, writeNumber } from './numbers.ts'
import type { PackReader } from './packReader.ts'
import { parseSaying, printSaying } from './sayings.ts'

/** How times are to be read. */
export type Scale = Pick<Profile, 'unit' | 'samplePeriod' | 'times'>

const STATES: readonly Part['state'][] = ['whole', 'part', 'none']
const TIMES: readonly Profile['times'][] = ['recomputed', 'printed']
/** The unit that takes no bytes. */
const USUAL_UNIT = 'seconds'

export function writeScale(out: ByteWriter, { unit, samplePeriod, times }: Scale): void {
  out.varint(TIMES.indexOf(times) + (unit === USUAL_UNIT ? 0 : 2))
  if (unit !== USUAL_UNIT) writeText(out, unit)
  writeNumber(out, samplePeriod, Number.NaN, [1 / samplePeriod, 100])
}

export function readScale(input: PackReader): Scale {
  input.what = 'unit'
  const flags = input.below(4)
  const unit = flags >= 2 ? readText(input) : USUAL_UNIT
  return { times: TIMES[flags % 2], unit, samplePeriod: readNumber(input) }
}

/** 0 where nothing was left out. */
export function writePruned(out: ByteWriter, pruned: Pruned | undefined): void {
  out.varint(pruned ? 1 : 0)
  if (!pruned) return
  writeNumber(out, pruned.functions)
  writeNumber(out, pruned.of)
  writeNumber(out, pruned.time)
}

export function readPruned(input: PackReader): Pruned | null {
  input.what = 'pruned'
  if (input.below(2) === 0) return null
  return { functions: readNumber(input), of: readNumber(input), time: readNumber(input) }
}

export function writeCompleteness(out: ByteWriter, completeness: Completeness, profile: Tables): void {
  const expected = foretellParts(profile)
  PARTS.forEach(name => {
    const { state, found, expected: all } = completeness[name]
    out.varint(STATES.indexOf(state))
    writeNumber(out, found, state === 'none' ? 0 : expected[name])
    writeNumber(out, all, state === 'whole' ? found : Number.NaN)
  })
  out.varint(completeness.legend ? 1 : 0)
  writeNumber(out, completeness.firstLine, 1)
  writeNumber(out, completeness.lastLine)
  writeLines(out, completeness.leftOut, completeness.leftOutCount)
  writeLines(out, completeness.unread, completeness.unreadCount)
}

export function readCompleteness(input: PackReader, profile: Tables): Completeness {
  input.what = 'completeness'
  const expected = foretellParts(profile)
  const [flatProfile, callGraph, index] = PARTS.map((name): Part => {
    const state = STATES[input.below(STATES.length)]
    const found = readNumber(input, state === 'none' ? 0 : expected[name])
    return { state, found, expected: readNumber(input, state === 'whole' ? found : Number.NaN) }
  })
  const legend = input.below(2) === 1
  const firstLine = readNumber(input, 1)
  const lastLine = readNumber(input)
  const [leftOut, leftOutCount] = readLines(input)
  const [unread, unreadCount] = readLines(input)
  return {
    ...{ flatProfile, callGraph, index, legend, firstLine, lastLine },
    ...{ leftOut, leftOutCount, unread, unreadCount },
  }
}

const PARTS = ['flatProfile', 'callGraph', 'index'] as const
type Tables = Pick<Profile, 'functions' | 'cycles'>

/** Rows and entries of a whole listing. */
function foretellParts({ functions, cycles }: Tables): Record<(typeof PARTS)[number], number> {
  const { length, self, calls } = functions
  let entries = 0
  let used = 0
  for (let fn = 0; fn < length; fn++) {
    if (hasEntry({ functions }, fn)) entries++
    if (self[fn] > 0 || calls[fn] > 0) used++
  }
  const cyclesShown = cycles.index.reduce((shown, index) => shown + (index >= 0 ? 1 : 0), 0)
  return { flatProfile: used, callGraph: entries + cyclesShown, index: used + cyclesShown }
}

/** The first lines, and how many there are in all. */
function writeLines(out: ByteWriter, lines: QuotedLine[], all: number): void {
  out.varint(lines.length)
  writeNumber(out, all, lines.length)
  for (const { line, text } of lines) {
    writeNumber(out, line)
    writeText(out, text)
  }
}

function readLines(input: PackReader): [lines: QuotedLine[], all: number] {
  const length = input.count(2)
  const all = readNumber(input, length)
  return [Array.from({ length }, () => ({ line: readNumber(input), text: readText(input) })), all]
}

/** Warnings; the last one is often the one that follows from what is missing. */
export function writeWarnings(out: ByteWriter, warnings: Issue[], foretold: Issue | null): void {
  const written = notForetold(warnings, foretold)
  out.varint(2 * written.length + (written === warnings ? 0 : 1))
  for (const warning of written) writeIssue(out, warning)
}

/** All but the last one, where that is foretold. */
function notForetold(warnings: Issue[], foretold: Issue | null): Issue[] {
  const last = warnings.at(-1)
  const isForetold = foretold !== null && last?.message === foretold.message && !last.file && !last.at
  return isForetold && last.code === foretold.code ? warnings.slice(0, -1) : warnings
}

export function readWarnings(input: PackReader, foretold: Issue | null): Issue[] {
  input.what = 'warnings'
  const count = input.varint()
  const told = Math.floor(count / 2)
  if (3 * told > input.left) input.fail('ends')
  const warnings = Array.from({ length: input.fault ? 0 : told }, () => readIssue(input))
  return count % 2 === 1 && foretold ? [...warnings, foretold] : warnings
}

/** The warning that a listing leads to. */
export const foretellWarning = ({ completeness, functions, times }: Omit<Profile, 'warnings'>): Issue | null =>
  whatIsMissing(completeness, functions.calls, times === 'recomputed')

/** The warning that a run without arcs leads to. */
export const foretellRunWarning = (run: GprofRun): Issue | null =>
  run.arcs.length === 0 && run.samples.total > 0 ? { code: 'incomplete', ...noArcs(run) } : null

/** Whether {@link writeWarnings} writes what sentences are made from, which the first version did not. */
export const hasSayings = (warnings: Issue[], foretold: Issue | null): boolean =>
  notForetold(warnings, foretold).some(({ says }) => says !== null)

/** Code, message, what it is made from and file if there are such, place: 0 for none, 1 and a line, 2 and a byte. */
function writeIssue(out: ByteWriter, { code, message, says, file, at }: Issue): void {
  out.varint(ISSUE_CODES.indexOf(code))
  writeText(out, message)
  out.varint((says === null ? 0 : 6) + (file === undefined ? 0 : 3) + (at === undefined ? 0 : 'line' in at ? 1 : 2))
  if (says) writeText(out, printSaying(says))
  if (file !== undefined) writeText(out, file)
  if (at) writeNumber(out, 'line' in at ? at.line : at.byte)
}

function readIssue(input: PackReader): Issue {
  const issue: Issue = { code: ISSUE_CODES[input.below(ISSUE_CODES.length)], message: readText(input), says: null }
  const saying = input.below(12)
  const parts = saying % 6
  if (saying >= 6) issue.says = parseSaying(readText(input), issue.message)
  if (parts >= 3) issue.file = readText(input)
  if (parts % 3 > 0) issue.at = parts % 3 === 1 ? { line: readNumber(input) } : { byte: readNumber(input) }
  return issue
}
