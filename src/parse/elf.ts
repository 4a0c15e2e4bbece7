// The executable, as far as a profile needs it: where .text lies, and the symbols, which are names with addresses.
// An executable may be gigabytes with its debug information, so it is never read whole: the header says where the
// section headers are, and those say where everything else is. Each range is held against the size of the file before
// it is fetched.

import type { Issue, Result } from '../issue.ts'
import type { Said } from '../saying.ts'
import { type ByteForm, ByteReader, textOf } from './byteReader.ts'
import { type ElfSymbols, readSymbols } from './elfSymbols.ts'
import { notElf } from './executableKind.ts'
import { say } from './sentences.ts'

/** What can be read in ranges. A Blob or a File is one. */
export interface ByteSource {
  readonly size: number
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

export interface ElfSection {
  name: string
  /** SHT_…: 2 is a symbol table, 8 has no bytes in the file. */
  type: number
  flags: number
  address: bigint
  offset: number
  size: number
  /** Of a symbol table: the section with its names. */
  link: number
  entrySize: number
}

/** An executable, shared object or separate debug file. */
export interface Elf {
  form: ByteForm
  /** EM_…: 62 is x86-64. */
  machine: number
  /** Linked to run at any address (PIE), so that addresses begin near 0. */
  positionIndependent: boolean
  /** Where it begins to run; 0 in what is not run by itself. */
  entry: bigint
  sections: ElfSection[]
  /** Address and size of .text. */
  text: { address: bigint; size: number }
  symbols: ElfSymbols
  /** A section to be read in ranges: shorter where the file ends early, empty where the file holds nothing of it. */
  sectionSource(section: ElfSection): ByteSource
}

/** SHF_EXECINSTR: the section holds code. */
export const executableFlag = 4
const noBits = 8
/** Longest name of a section that is taken: in a damaged table they may all overlap. */
const longestName = 1024
const symbolTable = 2
const dynamicSymbolTable = 11
const extendedIndexes = 18
const typeDynamic = 3

/**
 * Reads headers and symbols. Symbols come from .symtab, as gprof's do; a program without it may have `.dynsym` left, which
 * names only what other programs may call, and gprof does not look there: {@link ElfSymbols.source} tells.
 */
export async function readElf(source: ByteSource): Promise<Result<Elf>> {
  const head = await readRange(source, 0, 64)
  const other = notElf(head, source.size)
  if (other) return refuse('not-gprof', other)
  const form: ByteForm = { wide: head[4] === 2, littleEndian: head[5] === 1 }
  if ((head[4] !== 1 && head[4] !== 2) || (head[5] !== 1 && head[5] !== 2)) return refuse('damaged', say('elfOdd'))
  const header = readHeader(head, form)
  if (!header) return refuse('truncated', say('elfHeaderCut', { byte: source.size }))
  const sections = await readSections(source, form, header)
  if (!Array.isArray(sections)) return refuse('damaged', sections)

  const sectionSource = ({ type, offset, size }: ElfSection): ByteSource => ({
    size: type === noBits ? 0 : Math.max(0, Math.min(size, source.size - offset)),
    slice: (start, end) => source.slice(offset + start, offset + end),
  })
  const readSection = (section: ElfSection) => readRange(sectionSource(section), 0, section.size)
  const text = sections.find(section => section.name === '.text')
  if (!text) return refuse('not-understood', say('noText'))
  const table = [symbolTable, dynamicSymbolTable]
    .map(type => sections.find(section => section.type === type && section.size > 0))
    .find(section => section !== undefined)
  const warnings: Issue[] = []
  const tableBytes = table ? await readSection(table) : new Uint8Array(0)
  if (table && tableBytes.length < table.size)
    warnings.push({
      code: 'truncated',
      ...say('symbolsCut', { bytes: table.size, found: tableBytes.length }),
    })
  const names = table && sections[table.link]
  const extended = sections.find(
    section => section.type === extendedIndexes && sections[section.link] === table && table?.type === symbolTable,
  )
  const symbols = readSymbols({
    form,
    table: tableBytes,
    names: names ? await readSection(names) : new Uint8Array(0),
    extendedIndexes: extended ? await readSection(extended) : null,
    source: table?.type === symbolTable ? 'symtab' : table ? 'dynsym' : 'none',
  })
  return {
    ok: true,
    warnings,
    value: {
      form,
      machine: header.machine,
      positionIndependent: header.type === typeDynamic,
      entry: header.entry,
      sections,
      text: { address: text.address, size: text.size },
      symbols,
      sectionSource,
    },
  }
}

/** The bytes of a range, as far as the source goes. */
export async function readRange(source: ByteSource, start: number, end: number): Promise<Uint8Array> {
  const to = Math.min(end, source.size)
  if (!(start >= 0 && start < to)) return new Uint8Array(0)
  return new Uint8Array(await source.slice(start, to).arrayBuffer())
}

interface Header {
  type: number
  machine: number
  entry: bigint
  /** Where the section headers are, how long each is, how many, and which of them holds the names. */
  at: number
  length: number
  count: number
  names: number
}

function readHeader(head: Uint8Array, form: ByteForm): Header | null {
  const reader = new ByteReader(head, form)
  reader.skip(16)
  const type = reader.u16()
  const machine = reader.u16()
  reader.skip(4)
  const entry = reader.address()
  reader.address() // program headers
  const at = Number(reader.address())
  reader.skip(4 + 2 + 2 + 2)
  const length = reader.u16()
  const count = reader.u16()
  const names = reader.u16()
  return reader.cut ? null : { type, machine, entry, at, length, count, names }
}

/** The section headers, or the sentence that says why there are none. */
async function readSections(source: ByteSource, form: ByteForm, header: Header): Promise<ElfSection[] | Said> {
  const least = form.wide ? 64 : 40
  const { at, length } = header
  if (at === 0) return say('noSections')
  if (length < least || at + length > source.size) return say('sectionsMissing', { byte: at, bytes: source.size })
  const first = readSectionHeader(await readRange(source, at, at + length), 0, form)
  // A program with 65,280 sections or more keeps the true figures in the first section header.
  const count = header.count === 0 ? first.size : header.count
  const names = header.names === 0xffff ? first.link : header.names
  if (at + count * length > source.size) return say('sectionsCut', { sections: count, byte: at, bytes: source.size })
  const table = await readRange(source, at, at + count * length)
  const rows = Array.from({ length: count }, (_, row) => readSectionHeader(table, row * length, form))
  const strings = rows[names]
  const nameBytes =
    strings && strings.type !== noBits
      ? await readRange(source, strings.offset, strings.offset + strings.size)
      : new Uint8Array(0)
  return rows.map(({ nameOffset, ...section }) => ({ ...section, name: textOf(nameBytes, nameOffset, longestName) }))
}

function readSectionHeader(table: Uint8Array, at: number, form: ByteForm) {
  const reader = new ByteReader(table, form)
  reader.offset = at
  const nameOffset = reader.u32()
  const type = reader.u32()
  const flags = Number(reader.address())
  const address = reader.address()
  const offset = Number(reader.address())
  const size = Number(reader.address())
  const link = reader.u32()
  reader.skip(4)
  reader.address() // alignment
  const entrySize = Number(reader.address())
  return { nameOffset, type, flags, address, offset, size, link, entrySize }
}

function refuse(code: Issue['code'], said: Said): Result<Elf> {
  return { ok: false, errors: [{ code, ...said }] }
}
