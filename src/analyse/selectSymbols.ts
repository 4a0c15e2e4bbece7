// From the symbols of an executable to the functions of a profile, by gprof's rules. gprof knows nothing of a
// function's length: each one reaches to the next, so a symbol that is left out here gives its time and its calls to
// the one before it. To get gprof's figures one has to choose exactly the symbols that it chooses.

import { textOf } from '../parse/byteReader.ts'
import { type Elf, type ElfSection, executableFlag } from '../parse/elf.ts'
import { absoluteSection, commonSection, type ElfSymbols, undefinedSection } from '../parse/elfSymbols.ts'
import { staticNameFilter } from './nameFilter.ts'

/**
 * The functions of a program, in address order, one for each address. Addresses count from {@link origin}, near the
 * beginning of .text, so that a plain number holds them exactly wherever the program is linked.
 */
export interface Functions {
  length: number
  origin: bigint
  address: Float64Array
  /** Last address that belongs to the function. Before `address` where the last symbol lies behind .text. */
  end: Float64Array
  /** As in the symbol table, one character for each byte. */
  name: string[]
  /** The symbol table calls it a function; else it is a label in assembly, or data that got in. */
  isFunction: Uint8Array
  /** Known in its own source file only. */
  isStatic: Uint8Array
}

const binding = { local: 0, global: 1, weak: 2 }
const type = { object: 1, function: 2, section: 3, file: 4, common: 5, indirect: 10 }
const machine = { mips: 8, arm: 40 }
/** Sections of Windows programs that hold no code, whatever their flags say. */
const dataSection = /^\.(idata|edata|pdata|drectve)([.$0-9]|$)/

/** The symbols that gprof takes for functions, aliases resolved. */
export function selectSymbols(elf: Pick<Elf, 'symbols' | 'sections' | 'text' | 'machine'>): Functions {
  const { symbols, text } = elf
  const origin = text.address & ~1n
  const acceptsName = staticNameFilter(symbols.names)
  const rows: number[] = []
  const isStatic = new Uint8Array(symbols.length)
  const address = offsetsFrom(origin, symbols.value)
  const even = evenAddresses(address, elf.machine)
  for (let row = 1; row < symbols.length; row++) {
    const kind = kindOf(symbols, elf.sections, acceptsName, row)
    if (kind === 'none') continue
    if (symbols.type[row] === type.function) address[row] = even[row]
    isStatic[row] = kind === 'static' ? 1 : 0
    rows.push(row)
  }
  const isFunction = (row: number) => symbols.type[row] === type.function
  const kept = keepOneForEachAddress(rows, {
    address: row => address[row],
    isFunction,
    isStatic: row => isStatic[row] === 1,
    startsWithUnderscores: (row, count) =>
      symbols.names[symbols.nameOffset[row]] === 0x5f &&
      (count === 1 || symbols.names[symbols.nameOffset[row] + 1] === 0x5f),
  })
  const selected = new Float64Array(kept.map(row => address[row]))
  return {
    length: kept.length,
    origin,
    address: selected,
    end: endsOf(selected, origin, text),
    name: namesOf(symbols, kept),
    isFunction: new Uint8Array(kept.map(row => Number(isFunction(row)))),
    isStatic: new Uint8Array(kept.map(row => isStatic[row])),
  }
}

/** Where functions begin: on ARM and MIPS the lowest bit of an address says which instruction set its function is in. */
export const evenAddresses = (addresses: Float64Array, of: number): Float64Array =>
  of === machine.arm || of === machine.mips ? addresses.map(at => 2 * Math.floor(at / 2)) : addresses

/** What decides between symbols for one address. */
interface Rivals {
  address: (row: number) => number
  isFunction: (row: number) => boolean
  isStatic: (row: number) => boolean
  startsWithUnderscores: (row: number, count: 1 | 2) => boolean
}

/** The rows that gprof keeps, in order of address: of several for one address one, chosen by its kind and its name. */
export function keepOneForEachAddress(rows: number[], rivals: Rivals): number[] {
  const { address, isFunction, isStatic, startsWithUnderscores } = rivals
  const order = rows.toSorted(
    (a, b) =>
      address(a) - address(b) ||
      Number(isFunction(b)) - Number(isFunction(a)) ||
      Number(isStatic(a)) - Number(isStatic(b)),
  )
  const kept: number[] = []
  for (const row of order) {
    const last = kept.length - 1
    if (last < 0 || address(kept[last]) !== address(row)) kept.push(row)
    else if (isBetter(kept[last], row)) kept[last] = row
  }
  return kept

  function isBetter(old: number, newcomer: number): boolean {
    if (isStatic(old) !== isStatic(newcomer)) return isStatic(old)
    if (isFunction(old) !== isFunction(newcomer)) return isFunction(newcomer)
    if (!startsWithUnderscores(old, 1)) return false
    if (!startsWithUnderscores(newcomer, 1)) return true
    return startsWithUnderscores(old, 2) && !startsWithUnderscores(newcomer, 2)
  }
}

/** Each symbol reaches to the next one, and the last to the end of the code. */
export function endsOf(address: Float64Array, origin: bigint, text: Elf['text']): Float64Array {
  const last = Number(text.address - origin) + text.size - 1
  return address.map((_, i) => (i + 1 < address.length ? address[i + 1] - 1 : last))
}

/** Names hardly overlap. In a damaged table they may all overlap, and then fill all memory: behind a limit they are cut. */
function namesOf({ names, nameOffset }: ElfSymbols, rows: number[]): string[] {
  let room = 4 * names.length
  return rows.map(row => {
    const name = textOf(names, nameOffset[row], Math.max(room, 256))
    room -= name.length
    return name
  })
}

function kindOf(
  symbols: ElfSymbols,
  sections: ElfSection[],
  acceptsName: (start: number) => boolean,
  row: number,
): 'none' | 'global' | 'static' {
  const bound = symbols.binding[row]
  const kind = symbols.type[row]
  const section = symbols.section[row]
  if (kind === type.section || kind === type.file || kind === type.indirect) return 'none'
  if (section === commonSection || section === undefinedSection) return 'none'
  // A weak symbol counts wherever it lies, in data too, unless it says that it is data.
  if (bound === binding.weak) return kind === type.object || kind === type.common ? 'none' : 'global'
  if (bound !== binding.local && bound !== binding.global) return 'none'
  if (section === absoluteSection || !holdsCode(sections[section])) return 'none'
  if (bound === binding.global) return 'global'
  return acceptsName(symbols.nameOffset[row]) ? 'static' : 'none'
}

function holdsCode(section: ElfSection | undefined): boolean {
  return section !== undefined && (section.flags & executableFlag) !== 0 && !dataSection.test(section.name)
}

/** Whether the first half of a number of 64 bits is the lower one in the memory of this machine. */
const lowFirst = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Addresses counted from another, as plain numbers: exact but for those that are very far from it. */
export function offsetsFrom(origin: bigint, addresses: BigUint64Array): Float64Array {
  // Halves of addresses are plain numbers, and their differences too: no big one need be made for each.
  const halves = new Uint32Array(addresses.buffer, addresses.byteOffset, 2 * addresses.length)
  const low = lowFirst ? 0 : 1
  const originLow = Number(BigInt.asUintN(32, origin))
  const originHigh = Number(origin >> 32n)
  const offsets = new Float64Array(addresses.length)
  for (let i = 0; i < offsets.length; i++)
    offsets[i] = (halves[2 * i + 1 - low] - originHigh) * 2 ** 32 + (halves[2 * i + low] - originLow)
  return offsets
}
