// The functions of a stripped executable. gprof takes none of it; but where functions begin and end is still in the file:
// in the unwind table, in the symbols that other programs may call, and in what starts the program. Each has its
// exported name, or its address for one: `0x401136`.

import type { CodeStart } from '../parse/codeStarts.ts'
import { type Elf, executableFlag } from '../parse/elf.ts'
import type { CodeRanges } from '../parse/unwindTable.ts'
import { hex, stretchName } from './addressName.ts'
import { functionFinder } from './functionFinder.ts'
import { evenAddresses, type Functions, offsetsFrom, selectSymbols } from './selectSymbols.ts'

/** How functions of a stripped executable are known. */
export interface Addressed {
  /** Functions that have a name. */
  named: number
  /** Functions, and parts that the compiler split off, that are known by their address. */
  unnamed: number
  /** Stretches of code in which nobody knows what begins. They may be of many functions. */
  stretches: number
}

/** Bytes that compilers and linkers like addresses of functions to be multiples of: mostly the first. */
const ALIGNMENT = 16
const MOST_ALIGNMENT = 64
/** So many bytes of code come with the C compiler and have no unwind table. */
const STARTUP = 256

/** Where a function begins, or a section does. */
interface Start {
  name: string
  /** Bytes that surely belong to it; 0 where that is not known. */
  size: number
  /** Of the code section. */
  section: number
  isFunction: boolean
}

/**
 * Functions as gprof would have them, one for each address and each up to the next, with an end mark behind the last. Null
 * where most of the code is in none that is known: to share it among the others would be wrong.
 */
export function functionsByAddress(
  elf: Pick<Elf, 'symbols' | 'sections' | 'text' | 'machine'>,
  ranges: CodeRanges,
  codeStarts: CodeStart[],
): { functions: Functions; addressed: Addressed } | null {
  const exported = selectSymbols(elf)
  const { origin } = exported
  const code = codeSections(elf, origin)
  const sectionAt = functionFinder(code)
  const starts = new Map<number, Start>()
  for (let section = 0; section < code.length; section++)
    if (code.mayHoldMore[section]) starts.set(code.address[section], { name: '', size: 0, section, isFunction: false })
  const add = (at: number, name: string, size: number) => {
    const section = sectionAt(at)
    if (section < 0 || code.isTable[section]) return
    const known = starts.get(at) ?? { name: '', size: 0, section }
    const within = Math.min(size, code.end[section] + 1 - at)
    starts.set(at, { ...known, name: known.name || name, size: Math.max(known.size, within), isFunction: true })
  }
  for (const [fn, name] of exported.name.entries()) add(exported.address[fn], name, 0)
  const { symbols } = elf
  const values = evenAddresses(offsetsFrom(origin, symbols.value), elf.machine)
  for (let row = 0; row < symbols.length; row++)
    if (starts.get(values[row])?.isFunction) add(values[row], '', symbols.size[row])
  const places = offsetsFrom(
    origin,
    BigUint64Array.from(codeStarts, ({ at }) => at),
  )
  for (const [i, at] of evenAddresses(places, elf.machine).entries()) add(at, codeStarts[i].name, 0)
  const unwound = offsetsFrom(origin, ranges.start)
  for (const [i, at] of evenAddresses(unwound, elf.machine).entries()) add(at, '', ranges.size[i])
  return tableOf(starts, code, origin)
}

interface CodeSections {
  length: number
  address: Float64Array
  /** Last address. */
  end: Float64Array
  /** Filled by the linker with jumps to shared libraries, which are no functions of the program. */
  isTable: boolean[]
  /** Whether it holds functions one after the other, so that there may be one wherever none is known. */
  mayHoldMore: boolean[]
}

function codeSections({ sections }: Pick<Elf, 'sections'>, origin: bigint): CodeSections {
  const rows = sections.filter(({ flags, size }) => (flags & executableFlag) !== 0 && size > 0)
  const addresses = offsetsFrom(
    origin,
    BigUint64Array.from(rows, ({ address }) => address),
  )
  const order = Array.from(rows.keys()).sort((a, b) => addresses[a] - addresses[b])
  const isTable = order.map(row => /^\.i?plt/.test(rows[row].name))
  return {
    length: rows.length,
    address: Float64Array.from(order, row => addresses[row]),
    end: Float64Array.from(order, row => addresses[row] + rows[row].size - 1),
    isTable,
    mayHoldMore: order.map((row, i) => !isTable[i] && !/^\.(init|fini)$/.test(rows[row].name)),
  }
}

/** Names all functions, and puts stretches between those that do not meet. */
function tableOf(starts: Map<number, Start>, code: CodeSections, origin: bigint) {
  const address: number[] = []
  const name: string[] = []
  const addressed: Addressed = { named: 0, unnamed: 0, stretches: 0 }
  const addressAt = (at: number) => origin + BigInt(at)
  let unknown = 0
  let known = Number.NEGATIVE_INFINITY // the end of what surely belongs to functions so far
  const order = Array.from(starts.keys()).sort((a, b) => a - b)
  order.forEach((at, i) => {
    const start = starts.get(at)!
    const { section } = start
    const next = Math.min(order[i + 1] ?? Number.POSITIVE_INFINITY, code.end[section] + 1)
    if (start.isFunction) {
      address.push(at)
      name.push(start.name || hex(addressAt(at)))
      if (start.name) addressed.named++
      else addressed.unnamed++
    }
    if (!code.mayHoldMore[section]) return
    if (start.isFunction && start.size === 0) {
      unknown += next - at
      return
    }
    if (start.size > 0) known = Math.max(known, at + start.size)
    const from = startBetween(Math.max(known, at), next, Number(origin % BigInt(MOST_ALIGNMENT)))
    if (from < 0) return
    unknown += next - from
    addressed.stretches++
    address.push(from)
    name.push(stretchName(addressAt(from), addressAt(next)))
  })
  const all = code.address.reduce((sum, low, i) => sum + (code.mayHoldMore[i] ? code.end[i] + 1 - low : 0), 0)
  const isAnyKnown = known > Number.NEGATIVE_INFINITY
  if (!isAnyKnown || unknown > Math.max(STARTUP, all / 2)) return null
  return { functions: withEndMark(address, name, code.end[code.length - 1] + 1, origin), addressed }
}

/** gprof gives no samples to the last symbol, which in a program is a mark behind the code: so it is here. */
function withEndMark(begin: number[], names: string[], end: number, origin: bigint): Functions {
  const address = Float64Array.from([...begin, end])
  const { length } = address
  return {
    length,
    origin,
    address,
    end: address.map((at, i) => (i + 1 < length ? address[i + 1] : at) - 1),
    name: [...names, 'etext'],
    isFunction: new Uint8Array(length).fill(1, 0, length - 1),
    isStatic: new Uint8Array(length),
  }
}

/**
 * Where an unknown function may begin between two places that count from an address; -1 where there is room for none,
 * but only for what fills up to a multiple of something.
 */
function startBetween(known: number, next: number, address: number): number {
  let multiple = 1
  while (multiple < MOST_ALIGNMENT && (address + next) % (2 * multiple) === 0) multiple *= 2
  if (next - known < multiple) return -1
  const aligned = Math.ceil((address + known) / ALIGNMENT) * ALIGNMENT - address
  return next - aligned >= ALIGNMENT ? aligned : known
}
