// .debug_line, part two: in which source file is an address? Each unit holds a small program that, run, lists addresses
// with their files and lines in ascending order. The section may be large, so it is fetched in pieces, unit by unit,
// and nothing of it is kept but the answers.

import { ByteReader, textOf } from './byteReader.ts'
import { type ByteSource, type Elf, type ElfSection, readRange } from './elf.ts'
import { type FileName, type LineUnit, readLineUnit, readSigned, readUnsigned } from './lineUnits.ts'

/** SHF_COMPRESSED */
const compressedFlag = 0x800
/** Bytes that are fetched at a time. */
const pieceLength = 1 << 22
/** Longest file name that is taken. */
const longestName = 4096

/**
 * The source file's name without its directories, for each of the addresses, which ascend; empty where the executable
 * has no debug information for an address.
 */
export async function sourceFilesOf(elf: Elf, addresses: BigUint64Array): Promise<string[]> {
  const found: (FileName | null)[] = new Array(addresses.length).fill(null)
  const section = elf.sections.find(({ name }) => name === '.debug_line')
  // gprof comes to a line table by way of .debug_info, and without that section knows of none.
  const isReached = elf.sections.some(({ name, size }) => name === '.debug_info' && size > 0)
  if (!section || !isReached || addresses.length === 0) return found.map(() => '')
  const source = await sourceOf(elf, section)
  let at = 0
  let piece = new Uint8Array(0)
  let pieceAt = 0
  const fetch = async (length: number) => {
    if (at >= pieceAt && at + length <= pieceAt + piece.length) return
    pieceAt = at
    piece = (await readRange(source, at, at + Math.max(length, pieceLength))) as Uint8Array<ArrayBuffer>
  }
  while (at + 12 <= source.size) {
    await fetch(12)
    const head = new ByteReader(piece.subarray(at - pieceAt), elf.form)
    const first = head.u32()
    if (first === 0) {
      at += zerosFrom(piece, at - pieceAt)
      continue
    }
    const offsetLength = first === 0xffffffff ? 8 : 4
    const length = offsetLength === 8 ? Number(head.u64()) : first
    if (at + head.offset + length > source.size) break
    at += head.offset
    await fetch(length)
    const reader = new ByteReader(piece.subarray(at - pieceAt, at - pieceAt + length), elf.form)
    const unit = readLineUnit(reader, offsetLength)
    if (unit) runProgram(reader, unit, addresses, found)
    at += length
  }
  return Promise.all(found.map(name => (name === null ? '' : nameOf(elf, name))))
}

/** Length of the filling between units, in whole words. */
function zerosFrom(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === 0) at++
  return Math.max(4, Math.floor((at - start) / 4) * 4)
}

/** Runs a unit's program and notes the file of each address that one of its rows covers. */
function runProgram(reader: ByteReader, unit: LineUnit, addresses: BigUint64Array, found: (FileName | null)[]): void {
  let address = 0n
  let file = unit.firstFile
  let line = 1
  let before: { address: bigint; file: number; line: number } | null = null
  let next = 0 // of the addresses asked for: the first that the rows to come may cover

  const emit = () => {
    if (!before) next = firstFrom(addresses, address)
    else {
      for (; next < addresses.length && addresses[next] < address; next++)
        if (addresses[next] >= before.address && before.line !== 0) found[next] ??= unit.files[before.file] ?? null
    }
    before = { address, file, line }
  }
  const advance = (instructions: number) => {
    address += BigInt(Math.trunc(instructions) * unit.instructionLength)
  }
  while (reader.left > 0 && !reader.cut) {
    const opcode = reader.u8()
    if (opcode >= unit.opcodeBase) {
      const step = opcode - unit.opcodeBase
      advance(Math.floor(step / unit.lineRange))
      line += unit.lineBase + (step % unit.lineRange)
      emit()
    } else if (opcode === 0) {
      const length = readUnsigned(reader)
      const end = reader.offset + length
      const extended = length > 0 ? reader.u8() : 0
      if (extended === 1) {
        emit()
        address = 0n
        file = unit.firstFile
        line = 1
        before = null
      } else if (extended === 2) address = unit.addressLength === 8 ? reader.u64() : BigInt(reader.u32())
      if (!(end <= reader.bytes.length)) return
      reader.offset = end
    } else if (opcode === 1) emit()
    else if (opcode === 2) advance(readUnsigned(reader))
    else if (opcode === 3) line += readSigned(reader)
    else if (opcode === 4) file = readUnsigned(reader)
    else if (opcode === 8) advance(Math.floor((255 - unit.opcodeBase) / unit.lineRange))
    else if (opcode === 9) address += BigInt(reader.u16())
    else for (let i = 0; i < (unit.argumentsOf[opcode - 1] ?? 0); i++) readUnsigned(reader)
  }
}

/** First of the addresses at or above one. */
function firstFrom(addresses: BigUint64Array, address: bigint): number {
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
    const { section: wanted, offset } = path
    const section = elf.sections.find(each => each.name === wanted)
    if (!section) return ''
    const source = await sourceOf(elf, section)
    path = textOf(await readRange(source, offset, offset + longestName))
  }
  return path.slice(path.lastIndexOf('/') + 1)
}

const unpacked = new WeakMap<ElfSection, Promise<ByteSource>>()

/** A section to be read in ranges; one that the linker compressed is unpacked first. */
function sourceOf(elf: Elf, section: ElfSection): Promise<ByteSource> {
  if ((section.flags & compressedFlag) === 0) return Promise.resolve(elf.sectionSource(section))
  let source = unpacked.get(section)
  if (!source) {
    source = unpack(elf, section)
    unpacked.set(section, source)
  }
  return source
}

/** Empty for a compression that is not zlib, and for damaged data: files are then not known, and all else is. */
async function unpack(elf: Elf, section: ElfSection): Promise<ByteSource> {
  const packed = elf.sectionSource(section)
  const headLength = elf.form.wide ? 24 : 12
  const head = new ByteReader(await readRange(packed, 0, headLength), elf.form)
  const method = head.u32()
  if (elf.form.wide) head.skip(4)
  const size = Number(head.address())
  // zlib packs a thousandfold at most.
  if (method !== 1 || size > packed.size * 1100) return new Blob([])
  try {
    const bytes = await readRange(packed, headLength, packed.size)
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate'))
    return await new Response(stream).blob()
  } catch {
    return new Blob([])
  }
}
