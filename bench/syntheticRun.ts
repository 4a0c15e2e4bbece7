// An executable and the gmon.out of a run that never was, with as many functions as one likes: a compiler takes minutes
// for what is written here in a second. The executable holds what a profiler reads of one, .text full of nothing and a
// symbol table; gprof takes it for a program like any other.

import { randomNumbers } from '../src/randomNumbers.fixture.ts'

/** Both files, for x86-64. */
export interface SyntheticRun {
  program: Uint8Array
  gmon: Uint8Array
}

const textAddress = 0x401000
const functionLength = 64
/** Bytes to a bin of the histogram, as glibc has them. */
const binLength = 4
const arcLength = 21
const symbolLength = 24
const sectionHeaderLength = 64

/**
 * A run with so many functions, each of which called so many others, any of them, so that nearly all form one cycle. A
 * third have time of their own. Half of the names are C++, every fourth function is static. The same for the same seed.
 */
export function syntheticRun(functions: number, arcsEach: number, seed = 1): SyntheticRun {
  const random = randomNumbers(seed)
  return { program: writeProgram(functions), gmon: writeGmon(functions, arcsEach, random) }
}

const isStatic = (fn: number) => fn % 4 === 3

function symbolOf(fn: number): string {
  if (fn === 0) return 'main'
  if (fn % 2 === 0) return `buffer_insert_token${fn}`
  const owner = `Cursor${fn}`
  return `_ZN7storage${owner.length}${owner}I${'ijlm'[fn % 4]}E4scanEPKcRSt6vectorIiSaIiEE`
}

function writeProgram(functions: number): Uint8Array {
  const rows = Array.from({ length: functions }, (_, fn) => fn)
  const order = [...rows.filter(isStatic), ...rows.filter(fn => !isStatic(fn))] // ELF wants local symbols first
  const names = `\0${order.map(symbolOf).join('\0')}\0`
  const symbols = new DataView(new ArrayBuffer((functions + 1) * symbolLength))
  let nameAt = 1
  for (const [row, fn] of order.entries()) {
    const at = (row + 1) * symbolLength
    symbols.setUint32(at, nameAt, true)
    symbols.setUint8(at + 4, isStatic(fn) ? 0x02 : 0x12) // STT_FUNC, local or global
    symbols.setUint16(at + 6, 1, true) // of .text
    symbols.setBigUint64(at + 8, BigInt(textAddress + fn * functionLength), true)
    symbols.setBigUint64(at + 16, BigInt(functionLength), true)
    nameAt += symbolOf(fn).length + 1
  }
  const locals = 1 + rows.filter(isStatic).length
  const zeros = new Uint8Array(functions * functionLength)
  return writeElf([
    { name: '.text', type: 1, flags: 6, address: textAddress, bytes: zeros },
    { name: '.debug_info', type: 1, bytes: new Uint8Array(0) },
    { name: '.symtab', type: 2, link: 4, info: locals, entry: symbolLength, bytes: new Uint8Array(symbols.buffer) },
    { name: '.strtab', type: 3, bytes: Buffer.from(names, 'latin1') },
  ])
}

/** A section to be written; what is left out is 0. */
export interface SectionToWrite {
  name: string
  /** SHT_…: 1 is contents, 2 a symbol table, 3 names. */
  type: number
  flags?: number
  address?: number
  link?: number
  info?: number
  entry?: number
  bytes: Uint8Array
}

/** An ELF file of 64 bits for x86-64, little-endian, with these sections from row 1 on; their names are added behind. */
export function writeElf(given: SectionToWrite[]): Uint8Array {
  const names = `\0${given.map(({ name }) => name).join('\0')}\0.shstrtab\0`
  const sections = [...given, { name: '.shstrtab', type: 3, bytes: Buffer.from(names, 'latin1') } as SectionToWrite]
  const headerLength = 64
  const places: number[] = []
  let end = headerLength
  for (const { bytes } of sections) {
    places.push(end)
    end = Math.ceil((end + bytes.length) / 16) * 16
  }
  const file = new Uint8Array(end + (sections.length + 1) * sectionHeaderLength)
  const view = new DataView(file.buffer)
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]) // ELF, 64 bits, little-endian
  view.setUint16(16, 2, true) // ET_EXEC
  view.setUint16(18, 62, true) // EM_X86_64
  view.setUint32(20, 1, true)
  view.setBigUint64(40, BigInt(end), true)
  view.setUint16(52, headerLength, true)
  view.setUint16(58, sectionHeaderLength, true)
  view.setUint16(60, sections.length + 1, true)
  view.setUint16(62, sections.length, true)
  for (const [row, section] of sections.entries()) {
    file.set(section.bytes, places[row])
    const at = end + (row + 1) * sectionHeaderLength
    const wide = (offset: number, value: number) => view.setBigUint64(at + offset, BigInt(value), true)
    view.setUint32(at, names.indexOf(`\0${section.name}\0`) + 1, true)
    view.setUint32(at + 4, section.type, true)
    wide(8, section.flags ?? 0)
    wide(16, section.address ?? 0)
    wide(24, places[row])
    wide(32, section.bytes.length)
    view.setUint32(at + 40, section.link ?? 0, true)
    view.setUint32(at + 44, section.info ?? 0, true)
    wide(48, 16)
    wide(56, section.entry ?? 0)
  }
  return file
}

/** Where a file goes on, and with which bytes; between are zeros. */
export interface Piece {
  at: number
  bytes: Uint8Array
}

/** The same program with so many bytes of debug information in front of its symbols: a hole in the file, cheap to write. */
export function withDebugInformation(program: Uint8Array, length: number): Piece[] {
  const file = program.slice()
  const view = new DataView(file.buffer)
  const headers = Number(view.getBigUint64(40, true))
  const debug = headers + 2 * sectionHeaderLength
  const hole = Number(view.getBigUint64(debug + 24, true))
  view.setBigUint64(40, BigInt(headers + length), true)
  view.setBigUint64(debug + 32, BigInt(length), true)
  for (let header = debug + sectionHeaderLength; header < file.length; header += sectionHeaderLength)
    view.setBigUint64(header + 24, view.getBigUint64(header + 24, true) + BigInt(length), true)
  return [
    { at: 0, bytes: file.subarray(0, hole) },
    { at: hole + length, bytes: file.subarray(hole) },
  ]
}

function writeGmon(functions: number, arcsEach: number, random: () => number): Uint8Array {
  const bins = (functions * functionLength) / binLength
  const headLength = 20 + 1 + 40
  const file = Buffer.alloc(headLength + bins * 2 + functions * arcsEach * arcLength)
  file.write('gmon')
  file.writeUInt32LE(1, 4)
  file.writeBigUInt64LE(BigInt(textAddress), 21)
  file.writeBigUInt64LE(BigInt(textAddress + functions * functionLength), 29)
  file.writeUInt32LE(bins, 37)
  file.writeUInt32LE(100, 41) // samples per second
  file.write('seconds', 45)
  file.write('s', 60)
  for (let fn = 0; fn < functions; fn++) {
    if (random() > 1 / 3) continue
    const bin = (fn * functionLength) / binLength + Math.floor((random() * functionLength) / binLength)
    file.writeUInt16LE(Math.min(60000, Math.floor(5 / (random() + 1e-4))), headLength + bin * 2)
  }
  let at = headLength + bins * 2
  for (let fn = 0; fn < functions; fn++)
    for (const callee of calleesOf(functions, arcsEach, random)) {
      file[at] = 1
      file.writeBigUInt64LE(BigInt(textAddress + fn * functionLength + 16), at + 1)
      file.writeBigUInt64LE(BigInt(textAddress + callee * functionLength + 4), at + 9)
      file.writeUInt32LE(1 + Math.floor(50 / (random() + 1e-5)), at + 17)
      at += arcLength
    }
  return file
}

/** So many different functions, any of them. */
export function calleesOf(functions: number, count: number, random: () => number): Set<number> {
  const called = new Set<number>()
  while (called.size < count) called.add(Math.floor(functions * random()))
  return called
}
