// Where in a file of listings the reader is: the listing at hand, the headings since its last row, the text that
// nothing is known of yet.

import type { QuotedLine } from '../profile.ts'
import { addLeftOut, addUnread, type Draft, finishDraft, isPlausible, markCut, newDraft, openTable } from './draft.ts'
import type { Listing } from './listing.ts'
import { textOf } from './tidyLine.ts'

/** After so many lines of other text the section is taken to be over: shapes that prose may have no longer count. */
const FAR_AWAY = 30
/** What a row of the call graph takes in listings of C programs, headings and index included. */
const BYTES_PER_ROW = 100
const NOISE_KEPT = 108
const UNREAD_LENGTH = 300

/** What headings have said since the last row. */
export interface Headings {
  firstLine: number
  lastLine: number
  /** A title or a sample line; rows of a flat profile that is there already then belong to another listing. */
  startsFlat: boolean
  /** A title or a granularity line. */
  startsGraph: boolean
  flatColumns: boolean
  graphColumns: boolean
  /** More than names of columns, which prose may resemble. */
  certain: boolean
  legend: boolean
  /** Lines that were left out right under the heading. */
  leftOut: QuotedLine[]
  samplePeriod: number
  unit: string
  total: number
  flatScale: number
  graphScale: number
}

/** A line that is neither row nor heading. */
export interface NoiseLine {
  line: number
  start: number
  end: number
}

export interface Reader {
  bytes: Uint8Array
  listings: Listing[]
  draft: Draft | null
  headings: Headings | null
  section: 'none' | 'flat' | 'graph' | 'index' | 'legend'
  /** Where the legend began. */
  legendLine: number
  /** Since the last line that was understood: the first hundred and the last few. */
  noise: NoiseLine[]
  noiseCount: number
  /** Where weak rows without an open call graph began; -1 for none. */
  weakAt: number
  weakLine: number
  /** Where to go on reading instead of at the next line; -1 for none. */
  rewindAt: number
  /** The file is a diff: lines with a minus are not there any more. */
  diff: boolean
}

export const newReader = (bytes: Uint8Array): Reader => ({
  bytes,
  listings: [],
  draft: null,
  headings: null,
  section: 'none',
  legendLine: 0,
  noise: [],
  noiseCount: 0,
  weakAt: -1,
  weakLine: 0,
  rewindAt: -1,
  diff: false,
})

/** Whether rows may stand here that are too weak to open a call graph. */
export const graphIsOpen = ({ section, headings }: Reader): boolean =>
  section === 'graph' || (section !== 'legend' && !!headings && (headings.startsGraph || headings.graphColumns))

/** Opens a section for a row on this line: in the listing at hand or, if headings say so, in a new one. */
export function enter(reader: Reader, section: 'flat' | 'graph', line: number): Draft {
  const { headings } = reader
  let { draft } = reader
  const starts = headings !== null && (section === 'flat' ? headings.startsFlat : headings.startsGraph)
  if (!draft || (starts && draft[section])) {
    draft = beginDraft(reader, headings ? headings.firstLine : line)
    settleNoise(reader, draft)
  } else {
    if (!headings && draft.lastRow === section && reader.noiseCount > 0) markCut(draft)
    settleNoise(reader, draft)
  }
  if (headings) settleHeadings(draft, headings, section)
  reader.headings = null
  reader.section = section
  reader.weakAt = -1
  return draft
}

function beginDraft(reader: Reader, firstLine: number): Draft {
  endDraft(reader)
  // Room for the rows of one long listing at once; a file of many listings must not pay for it many times.
  const capacity = reader.listings.length === 0 ? Math.max(64, Math.ceil(reader.bytes.length / BYTES_PER_ROW)) : 64
  reader.draft = newDraft(firstLine, capacity)
  reader.noise = reader.noise.filter(noise => noise.line > firstLine)
  reader.noiseCount = reader.noise.length
  return reader.draft
}

/** Puts the listing at hand with the others. */
export function endDraft({ bytes, draft, listings }: Reader): void {
  if (draft && isPlausible(draft)) listings.push(finishDraft(bytes, draft))
}

/** Counts the text since the last line that was understood as part of the listing. */
export function settleNoise(reader: Reader, draft: Draft): void {
  const { bytes, noise } = reader
  if (reader.noiseCount === 0) return
  const texts = noise.map(({ start, end }) => unreadText(bytes, start, end))
  noise.forEach(({ line }, i) => {
    addUnread(draft, { line, text: texts[i] })
  })
  draft.unreadCount += reader.noiseCount - noise.length
  // Words right under a row say what became of the next ones, unless they are the next command.
  if (noise[0].line === draft.lastRowLine + 1 && !/^\s*([$#>%] |\S+@\S+[:$#])/.test(texts[0])) markCut(draft)
  reader.noise = []
  reader.noiseCount = 0
}

export const unreadText = (bytes: Uint8Array, start: number, end: number): string =>
  textOf(bytes, start, end, 4 * UNREAD_LENGTH)
    .trimEnd()
    .slice(0, UNREAD_LENGTH)

export function addNoise(reader: Reader, line: number, start: number, end: number): void {
  reader.weakAt = -1
  reader.noiseCount++
  reader.noise.push({ line, start, end })
  if (reader.noise.length > NOISE_KEPT) reader.noise.splice(100, 1)
  if (reader.noiseCount > FAR_AWAY) reader.section = 'none'
}

function settleHeadings(draft: Draft, headings: Headings, section: 'flat' | 'graph'): void {
  if (!Number.isNaN(headings.samplePeriod)) draft.samplePeriod = headings.samplePeriod
  if (headings.unit !== '' && draft.unit === '') draft.unit = headings.unit
  if (section === 'graph' && !Number.isNaN(headings.total)) draft.graphTotal = headings.total
  if (headings.flatScale !== 1) draft.flatScale = headings.flatScale
  if (headings.graphScale !== 1) draft.graphScale = headings.graphScale
  if (headings.legend) draft.legend = true
  if (headings.certain || headings.flatColumns || headings.graphColumns) draft.headed = true
  if (headings.leftOut.length > 0) draft[section === 'flat' ? 'flatCut' : 'graphCut'] = true
  for (const place of headings.leftOut) addLeftOut(draft, place)
  draft.lastLine = Math.max(draft.lastLine, headings.lastLine)
}

/** The headings since the last row, with `line` as the newest. */
export function headingsAt(reader: Reader, line: number): Headings {
  reader.headings ??= {
    firstLine: line,
    lastLine: line,
    startsFlat: false,
    startsGraph: false,
    flatColumns: false,
    graphColumns: false,
    certain: false,
    legend: false,
    leftOut: [],
    samplePeriod: Number.NaN,
    unit: '',
    total: Number.NaN,
    flatScale: 1,
    graphScale: 1,
  }
  reader.headings.lastLine = line
  return reader.headings
}

/**
 * Headings without a row after them: at the end of the file, or before the title of the next listing. They make a
 * listing without rows, which is what gprof prints if the executable and gmon.out do not belong together.
 */
export function settleBareHeadings(reader: Reader): void {
  const { headings } = reader
  if (!headings?.certain || !(headings.flatColumns || headings.graphColumns)) return
  const section = headings.flatColumns ? 'flat' : 'graph'
  const draft = enter(reader, section, headings.firstLine)
  draft.lastLine = Math.max(draft.lastLine, headings.lastLine)
  if (headings.flatColumns) openTable(draft, 'flat')
  if (headings.graphColumns) openTable(draft, 'graph')
}
