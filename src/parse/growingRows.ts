// Tables that grow while a listing is read. Columns double when full; names are kept as places in the file and decoded
// together at the end, for decoding thousands of short names one by one costs more than reading all the numbers.

import { doubled } from '../doubled.ts'
import { type FlatRows, type GraphRows, Kind } from './listing.ts'
import { type Row, Shape } from './row.ts'

/** Where names stand: in the bytes of the file, or, for lines that had to be tidied first, as text. */
export interface NamePlaces {
  length: number
  start: Uint32Array
  end: Uint32Array
  tidied: Map<number, string>
}

/** A line to take a row from: `bytes` are the file's own unless `tidied`. */
export interface Line {
  bytes: Uint8Array
  /** From 1. */
  number: number
  tidied: boolean
}

export function newNames(capacity: number): NamePlaces {
  return { length: 0, start: new Uint32Array(capacity), end: new Uint32Array(capacity), tidied: new Map() }
}

export function addName(names: NamePlaces, line: Line, row: Row): void {
  if (names.length === names.start.length) {
    names.start = doubled(names.start)
    names.end = doubled(names.end)
  }
  if (line.tidied) names.tidied.set(names.length, decoder.decode(line.bytes.subarray(row.nameStart, row.nameEnd)))
  names.start[names.length] = row.nameStart
  names.end[names.length] = row.nameEnd
  names.length++
}

const decoder = new TextDecoder()

/** All names as text. Bytes that are no UTF-8 are read as Latin-1, so that names which differ stay different. */
export function decodeNames(bytes: Uint8Array, names: NamePlaces): string[] {
  let size = 0
  for (let i = 0; i < names.length; i++) size += names.end[i] - names.start[i]
  const joined = new Uint8Array(size)
  let ascii = 0
  let to = 0
  for (let i = 0; i < names.length; i++) {
    if (names.tidied.has(i)) continue
    for (let at = names.start[i]; at < names.end[i]; at++) {
      ascii |= bytes[at]
      joined[to++] = bytes[at]
    }
  }
  const text = ascii < 128 ? decoder.decode(joined.subarray(0, to)) : ''
  const decoded: string[] = new Array(names.length)
  let from = 0
  for (let i = 0; i < names.length; i++) {
    const tidied = names.tidied.get(i)
    const length = names.end[i] - names.start[i]
    if (tidied !== undefined) decoded[i] = tidied
    else if (ascii >= 128) decoded[i] = decodeName(bytes.subarray(names.start[i], names.end[i]))
    else {
      decoded[i] = text.slice(from, from + length)
      from += length
    }
  }
  return decoded
}

const strict = new TextDecoder('utf-8', { fatal: true })

function decodeName(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  }
}

export type GrowingFlat = Omit<FlatRows, 'name'> & { names: NamePlaces }

export function newFlatRows(capacity: number): GrowingFlat {
  return {
    length: 0,
    names: newNames(capacity),
    percent: new Float64Array(capacity),
    self: new Float64Array(capacity),
    calls: new Float64Array(capacity),
    totalPerCall: new Float64Array(capacity),
    index: new Int32Array(capacity),
    line: new Uint32Array(capacity),
  }
}

export function addFlatRow(rows: GrowingFlat, line: Line, row: Row, index: number): void {
  if (rows.length === rows.self.length) {
    rows.percent = doubled(rows.percent)
    rows.self = doubled(rows.self)
    rows.calls = doubled(rows.calls)
    rows.totalPerCall = doubled(rows.totalPerCall)
    rows.index = doubled(rows.index)
    rows.line = doubled(rows.line)
  }
  const at = rows.length++
  rows.percent[at] = row.percent
  rows.self[at] = row.self
  rows.calls[at] = row.count
  rows.totalPerCall[at] = row.total
  rows.index[at] = index
  rows.line[at] = line.number
  addName(rows.names, line, row)
}

export function newGraphRows(capacity: number): GraphRows {
  return {
    length: 0,
    kind: new Uint8Array(capacity),
    entry: new Int32Array(capacity),
    index: new Int32Array(capacity),
    excluded: new Uint8Array(capacity),
    cycle: new Int32Array(capacity),
    self: new Float64Array(capacity),
    children: new Float64Array(capacity),
    count: new Float64Array(capacity),
    total: new Float64Array(capacity),
    percent: new Float64Array(capacity),
    line: new Uint32Array(capacity),
  }
}

function growGraphRows(rows: GraphRows): void {
  rows.kind = doubled(rows.kind)
  rows.entry = doubled(rows.entry)
  rows.index = doubled(rows.index)
  rows.excluded = doubled(rows.excluded)
  rows.cycle = doubled(rows.cycle)
  rows.self = doubled(rows.self)
  rows.children = doubled(rows.children)
  rows.count = doubled(rows.count)
  rows.total = doubled(rows.total)
  rows.percent = doubled(rows.percent)
  rows.line = doubled(rows.line)
}

/** Adds what the shape says is there; the rest stays missing. */
export function addGraphRow(rows: GraphRows, line: number, row: Row, shape: Shape, entry: number): void {
  if (rows.length === rows.kind.length) growGraphRows(rows)
  const at = rows.length++
  const head = shape === Shape.primary || shape === Shape.cycleHead
  const timed = head || shape === Shape.arc || shape === Shape.member
  const counted = shape !== Shape.spontaneous
  rows.kind[at] = KIND_OF[shape]
  rows.entry[at] = entry
  rows.index[at] = counted ? row.index : -1
  rows.excluded[at] = counted && row.excluded ? 1 : 0
  rows.cycle[at] = counted ? row.cycle : 0
  rows.self[at] = timed ? row.self : Number.NaN
  rows.children[at] = timed ? row.children : Number.NaN
  rows.count[at] = counted ? row.count : Number.NaN
  rows.total[at] = timed ? row.total : Number.NaN
  rows.percent[at] = head ? row.percent : Number.NaN
  rows.line[at] = line
}

const KIND_OF = new Uint8Array(11)
KIND_OF[Shape.primary] = Kind.primary
KIND_OF[Shape.cycleHead] = Kind.cycleHead
KIND_OF[Shape.arc] = Kind.arc
KIND_OF[Shape.inner] = Kind.inner
KIND_OF[Shape.member] = Kind.member
KIND_OF[Shape.spontaneous] = Kind.spontaneous

/** Without the spare room, figures times `scale`. */
export function finishedGraph(rows: GraphRows, scale: number): GraphRows {
  const { length } = rows
  return {
    length,
    kind: rows.kind.subarray(0, length),
    entry: rows.entry.subarray(0, length),
    index: rows.index.subarray(0, length),
    excluded: rows.excluded.subarray(0, length),
    cycle: rows.cycle.subarray(0, length),
    self: scaled(rows.self.subarray(0, length), scale),
    children: scaled(rows.children.subarray(0, length), scale),
    count: rows.count.subarray(0, length),
    total: rows.total.subarray(0, length),
    percent: rows.percent.subarray(0, length),
    line: rows.line.subarray(0, length),
  }
}

export function finishedFlat(bytes: Uint8Array, rows: GrowingFlat, scale: number): FlatRows {
  const { length } = rows
  return {
    length,
    name: decodeNames(bytes, rows.names),
    percent: rows.percent.subarray(0, length),
    self: scaled(rows.self.subarray(0, length), scale),
    calls: rows.calls.subarray(0, length),
    totalPerCall: rows.totalPerCall.subarray(0, length),
    index: rows.index.subarray(0, length),
    line: rows.line.subarray(0, length),
  }
}

function scaled(column: Float64Array, scale: number): Float64Array {
  if (scale !== 1) for (let at = 0; at < column.length; at++) column[at] *= scale
  return column
}
