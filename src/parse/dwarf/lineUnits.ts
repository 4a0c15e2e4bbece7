// .debug_line, part one: the header of each unit. A unit belongs to one source file that was compiled and says which
// files its lines come from, in one of two ways: up to version 4 by plain lists, in version 5 by tables that describe
// themselves.

import { type ByteReader, textOf } from '../byteReader.ts'
import { readOffset, readUnsigned } from './numbers.ts'

/** The name of a file: in the unit, or where it stands in another section. */
export type FileName = string | { section: '.debug_line_str' | '.debug_str'; offset: number }

export interface LineFile {
  name: FileName
  /** Row of {@link LineUnit.directories}. */
  directory: number
}

/** What is needed to run a unit's line program. */
export interface LineUnit {
  /** Whether the program's addresses are counted in instructions, and how long these are. */
  instructionLength: number
  lineBase: number
  lineRange: number
  /** Opcodes from here on are special: each moves address and line in one step. */
  opcodeBase: number
  /** Arguments of each standard opcode. */
  argumentsOf: Uint8Array
  /** By the number that the program uses for them. */
  files: LineFile[]
  /** By the number that files use for them; the first of them is where the compiler ran. */
  directories: FileName[]
  /** The number that is meant where the program has named none yet. */
  firstFile: number
  addressLength: number
}

const form = {
  block: 0x09,
  string: 0x08,
  strp: 0x0e,
  udata: 0x0f,
  data1: 0x0b,
  data2: 0x05,
  data4: 0x06,
  data8: 0x07,
  data16: 0x1e,
  line_strp: 0x1f,
}
const content = { path: 1, directory: 2 }

/** Reads a header and leaves the reader at the program; null for a version or form that is not known. */
export function readLineUnit(reader: ByteReader, offsetLength: 4 | 8): LineUnit | null {
  reader.what = 'header'
  const version = reader.u16()
  if (version < 2 || version > 5) return null
  let addressLength = reader.form.wide ? 8 : 4
  if (version === 5) {
    addressLength = reader.u8()
    if (reader.u8() !== 0) return null // segment selectors
  }
  const headerLength = readOffset(reader, offsetLength)
  const programAt = reader.offset + headerLength
  const instructionLength = reader.u8()
  if (version >= 4) reader.skip(1) // operations of an instruction: 1 but on machines that bundle them
  reader.skip(1)
  const lineBase = (reader.u8() << 24) >> 24
  const lineRange = reader.u8()
  const opcodeBase = reader.u8()
  const argumentsOf = reader.take(Math.max(0, opcodeBase - 1))
  if (reader.cut || lineRange === 0) return null
  const tables = version === 5 ? readTables(reader, offsetLength) : readLists(reader)
  if (!tables || reader.cut) return null
  reader.offset = programAt
  // DWARF says 1 in all versions. GNU's tools take the first of the table, which is 0 in version 5, and gprof with them.
  const firstFile = version === 5 ? 0 : 1
  return { firstFile, instructionLength, lineBase, lineRange, opcodeBase, argumentsOf, ...tables, addressLength }
}

type Tables = Pick<LineUnit, 'directories' | 'files'>

/** Directories, then files, each list ended by an empty name. Both count from 1. */
function readLists(reader: ByteReader): Tables {
  const directories: FileName[] = ['']
  for (let name = readText(reader); name !== '' && !reader.cut; name = readText(reader)) directories.push(name)
  const files: LineFile[] = [{ name: '', directory: 0 }]
  for (let name = readText(reader); name !== '' && !reader.cut; name = readText(reader)) {
    files.push({ name, directory: readUnsigned(reader) })
    readUnsigned(reader) // time
    readUnsigned(reader) // length
  }
  return { directories, files }
}

/** Directories, then files, each with a description of its columns. Both count from 0. */
function readTables(reader: ByteReader, offsetLength: 4 | 8): Tables | null {
  const directories = readTable(reader, offsetLength)
  const files = directories && readTable(reader, offsetLength)
  return files && { directories: directories.map(({ name }) => name), files }
}

function readTable(reader: ByteReader, offsetLength: 4 | 8): LineFile[] | null {
  const columns = Array.from({ length: reader.u8() }, () => ({
    content: readUnsigned(reader),
    form: readUnsigned(reader),
  }))
  const rows = readUnsigned(reader)
  const files: LineFile[] = []
  for (let row = 0; row < rows && !reader.cut; row++) {
    const file: LineFile = { name: '', directory: 0 }
    for (const column of columns) {
      const value = readForm(reader, column.form, offsetLength)
      if (value === null) return null
      if (column.content === content.path && typeof value !== 'number') file.name = value
      if (column.content === content.directory && typeof value === 'number') file.directory = value
    }
    files.push(file)
    if (columns.length === 0) return files
  }
  return files
}

/** A name or a number, 0 for what is neither; null for forms that are not known here. */
function readForm(reader: ByteReader, kind: number, offsetLength: 4 | 8): FileName | number | null {
  if (kind === form.string) return readText(reader)
  if (kind === form.line_strp) return { section: '.debug_line_str', offset: readOffset(reader, offsetLength) }
  if (kind === form.strp) return { section: '.debug_str', offset: readOffset(reader, offsetLength) }
  if (kind === form.udata) return readUnsigned(reader)
  if (kind === form.data1) return reader.u8()
  if (kind === form.data2) return reader.u16()
  if (kind === form.data4) return reader.u32()
  if (kind === form.data8) reader.skip(8)
  else if (kind === form.data16) reader.skip(16)
  else if (kind === form.block) reader.skip(readUnsigned(reader))
  else return null
  return 0
}

function readText(reader: ByteReader): string {
  const text = textOf(reader.bytes.subarray(reader.offset))
  reader.skip(text.length + 1)
  return text
}
