// gprof's table of symbols where it counts by line: those of functions, and one wherever the line changes. gprof asks
// for the line of each byte of .text; here the bytes that have one answer are taken together.

import type { NearestLines } from '../parse/dwarf/nearestLines.ts'
import type { Elf } from '../parse/elf.ts'
import { type NearSymbol, symbolFinder } from './nearestSymbol.ts'
import { endsOf, type Functions, functionAt, keepOneForEachAddress } from './selectSymbols.ts'

/**
 * The functions of a program, and in them its lines, which are symbols that are no functions. Addresses of `lines` count
 * from the origin of the functions. O(n log n) for n pieces and symbols.
 */
export function lineSymbols(elf: Elf, functions: Functions, lines: NearestLines): Functions {
  const address: number[] = []
  const name: string[] = []
  const isStatic: number[] = []
  let lastPlace = { line: 0, file: -1 }
  walk(elf, functions, lines, (at, called, line, file) => {
    const last = name.length - 1
    const isSameFunction = last >= 0 && lastPlace.file === file && name[last] === called
    if (isSameFunction && lastPlace.line === line) return
    const fn = isSameFunction ? -1 : functionAt(functions, at)
    isStatic.push(isSameFunction ? isStatic[last] : fn < 0 ? 0 : functions.isStatic[fn])
    address.push(at)
    name.push(called)
    lastPlace = { line, file }
  })
  // Lines come first, so that a row below their number is one of them.
  const count = address.length
  for (let fn = 0; fn < functions.length; fn++) {
    address.push(functions.address[fn])
    name.push(functions.name[fn])
    isStatic.push(functions.isStatic[fn])
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
  const selected = Float64Array.from(kept, row => address[row])
  return {
    length: kept.length,
    origin: functions.origin,
    address: selected,
    end: endsOf(selected, functions.origin, elf.text),
    name: kept.map(row => name[row]),
    isFunction: Uint8Array.from(kept, row => (isFunction(row) ? 1 : 0)),
    isStatic: Uint8Array.from(kept, row => isStatic[row]),
  }
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
  // gprof looks up its functions first.
  for (const address of functions.address) {
    const piece = pieceAt(lines, address)
    if (piece >= 0 && lines.fn[piece] >= 0) nameOf(lines.fn[piece], address)
  }
  let at = from
  for (let piece = 0; piece < lines.length; piece++) {
    const start = lines.start[piece]
    passBy(at, start)
    at = lines.end[piece]
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

function pieceAt({ length, start, end }: NearestLines, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (start[middle] <= at) low = middle + 1
    else high = middle
  }
  return low > 0 && at < end[low - 1] ? low - 1 : -1
}
