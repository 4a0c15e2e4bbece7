// The sections of debug information, which may be gigabytes: they are read in ranges, and of each only what is asked for.

import { ByteReader } from '../byteReader.ts'
import { type ByteSource, type Elf, type ElfSection, readRange } from '../elf.ts'

/** SHF_COMPRESSED */
const compressedFlag = 0x800
/** Bytes that are fetched at a time. */
const pieceLength = 1 << 22

/** A section by name, to be read in ranges; empty where there is none. One that the linker compressed is unpacked first. */
export function debugSection(elf: Elf, name: string): Promise<ByteSource> {
  const section = elf.sections.find(each => each.name === name)
  if (!section) return Promise.resolve(new Blob([]))
  if ((section.flags & compressedFlag) === 0) return Promise.resolve(elf.sectionSource(section))
  let source = unpacked.get(section)
  if (!source) {
    source = unpack(elf, section)
    unpacked.set(section, source)
  }
  return source
}

const unpacked = new WeakMap<ElfSection, Promise<ByteSource>>()

/** Empty for a compression that is not zlib, and for damaged data: lines are then not known, and all else is. */
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

/** Bytes of a source from one place on: at least as many as asked for, where there are so many. */
export type FetchBytes = (at: number, length: number) => Promise<Uint8Array>

/** Reads a source in large pieces, of which the last is kept: for readers that go through it in order. */
export function inPieces(source: ByteSource): FetchBytes {
  let piece: Uint8Array = new Uint8Array(0)
  let pieceAt = 0
  return async (at, length) => {
    if (at < pieceAt || at + length > pieceAt + piece.length) {
      piece = await readRange(source, at, at + Math.max(length, pieceLength))
      pieceAt = at
    }
    return piece.subarray(at - pieceAt)
  }
}
