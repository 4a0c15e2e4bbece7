// The symbol that an address belongs to in the eyes of BFD's find_function, which gprof falls back on where debug
// information names no function. Unlike gprof's own table it goes by all symbols of .text and by their lengths, and it
// remembers its last answer: as long as addresses stay within that symbol, it does not look again.

import { textOf } from '../parse/byteReader.ts'
import type { Elf } from '../parse/elf.ts'
import { offsetsFrom } from './selectSymbols.ts'

/** A symbol of .text. Addresses count from the origin that was given. */
export interface NearSymbol {
  /** Null before the first symbol. */
  name: string | null
  address: number
  /** Up to here it is the answer, as long as it was the last one. */
  until: number
}

const type = { none: 0, object: 1, function: 2, section: 3, file: 4, common: 5, threadLocal: 6, relc: 8, srelc: 9 }
const notCode = new Set([type.object, type.section, type.file, type.common, type.threadLocal, type.relc, type.srelc])
const binding = { local: 0 }
const visibility = { hidden: 2 }
const longestName = 1 << 16

/** Finds the symbol of one address after another. */
export function symbolFinder(elf: Elf, origin: bigint): (at: number) => NearSymbol {
  const { symbols } = elf
  const text = elf.sections.findIndex(({ name }) => name === '.text')
  const address = offsetsFrom(origin, symbols.value)
  const size = (row: number) => symbols.size[row] || 1
  const rows: number[] = []
  for (let row = 1; row < symbols.length; row++) if (symbols.section[row] === text && mayBeCode(row)) rows.push(row)
  rows.sort((a, b) => address[a] - address[b])
  let last: NearSymbol | null = null

  return at => {
    if (!last || at < last.address || at >= last.until) last = find(at)
    return last
  }

  function mayBeCode(row: number): boolean {
    if (notCode.has(symbols.type[row])) return false
    return !(
      symbols.size[row] === 0 &&
      symbols.binding[row] === binding.local &&
      symbols.type[row] === type.none &&
      symbols.visibility[row] === visibility.hidden
    )
  }

  function find(at: number): NearSymbol {
    const above = firstAbove(at)
    const next = above < rows.length ? address[rows[above]] : Number.POSITIVE_INFINITY
    if (above === 0) return { name: null, address: Number.NEGATIVE_INFINITY, until: next }
    let best = above - 1
    for (let i = best - 1; i >= 0 && address[rows[i]] === address[rows[best]]; i--) best = i
    for (let i = best + 1; i < above; i++) if (isBetter(rows[best], rows[i], at)) best = i
    const row = rows[best]
    let until = address[row] + size(row)
    // Symbols that the table has behind it, and that begin within it, cut it short.
    for (let i = above; i < rows.length && address[rows[i]] < until; i++) if (rows[i] > row) until = address[rows[i]]
    // Behind its end and before the next one, it is the answer each time that is looked for anew.
    if (until <= at) until = next
    return { name: textOf(symbols.names, symbols.nameOffset[row], longestName), address: address[row], until }
  }

  /** Of two symbols with one address, the second of which comes later in the table. */
  function isBetter(old: number, newcomer: number, at: number): boolean {
    if (address[old] + size(old) <= at) return size(newcomer) > size(old)
    if (address[newcomer] + size(newcomer) <= at) return false
    const isFunction = (row: number) => symbols.type[row] === type.function
    if (isFunction(old) !== isFunction(newcomer)) return isFunction(newcomer)
    const isTyped = (row: number) => symbols.type[row] !== type.none
    if (isTyped(old) !== isTyped(newcomer)) return isTyped(newcomer)
    return size(newcomer) < size(old)
  }

  function firstAbove(at: number): number {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (address[rows[middle]] <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
