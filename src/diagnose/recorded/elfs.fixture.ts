// Small executables for what is looked for in them: a few symbols, and the code between.

import { selectSymbols } from '../../analyse/selectSymbols.ts'
import type { SummedGmon } from '../../analyse/sumGmon.ts'
import type { Elf } from '../../parse/elf.ts'
import { undefinedSection } from '../../parse/elfSymbols.ts'
import type { RowOf } from './rowOf.ts'

/** Where .text begins. */
export const TEXT = 0x1000

/** A function at so many bytes into .text; without a size, one that is taken from a library. */
export interface SymbolDrawn {
  name: string
  at?: number
  size?: number
  isStatic?: boolean
}

/** An x86-64 program with these symbols and this code, and its functions as gprof takes them. */
export function drawnElf(symbols: SymbolDrawn[], code = new Uint8Array(256)) {
  const rows = [{ name: '' }, ...symbols]
  const names = new TextEncoder().encode(`${rows.map(({ name }) => name).join('\0')}\0`)
  let at = 0
  const nameOffset = Uint32Array.from(rows, ({ name }) => {
    at += name.length + 1
    return at - name.length - 1
  })
  const text = { address: BigInt(TEXT), size: code.length }
  const elf: Elf = {
    form: { wide: true, littleEndian: true },
    machine: 62,
    positionIndependent: true,
    entry: BigInt(TEXT),
    text,
    sections: [{ name: '.text', type: 1, flags: 6, offset: 0, link: 0, entrySize: 0, ...text }],
    symbols: {
      length: rows.length,
      value: BigUint64Array.from(rows, (row: SymbolDrawn) => BigInt(TEXT + (row.at ?? 0))),
      size: Float64Array.from(rows, (row: SymbolDrawn) => row.size ?? 0),
      nameOffset,
      binding: Uint8Array.from(rows, (row: SymbolDrawn) => (row.isStatic ? 0 : 1)),
      type: new Uint8Array(rows.length).fill(2),
      visibility: new Uint8Array(rows.length),
      section: Int32Array.from(rows, (row: SymbolDrawn) => (row.size ? 0 : undefinedSection)),
      names,
      source: 'symtab',
    },
    sectionSource: () => new Blob([code]),
  }
  return { elf, functions: selectSymbols(elf) }
}

/** What was recorded of it: ticks by bins of 4 bytes, and calls, at bytes into .text. */
export function drawnSum(
  ticks: [at: number, n: number][],
  calls: [from: number, to: number, count: number][],
): SummedGmon {
  const bins = new Float64Array(64)
  for (const [at, n] of ticks) bins[at / 4] = n
  const low = BigInt(TEXT)
  const addresses = (column: 0 | 1) => BigUint64Array.from(calls, call => BigInt(TEXT + call[column]))
  return {
    histograms: [{ low, high: low + 256n, rate: 100, dimension: 'seconds', abbreviation: 's', bins }],
    arcs: {
      length: calls.length,
      from: addresses(0),
      self: addresses(1),
      count: Float64Array.from(calls, call => call[2]),
    },
    alike: new Int32Array(0),
    hasArcs: calls.length > 0,
    hasFullBin: false,
    added: ['gmon.out'],
    leftOut: [],
    warnings: [],
  }
}

/** Each function has the row of the profile that it has in the program. */
export const sameRows: RowOf = fn => fn
