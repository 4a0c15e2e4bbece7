// What a profile says beside its tables: title, units, how complete it is, what is odd about it.

import type { Issue } from '../issue.ts'
import type { Completeness, Part, Profile, QuotedLine } from '../profile.ts'
import type { ByteWriter } from './byteWriter.ts'
import { ISSUE_CODES } from './format.ts'
import { readNumber, writeNumber } from './numbers.ts'
import type { PackReader } from './packReader.ts'
import { bytesOfText, textOfBytes } from './text.ts'

export type Facts = Pick<Profile, 'title' | 'samplePeriod' | 'unit' | 'completeness' | 'times' | 'warnings'>

const STATES: readonly Part['state'][] = ['whole', 'part', 'none']
const TIMES: readonly Profile['times'][] = ['recomputed', 'printed']

export function writeFacts(out: ByteWriter, facts: Facts): void {
  const { completeness } = facts
  writeText(out, facts.title)
  writeText(out, facts.unit)
  writeNumber(out, facts.samplePeriod, [1 / facts.samplePeriod, 100])
  out.varint(TIMES.indexOf(facts.times) + (completeness.legend ? 2 : 0))
  for (const part of [completeness.flatProfile, completeness.callGraph, completeness.index]) {
    out.varint(STATES.indexOf(part.state))
    writeNumber(out, part.found)
    writeNumber(out, part.expected, [1], part.state === 'whole' ? part.found : Number.NaN)
  }
  writeNumber(out, completeness.firstLine)
  writeNumber(out, completeness.lastLine)
  writeLines(out, completeness.leftOut, completeness.leftOutCount)
  writeLines(out, completeness.unread, completeness.unreadCount)
  out.varint(facts.warnings.length)
  for (const warning of facts.warnings) writeIssue(out, warning)
}

export function readFacts(input: PackReader): Facts {
  input.what = 'the title'
  const title = readText(input)
  input.what = 'the unit of times'
  const unit = readText(input)
  const samplePeriod = readNumber(input)
  input.what = 'how complete the listing was'
  const flags = input.below(4)
  const part = (): Part => {
    const state = STATES[input.below(STATES.length)]
    const found = readNumber(input)
    return { state, found, expected: readNumber(input, state === 'whole' ? found : Number.NaN) }
  }
  const completeness: Completeness = {
    flatProfile: part(),
    callGraph: part(),
    index: part(),
    legend: flags >= 2,
    firstLine: readNumber(input),
    lastLine: readNumber(input),
    ...(([leftOut, leftOutCount]) => ({ leftOut, leftOutCount }))(readLines(input)),
    ...(([unread, unreadCount]) => ({ unread, unreadCount }))(readLines(input)),
  }
  input.what = 'the warnings'
  const warnings = Array.from({ length: input.count(3) }, () => readIssue(input))
  return { title, unit, samplePeriod, times: TIMES[flags % 2], completeness, warnings }
}

function writeLines(out: ByteWriter, lines: QuotedLine[], all: number): void {
  out.varint(lines.length)
  writeNumber(out, all, [1], lines.length)
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

/** Code, message, file if there is one, place: 0 for none, 1 and a line, 2 and a byte. */
function writeIssue(out: ByteWriter, { code, message, file, at }: Issue): void {
  out.varint(ISSUE_CODES.indexOf(code))
  writeText(out, message)
  out.varint((file === undefined ? 0 : 3) + (at === undefined ? 0 : 'line' in at ? 1 : 2))
  if (file !== undefined) writeText(out, file)
  if (at) writeNumber(out, 'line' in at ? at.line : at.byte)
}

function readIssue(input: PackReader): Issue {
  const issue: Issue = { code: ISSUE_CODES[input.below(ISSUE_CODES.length)], message: readText(input) }
  const parts = input.below(6)
  if (parts >= 3) issue.file = readText(input)
  if (parts % 3 > 0) issue.at = parts % 3 === 1 ? { line: readNumber(input) } : { byte: readNumber(input) }
  return issue
}

/** Length in bytes, and the bytes. */
function writeText(out: ByteWriter, text: string): void {
  const bytes = bytesOfText(text)
  out.varint(bytes.length)
  out.bytes(bytes)
}

function readText(input: PackReader): string {
  const text = textOfBytes(input.take(input.varint()))
  if (text === null) input.fail('wrong')
  return text ?? ''
}
