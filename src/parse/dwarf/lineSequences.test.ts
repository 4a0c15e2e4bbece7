import { expect, test } from 'vitest'
import { ByteReader } from '../byteReader.ts'
import { readLinePieces } from './lineSequences.ts'
import type { LineUnit } from './lineUnits.ts'

const unit: LineUnit = {
  instructionLength: 1,
  lineBase: -3,
  lineRange: 12,
  opcodeBase: 10,
  argumentsOf: Uint8Array.of(0, 1, 1, 1, 1, 0, 0, 0, 1),
  files: [],
  directories: [],
  firstFile: 1,
  addressLength: 4,
}

/** A line program: sequences of `address:line` and, at the end of each, the address behind it. */
function program(...sequences: string[]): ByteReader {
  const bytes: number[] = []
  const setAddress = (address: number) => bytes.push(0, 5, 2, address & 0xff, address >> 8, 0, 0)
  for (const sequence of sequences) {
    let line = 1
    for (const row of sequence.split(' ')) {
      const [address, to] = row.split(':').map(Number)
      setAddress(address)
      if (to === undefined) bytes.push(0, 1, 1)
      else {
        bytes.push(3, (to - line) & 0x7f, 1)
        line = to
      }
    }
  }
  return new ByteReader(Uint8Array.from(bytes), { littleEndian: true, wide: false })
}

/** Pieces as text: `from-to:line`. */
function pieces(...sequences: string[]): string {
  const { start, end, line } = readLinePieces(program(...sequences), unit, 0n)
  return start.map((from, i) => `${from}-${end[i]}:${line[i]}`).join(' ')
}

test('a row reaches to the next one, and the last to the end of the sequence', () => {
  expect(pieces('16:5 20:6 32')).toBe('16-20:5 20-32:6')
})

test('of rows for one address the last counts', () => {
  expect(pieces('16:5 20:6 20:7 20:8 32')).toBe('16-20:5 20-32:8')
})

test('sequences are in the order of their addresses, whatever that of the table', () => {
  expect(pieces('64:9 80', '16:5 32')).toBe('16-32:5 64-80:9')
})

test('where sequences overlap, the one that begins first keeps what it has', () => {
  expect(pieces('16:5 40', '32:7 48:8 64')).toBe('16-40:5 40-48:7 48-64:8')
})

test('of sequences that begin together the longer one counts, and of equal ones the last', () => {
  expect(pieces('16:5 20', '16:7 32')).toBe('16-32:7')
  expect(pieces('16:5 32', '16:7 32')).toBe('16-32:7')
})

test('rows out of order are put in order', () => {
  expect(pieces('16:5 32:6 24:7 48')).toBe('16-24:5 24-32:7 32-48:6')
})

test('a sequence is only found from where it began, though a row lies before', () => {
  expect(pieces('16:5 8:6 32')).toBe('16-32:5')
})
