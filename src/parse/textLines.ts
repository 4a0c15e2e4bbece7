// Judges lines that are no rows as they stand: decorated rows, headings, legends, gaps, and everything else.

import type { QuotedLine } from '../profile.ts'
import { acceptRow } from './acceptRow.ts'
import { addLeftOut, markCut, softBreak } from './draft.ts'
import { isElision } from './elision.ts'
import { type Heading, readHeading, readSamplePeriod } from './headings.ts'
import { newRow, Shape } from './row.ts'
import { readRow } from './rowGrammar.ts'
import { addNoise, headingsAt, type Reader, settleBareHeadings, settleNoise } from './sections.ts'
import { textOf, undecorated } from './tidyLine.ts'

/** The longest legend, that of BSD's call graph, has about a hundred lines, and some times as many where a web page was cut into lines. */
const LONGEST_LEGEND = 400
/** A line longer than this is no heading and no decorated row. */
const LONGEST_LINE = 1 << 14

const encoder = new TextEncoder()
const row = newRow()

/** Reads the line in `bytes[start, end)` of the file, which is not a row as it stands. */
export function readText(reader: Reader, line: number, start: number, end: number): void {
  if (end - start > LONGEST_LINE) {
    addNoise(reader, line, start, end)
    return
  }
  const raw = textOf(reader.bytes, start, end)
  if (reader.diff && /^-(?!--)/.test(raw)) return
  if (/^(@@ -\d|diff --git )/.test(raw)) reader.diff = true
  if (/^[\s>]*(```|~~~)/.test(raw)) return // a fence
  const readings = undecorated(raw)
  for (const reading of readings) {
    if (reading.trim() === '')
      return void acceptRow(reader, { bytes: reader.bytes, number: line, tidied: false }, Shape.blank, row, start)
    if (reading === raw || !/^\s*[\d[(<in-]/.test(reading)) continue
    const bytes = encoder.encode(reading)
    const shape = readRow(bytes, 0, bytes.length, row)
    if (acceptRow(reader, { bytes, number: line, tidied: true }, shape, row, start)) return
  }
  for (const reading of readings) {
    const heading = readHeading(reading.trim())
    if (heading && acceptHeading(reader, heading, line)) return
  }
  if (inLegend(reader, line)) return
  if (readings.some(reading => isElision(reading.trim())) && acceptElision(reader, { line, text: raw.trim() })) return
  if (!isSymbol(raw.trim())) addNoise(reader, line, start, end)
}

/** Solaris prints `[symbol]` on a line of its own under a name that it made readable. */
const isSymbol = (text: string) => /^\[[a-z_$.][\w$.@]*\]$/i.test(text)

function acceptHeading(reader: Reader, heading: Heading, line: number): boolean {
  const { draft } = reader
  reader.weakAt = -1
  if (heading.kind === 'legend') {
    // Some headings of columns have the words of legends, so nothing of them is looked for in there.
    if (!draft && !reader.headings) return false
    reader.section = 'legend'
    reader.legendLine = line
    if (reader.headings) headingsAt(reader, line).legend = true
    else if (draft) draft.legend = true
    return inLegend(reader, line)
  }
  if (heading.kind === 'legendEnd') {
    if (reader.section !== 'legend') return false
    inLegend(reader, line)
    reader.section = 'none'
    return true
  }
  if (heading.kind === 'indexTitle') {
    if (!draft) return false
    settleNoise(reader, draft)
    reader.section = 'index'
    draft.lastLine = line
    return true
  }
  const columns = heading.kind === 'flatColumns' || heading.kind === 'graphColumns' || heading.kind === 'scale'
  if (columns && inLegend(reader, line)) return true
  noteHeading(reader, heading, line)
  reader.section = 'none'
  return true
}

function noteHeading(reader: Reader, heading: Heading, line: number): void {
  const known = reader.headings
  if (heading.kind === 'flatTitle' && known?.startsFlat && known.flatColumns) settleBareHeadings(reader)
  const headings = headingsAt(reader, line)
  switch (heading.kind) {
    case 'flatTitle':
      headings.startsFlat = headings.certain = true
      break
    case 'graphTitle':
      headings.startsGraph = headings.certain = true
      break
    case 'samplePeriod':
    case 'granularity':
      if (heading.kind === 'samplePeriod') headings.startsFlat = true
      else headings.startsFlat = headings.startsGraph = true
      headings.certain = true
      headings.samplePeriod = heading.period ?? headings.samplePeriod
      headings.unit = heading.unit ?? headings.unit
      headings.total = heading.total ?? headings.total
      takeTitle(reader, line)
      break
    case 'flatColumns':
      headings.flatColumns = true
      if (headings.unit === '') headings.unit = heading.unit ?? ''
      if (!headings.startsFlat) takeForeignHeadings(reader, line)
      break
    case 'graphColumns':
      headings.graphColumns = true
      break
    case 'scale':
      if (headings.graphColumns) headings.graphScale = heading.scale ?? 1
      else headings.flatScale = heading.scale ?? 1
  }
}

/** The line before a granularity line is the title, in whatever language: short, without digits. */
function takeTitle(reader: Reader, line: number): void {
  const { noise, headings } = reader
  const last = noise[noise.length - 1]
  if (!last || !headings || line - last.line > 4 || headings.firstLine < line) return
  const text = textOf(reader.bytes, last.start, last.end)
  if (/\d/.test(text) || text.trim().length > 60 || !/^\t\t/.test(text)) return
  headings.firstLine = last.line
  noise.pop()
  reader.noiseCount--
}

/** Title and sample line in a language other than English, found from the names of columns under them. */
function takeForeignHeadings(reader: Reader, line: number): void {
  const { noise, headings } = reader
  if (!headings) return
  for (let i = noise.length - 2; i >= 0 && i >= noise.length - 3; i--) {
    if (line - noise[i].line > 8 || !/:\s*$/.test(textOf(reader.bytes, noise[i].start, noise[i].end))) continue
    const sample = readSamplePeriod(textOf(reader.bytes, noise[i + 1].start, noise[i + 1].end).trim(), false)
    if (!sample) continue
    headings.samplePeriod = sample.period ?? Number.NaN
    headings.unit = sample.unit ?? headings.unit
    headings.startsFlat = headings.certain = true
    headings.firstLine = noise[i].line
    reader.noiseCount -= noise.length - i
    noise.length = i
    return
  }
}

/** Within a legend every line that is no row is part of it, up to a form feed or a heading. */
function inLegend(reader: Reader, line: number): boolean {
  if (reader.section !== 'legend') return false
  if (line - reader.legendLine > LONGEST_LEGEND) {
    reader.section = 'none'
    return false
  }
  if (reader.headings) reader.headings.lastLine = line
  else if (reader.draft) reader.draft.lastLine = line
  return true
}

/** Dots or words where rows were: they count only right behind what was understood. */
function acceptElision(reader: Reader, place: QuotedLine): boolean {
  const { draft, headings, section } = reader
  if (reader.noiseCount > 0 || !(draft || headings)) return false
  reader.weakAt = -1
  if (headings) {
    headings.leftOut.push(place)
    headings.lastLine = place.line
    return true
  }
  if (!draft) return false
  if (section === 'index') draft.indexCut = true
  else markCut(draft)
  addLeftOut(draft, place)
  softBreak(draft)
  draft.lastLine = place.line
  return true
}
