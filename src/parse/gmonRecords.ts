// What both forms of gmon.out hold, and how its parts are read: histograms, arcs, and the sentence for a file cut short.

import type { Issue } from '../issue.ts'
import { type Bins, binsOf } from './bins.ts'
import type { ByteReader } from './byteReader.ts'
import { say } from './sentences.ts'

/** Ticks by address: bin i of n covers the i-th n-th of [low, high). */
export interface Histogram {
  low: bigint
  /** Exclusive. */
  high: bigint
  /** Ticks per unit of {@link dimension}: 100 per second nearly always; 0 in damaged files. */
  rate: number
  /** What a tick measures, `seconds` unless the writer chose something else. */
  dimension: string
  /** Its first letter stands for it in `ms/call`. */
  abbreviation: string
  bins: Bins
  /** Where its bins begin in the file, in bytes; none where several records were added up. */
  offset?: number
}

/** One row for each arc record, in file order; the same pair of addresses may occur twice. */
export interface ArcRecords {
  length: number
  /** Address of the call, rounded down by most writers. */
  from: BigUint64Array
  /** Address in the callee, a few bytes after its entry. */
  self: BigUint64Array
  count: Float64Array
  /** Where each begins in the file, in bytes; none where records of several files were added up. */
  offset?: Uint32Array
}

/** What a gmon.out literally says. */
export interface GmonOut {
  form: 'gnu' | 'bsd' | '4.4bsd'
  histograms: Histogram[]
  arcs: ArcRecords
  /** Records of basic-block counts, which gprof ignores unless it works by line. */
  blockRecords: number
  /** Bytes of the file. */
  size: number
}

/** So many 16-bit counters; null, before anything is allocated, if the file is too short for them. */
export function readBins(reader: ByteReader, length: number): Bins | null {
  if (!reader.has(length * 2)) return null
  return binsOf(reader.take(length * 2), reader.form.littleEndian)
}

/** Collects arc records. Room is for as many as the file can hold, and only once the first is met. */
export function arcTable(recordLength: number, fileLength: number) {
  let from = new BigUint64Array(0)
  let self = new BigUint64Array(0)
  let count = new Float64Array(0)
  let offset = new Uint32Array(0)
  let length = 0
  const makeRoom = (left: number) => {
    const room = Math.floor(Math.min(left, fileLength) / recordLength) + 1
    from = new BigUint64Array(room)
    self = new BigUint64Array(room)
    count = new Float64Array(room)
    offset = new Uint32Array(room)
  }
  return {
    rows: () => length,
    /** Reads a record that began at a byte; `wideCount` where the count has the size of an address. */
    read(reader: ByteReader, at: number, wideCount = false) {
      if (from.length === 0) makeRoom(reader.left)
      reader.what = 'arc'
      const caller = reader.address()
      const callee = reader.address()
      const calls = wideCount ? Number(reader.address()) : reader.u32()
      if (reader.cut) return
      from[length] = caller
      self[length] = callee
      offset[length] = at
      count[length++] = calls
    },
    take: (): ArcRecords => ({
      length,
      from: from.slice(0, length),
      self: self.slice(0, length),
      count: count.slice(0, length),
      offset: offset.slice(0, length),
    }),
  }
}

/** The sentence for a file that ends too early, with what could be read. */
export function cutShort(reader: ByteReader, { histograms, arcs }: GmonOut): Issue {
  const cut = reader.cut
  if (!cut) throw new Error('the file is whole')
  const { what, wanted } = cut
  return {
    code: 'truncated',
    ...say('gmonCut', {
      end: reader.bytes.length,
      what: what === 'bins' ? say(what, { bins: wanted / 2 }) : say(what),
      wanted,
      left: Math.max(0, cut.left),
      histograms: histograms.length,
      arcs: arcs.length,
    }),
    at: { byte: cut.at },
  }
}
