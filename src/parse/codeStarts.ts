// Where an executable says that functions begin, for whoever starts it: its entry, `main`, and what runs before and after
// that. `strip` leaves all of it.

import { ByteReader } from './byteReader.ts'
import { type Elf, readRange } from './elf.ts'

/** A place that a function begins at, and the name that linkers give to what is there; empty for none. */
export interface CodeStart {
  at: bigint
  name: string
}

/** SHT_INIT_ARRAY, SHT_FINI_ARRAY and SHT_PREINIT_ARRAY: addresses of functions. */
const listsOfFunctions = [14, 15, 16]
/** Bytes that are read of each. They are short; but in a damaged file there may be many, each as long as the file. */
const longestList = 2 ** 16

/** All such places. Whether there is code at them is not looked at. */
export async function readCodeStarts(elf: Elf): Promise<CodeStart[]> {
  const starts: CodeStart[] = [{ at: elf.entry, name: '_start' }]
  const main = elf.machine === x8664 ? mainIn(await entryCode(elf), elf.entry) : null
  if (main !== null) starts.push({ at: main, name: 'main' })
  const lists = listsOfFunctions.map(type => elf.sections.find(section => section.type === type))
  for (const section of elf.sections) {
    if (section.name === '.init') starts.push({ at: section.address, name: '_init' })
    if (section.name === '.fini') starts.push({ at: section.address, name: '_fini' })
    if (!lists.includes(section)) continue
    const reader = new ByteReader(await readRange(elf.sectionSource(section), 0, longestList), elf.form)
    while (reader.left >= (elf.form.wide ? 8 : 4)) starts.push({ at: reader.address(), name: '' })
  }
  return starts
}

/** EM_X86_64 */
const x8664 = 62
/** Longer than the code that begins a program. */
const longestEntry = 64

async function entryCode({ sections, sectionSource, entry }: Elf): Promise<Uint8Array> {
  const section = sections.find(({ address, size }) => entry >= address && entry < address + BigInt(size))
  if (!section) return new Uint8Array(0)
  const start = Number(entry - section.address)
  return readRange(sectionSource(section), start, start + longestEntry)
}

/** A call to a distance, which linkers may put a prefix before, or one of an address that lies at a distance. */
const isCall = (code: Uint8Array, at: number): boolean =>
  code[at] === 0xe8 || (code[at] === 0x67 && code[at + 1] === 0xe8) || (code[at] === 0xff && code[at + 1] === 0x15)

/**
 * The address of `main` in the code at an entry: C libraries begin with a call, of which `main` is the first argument. It is
 * put into rdi right before, by its address or by its distance; null where the code is another.
 */
function mainIn(code: Uint8Array, entry: bigint): bigint | null {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength)
  for (let at = 0; at + 9 <= code.length; at++) {
    const move = view.getUint32(at) >>> 8
    if (!isCall(code, at + 7) || (move !== 0x48c7c7 && move !== 0x488d3d)) continue
    const value = BigInt(view.getInt32(at + 3, true))
    return BigInt.asUintN(64, move === 0x48c7c7 ? value : entry + BigInt(at + 7) + value)
  }
  return null
}
