// In which source file is an address? All of .debug_line is gone through, in pieces, unit by unit, and nothing of it is
// kept but the answers.

import { ByteReader, textOf } from '../byteReader.ts'
import { type Elf, readRange } from '../elf.ts'
import { debugSection, inPieces } from './debugSections.ts'
import { runLineProgram } from './lineProgram.ts'
import { type FileName, type LineUnit, readLineUnit } from './lineUnits.ts'
import { readUnitLength } from './numbers.ts'

/** Longest file name that is taken. */
const longestName = 4096

/**
 * The source file's name without its directories, for each of the addresses, which ascend; empty where the executable
 * has no debug information for an address.
 */
export async function sourceFilesOf(elf: Elf, addresses: BigUint64Array): Promise<string[]> {
  const found: (FileName | null)[] = new Array(addresses.length).fill(null)
  const source = await debugSection(elf, '.debug_line')
  // gprof comes to a line table by way of .debug_info, and without that section knows of none.
  const isReached = elf.sections.some(({ name, size }) => name === '.debug_info' && size > 0)
  if (!isReached || addresses.length === 0) return found.map(() => '')
  const offsets = Float64Array.from(addresses, address => Number(address - addresses[0]))
  const fetch = inPieces(source)
  for (let at = 0; at + 12 <= source.size; ) {
    const piece = await fetch(at, 12)
    if (new ByteReader(piece, elf.form).u32() === 0) {
      at += zerosFrom(piece)
      continue
    }
    const head = readUnitLength(new ByteReader(piece, elf.form))
    at += head.size
    if (at + head.length > source.size) break
    const reader = new ByteReader((await fetch(at, head.length)).subarray(0, head.length), elf.form)
    const unit = readLineUnit(reader, head.offsetLength)
    if (unit) noteFiles(reader, unit, addresses[0], offsets, found)
    at += head.length
  }
  return Promise.all(found.map(name => (name === null ? '' : nameOf(elf, name))))
}

/** Length of the filling between units, in whole words. */
function zerosFrom(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === 0) at++
  return Math.max(4, Math.floor(at / 4) * 4)
}

/** Runs a unit's program and notes the file of each address that one of its rows covers. */
function noteFiles(
  reader: ByteReader,
  unit: LineUnit,
  origin: bigint,
  addresses: Float64Array,
  found: (FileName | null)[],
): void {
  let before = { address: 0, file: 0, line: 0 }
  let next = -1 // of the addresses asked for: the first that the rows to come may cover; -1 where a sequence begins
  runLineProgram(reader, unit, origin, (address, file, line, ends) => {
    if (next < 0) next = firstFrom(addresses, address)
    else
      for (; next < addresses.length && addresses[next] < address; next++)
        if (addresses[next] >= before.address && before.line !== 0)
          found[next] ??= unit.files[before.file]?.name ?? null
    before = { address, file, line }
    if (ends) next = -1
  })
}

/** First of the addresses at or above one. */
function firstFrom(addresses: Float64Array, address: number): number {
  let low = 0
  let high = addresses.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (addresses[middle] < address) low = middle + 1
    else high = middle
  }
  return low
}

async function nameOf(elf: Elf, name: FileName): Promise<string> {
  let path = name
  if (typeof path !== 'string') {
    const { section, offset } = path
    const source = await debugSection(elf, section)
    path = textOf(await readRange(source, offset, offset + longestName))
  }
  return path.slice(path.lastIndexOf('/') + 1)
}
