// Functions that gprof does not know. It takes no symbol for a function whose name has a dot and letters behind it, as
// compilers name the parts and copies that they make (`f.part.0`, `f.isra.0`, `f.cold`, `main._omp_fn.0`), nor one that
// is chosen when the program starts (IFUNC). Their time and their calls go to the function before them.

import { scaleOf } from '../../analyse/assignSamples.ts'
import { functionFinder } from '../../analyse/functionFinder.ts'
import { offsetsFrom } from '../../analyse/selectSymbols.ts'
import { forEachUsed } from '../../parse/bins.ts'
import { textOf } from '../../parse/byteReader.ts'
import { demangle } from '../../parse/demangle/demangle.ts'
import { executableFlag } from '../../parse/elf.ts'
import type { FunctionRow } from '../../profile.ts'
import type { PairRead } from '../../readRun.ts'
import type { RowOf } from './rowOf.ts'

export interface FoldedSymbol {
  name: string
  /** The function that has its time and its calls. */
  fn: FunctionRow
  samples: number
  calls: number
}

/** STT_FUNC and STT_GNU_IFUNC. */
const codeTypes = [2, 10]
const longestName = 4096

/** Those that have samples or calls, most samples first. */
export function foldedSymbols(
  { elf, functions, sum }: Pick<PairRead, 'elf' | 'functions' | 'sum'>,
  rowOf: RowOf,
): FoldedSymbol[] {
  const { symbols, sections } = elf
  const functionAt = functionFinder(functions)
  const addresses = offsetsFrom(functions.origin, symbols.value)
  const rows: number[] = []
  for (let row = 1; row < symbols.length; row++) {
    if (!codeTypes.includes(symbols.type[row]) || !(symbols.size[row] > 0)) continue
    if (!((sections[symbols.section[row]]?.flags ?? 0) & executableFlag)) continue
    const fn = functionAt(addresses[row])
    // A second name for a function is no other function.
    if (fn >= 0 && functions.address[fn] !== addresses[row]) rows.push(row)
  }
  rows.sort((a, b) => addresses[a] - addresses[b])
  const start = Float64Array.from(rows, row => addresses[row])
  const end = Float64Array.from(rows, row => addresses[row] + symbols.size[row])
  const samples = new Float64Array(rows.length)
  const calls = new Float64Array(rows.length)
  if (rows.length === 0) return []

  const scale = sum.histograms.length > 0 ? scaleOf(sum.histograms[0]) : 0
  for (const { low, bins } of sum.histograms) {
    const base = Number(low - functions.origin)
    let next = 0
    forEachUsed(bins, (bin, ticks) => {
      const middle = base + 2 * scale * (bin + 0.5)
      while (next < end.length && end[next] <= middle) next++
      if (next < start.length && start[next] <= middle) samples[next] += ticks
    })
  }
  const callees = offsetsFrom(functions.origin, sum.arcs.self)
  for (let record = 0; record < callees.length; record++) {
    const at = symbolAt(callees[record])
    if (at >= 0) calls[at] += sum.arcs.count[record]
  }
  return [...rows.keys()]
    .filter(i => samples[i] > 0 || calls[i] > 0)
    .sort((a, b) => samples[b] - samples[a] || calls[b] - calls[a])
    .map(i => ({
      name: demangle(textOf(symbols.names, symbols.nameOffset[rows[i]], longestName)),
      fn: rowOf(functionAt(start[i])),
      samples: samples[i],
      calls: calls[i],
    }))

  /** The last symbol that begins at or before an address and reaches to it; -1 for none. */
  function symbolAt(at: number): number {
    let [low, high] = [0, start.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (start[middle] <= at) low = middle + 1
      else high = middle
    }
    return low > 0 && at < end[low - 1] ? low - 1 : -1
  }
}
