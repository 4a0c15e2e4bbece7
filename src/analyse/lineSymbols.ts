// gprof's table of symbols where it counts by line: those of functions, and one wherever the line changes. gprof asks
// for the line of each byte of .text; here the bytes that have one answer are taken together.

import { type NearestLines, pieceAt } from '../parse/dwarf/nearestLines.ts'
import type { Elf } from '../parse/elf.ts'
import { functionFinder } from './functionFinder.ts'
import { type NearSymbol, symbolFinder } from './nearestSymbol.ts'
import { endsOf, type Functions, keepOneForEachAddress } from './selectSymbols.ts'

/** Symbols, and where each is in the source. */
export interface LineSymbols extends Functions {
  /** 0 for none. */
  line: Uint32Array
  /** Row of {@link files}; -1 for none. */
  file: Int32Array
  /** Paths. */
  files: string[]
}

/**
 * The functions of a program, and in them its lines, which are symbols that are no functions. Addresses of `lines` count
 * from the origin of the functions. O(n log n) for n pieces and symbols.
 */
export function lineSymbols(elf: Elf, functions: Functions, lines: NearestLines): LineSymbols {
  const address: number[] = []
  const name: string[] = []
  const isStatic: number[] = []
  const lineOf: number[] = []
  const fileOf: number[] = []
  const functionAt = functionFinder(functions)
  walk(elf, functions, lines, (at, called, line, file) => {
    const last = name.length - 1
    const isSameFunction = last >= 0 && fileOf[last] === file && name[last] === called
    if (isSameFunction && lineOf[last] === line) return
    const fn = isSameFunction ? -1 : functionAt(at)
    isStatic.push(isSameFunction ? isStatic[last] : fn < 0 ? 0 : functions.isStatic[fn])
    address.push(at)
    name.push(called)
    lineOf.push(line)
    fileOf.push(file)
  })
  // Lines come first, so that a row below their number is one of them.
  const count = address.length
  for (let fn = 0; fn < functions.length; fn++) {
    address.push(functions.address[fn])
    name.push(functions.name[fn])
    isStatic.push(functions.isStatic[fn])
    const piece = pieceAt(lines, functions.address[fn])
    const isKnown = piece >= 0 && lines.line[piece] !== 0 && lines.file[piece] >= 0
    lineOf.push(isKnown ? lines.line[piece] : 0)
    fileOf.push(isKnown ? lines.file[piece] : -1)
  }
  const isFunction = (row: number) => row >= count && functions.isFunction[row - count] === 1
  const kept = keepOneForEachAddress(
    address.map((_, row) => row),
    {
      address: row => address[row],
      isFunction,
      isStatic: row => isStatic[row] === 1,
      startsWithUnderscores: (row, count) => name[row].startsWith('_'.repeat(count)),
    },
  )
  const end = endsOf(
    Float64Array.from(kept, row => address[row]),
    functions.origin,
    elf.text,
  )
  // A last function behind the code has no addresses, and here gprof notices.
  const isEmpty = (row: number) => row >= count && functions.end[row - count] < address[row]
  const places = kept.map((_, place) => place).filter(place => !isEmpty(kept[place]))
  const rows = places.map(place => kept[place])
  return {
    length: rows.length,
    origin: functions.origin,
    address: Float64Array.from(rows, row => address[row]),
    end: Float64Array.from(places, place => end[place]),
    name: rows.map(row => name[row]),
    isFunction: Uint8Array.from(rows, row => (isFunction(row) ? 1 : 0)),
    isStatic: Uint8Array.from(rows, row => isStatic[row]),
    line: Uint32Array.from(rows, row => lineOf[row]),
    file: Int32Array.from(rows, row => fileOf[row]),
    files: lines.files,
  }
}

/** Where each symbol is, as gprof writes it behind the name: file without directories, line and address; empty for none. */
export function placesOf({ origin, address, line, file, files }: LineSymbols): string[] {
  const names = files.map(path => path.slice(path.lastIndexOf('/') + 1))
  return Array.from(file, (row, symbol) =>
    row < 0 ? '' : ` (${names[row]}:${line[symbol]} @ ${(origin + BigInt(address[symbol])).toString(16)})`,
  )
}

/** Tells each place in the code from which on function, line and file are known and others than before; some are the same. */
function walk(
  elf: Elf,
  functions: Functions,
  lines: NearestLines,
  tell: (at: number, name: string, line: number, file: number) => void,
): void {
  const symbolAt = symbolFinder(elf, functions.origin)
  const nameOf = nameSettler(lines, symbolAt)
  const from = Number(elf.text.address - functions.origin)
  const to = from + elf.text.size
  // gprof looks up its functions first.
  for (const address of functions.address) {
    const piece = pieceAt(lines, address)
    if (piece >= 0 && lines.fn[piece] >= 0) nameOf(lines.fn[piece], address)
  }
  let at = from
  for (let piece = 0; piece < lines.length; piece++) {
    const start = Math.max(from, lines.start[piece])
    const end = Math.min(to, lines.end[piece])
    if (start >= end) continue
    passBy(at, start)
    at = end
    const line = lines.line[piece]
    const file = lines.file[piece]
    const isKnown = line !== 0 && file >= 0
    if (lines.fn[piece] >= 0) {
      const name = nameOf(lines.fn[piece], start)
      if (isKnown && name !== null) tell(start, name, line, file)
    } else passBy(start, at, (place, name) => isKnown && tell(place, name, line, file))
  }

  /** Looks up all symbols of a stretch of code in which no function is known. */
  function passBy(start: number, end: number, tellName?: (at: number, name: string) => void): void {
    for (let place = start; place < end; ) {
      const { name, until } = symbolAt(place)
      if (name !== null) tellName?.(place, name)
      place = until
    }
  }
}

/**
 * Names of functions, where debug information does not give them as linkers know them: from the first time that it is
 * asked for, such a function goes by the name of the symbol that begins where it does, if there is one.
 */
function nameSettler({ functions }: NearestLines, symbolAt: (at: number) => NearSymbol) {
  const name = functions.name.slice()
  const isSettled = functions.isLinkage.slice()
  return (fn: number, at: number): string | null => {
    if (!isSettled[fn]) {
      isSettled[fn] = 1
      const symbol = symbolAt(at)
      if (symbol.address === functions.low[fn]) name[fn] = symbol.name
    }
    return name[fn]
  }
}
