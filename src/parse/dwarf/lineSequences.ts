// The rows of a line program as pieces: of which file and line is an address? Rows come in sequences, one for each
// stretch of code that the linker could move. Where sequences overlap, or rows of one have an address in common, the
// answer is that of gprof's reader (dwarf2.c of BFD).

import type { ByteReader } from '../byteReader.ts'
import { runLineProgram } from './lineProgram.ts'
import type { LineUnit } from './lineUnits.ts'

/** Pieces in ascending order that do not overlap. */
export interface LinePieces {
  start: number[]
  end: number[]
  /** As in the line table. */
  file: number[]
  line: number[]
  /** The addresses of each sequence, in the order of the table. */
  ranges: [low: number, high: number][]
}

interface Sequence {
  /** Lowest and highest address of a row. */
  range: [low: number, high: number]
  low: number
  high: number
  address: number[]
  file: number[]
  line: number[]
}

/** Runs the program at which the reader stands. Addresses count from `origin`. */
export function readLinePieces(reader: ByteReader, unit: LineUnit, origin: bigint): LinePieces {
  const sequences: Sequence[] = []
  let sequence: Sequence | null = null
  let isOrdered = true
  let movesLow = false
  runLineProgram(reader, unit, origin, (address, file, line, ends) => {
    if (!sequence) {
      sequence = { range: [address, address], low: address, high: address, address: [], file: [], line: [] }
      sequences.push(sequence)
      isOrdered = true
      movesLow = false
    }
    const rows = sequence
    const last = rows.address.length - 1
    rows.range = [Math.min(rows.range[0], address), Math.max(rows.range[1], address)]
    rows.high = ends || address > rows.high ? address : rows.high
    // Of rows for one address the last counts.
    if (!ends && last >= 0 && rows.address[last] === address && isOrdered) {
      rows.file[last] = file
      rows.line[last] = line
    } else if (!ends) {
      if (last >= 0 && address < rows.address[last]) isOrdered = false
      // A sequence is looked for by where it began, until a second row went below that.
      if (address < rows.low) {
        if (movesLow) rows.low = address
        movesLow = true
      }
      rows.address.push(address)
      rows.file.push(file)
      rows.line.push(line >>> 0)
    }
    if (!ends) return
    if (!isOrdered) sortRows(rows)
    sequence = null
  })
  return joinSequences(sequences)
}

/** Of rows for one address that came out of order, the first counts. */
function sortRows(rows: Sequence): void {
  const order = Array.from(rows.address, (_, i) => i).sort((a, b) => rows.address[a] - rows.address[b])
  const kept = order.filter((row, i) => i === 0 || rows.address[row] !== rows.address[order[i - 1]])
  const { address, file, line } = rows
  rows.address = kept.map(row => address[row])
  rows.file = kept.map(row => file[row])
  rows.line = kept.map(row => line[row])
}

/** Sequences by address; of two that overlap, the one that begins first keeps what it has. */
function joinSequences(sequences: Sequence[]): LinePieces {
  const pieces: LinePieces = { start: [], end: [], file: [], line: [], ranges: sequences.map(({ range }) => range) }
  const order = Array.from(sequences, (_, i) => i).sort(
    (a, b) => sequences[a].low - sequences[b].low || sequences[b].high - sequences[a].high || b - a,
  )
  let from = Number.NEGATIVE_INFINITY
  for (const at of order) {
    const { low, high, address, file, line } = sequences[at]
    from = Math.max(from, low)
    for (let row = 0; row < address.length; row++) {
      const start = Math.max(from, address[row])
      const end = Math.min(high, row + 1 < address.length ? address[row + 1] : high)
      if (start >= end) continue
      pieces.start.push(start)
      pieces.end.push(end)
      pieces.file.push(file[row])
      pieces.line.push(line[row])
    }
    from = Math.max(from, high)
  }
  return pieces
}
