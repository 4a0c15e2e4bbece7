// Of which function, file and line is an address? The answer for all addresses of the program's code at once, as gprof
// gets it from BFD's find_nearest_line: the first unit that knows of an address answers for it, and says what its line
// table and its functions say, each for itself.

import { type Elf, executableFlag } from '../elf.ts'
import { type Cover, cover } from './cover.ts'
import { completeNames } from './functionNames.ts'
import { type DebugFunctions, readFunctions } from './functionRanges.ts'
import { infoReader } from './infoUnits.ts'
import type { LinePieces } from './lineSequences.ts'
import { lostAddresses } from './lostAddresses.ts'
import { rangeReader } from './rangeLists.ts'
import { newTexts } from './texts.ts'
import { lineReader } from './unitLines.ts'

/** Pieces of code in ascending order, in each of which all addresses have one answer. Of addresses in none, nothing is known. */
export interface NearestLines {
  length: number
  /** Addresses count from the origin that was given. */
  start: Float64Array
  end: Float64Array
  /** 0 for none. */
  line: Uint32Array
  /** Row of {@link files}, -1 for none. */
  file: Int32Array
  /** Row of the functions, -1 for none. */
  fn: Int32Array
  /** Paths, as the compiler was given them. */
  files: string[]
  functions: {
    /** Null for one without a name. */
    name: (string | null)[]
    /** Whether the linker knows the function by that name. */
    isLinkage: Uint8Array
    /** Where its first range begins. */
    low: Float64Array
  }
}

/** What one unit says, before texts are known. */
interface Pieces {
  start: number[]
  end: number[]
  line: number[]
  file: number[]
  fn: number[]
}

/** Reads all of a program's debug information, unit by unit. Empty where there is none. */
export async function readNearestLines(elf: Elf, origin: bigint): Promise<NearestLines> {
  const texts = newTexts()
  const readRanges = await rangeReader(elf)
  const info = await infoReader(elf, origin, texts, readRanges)
  const lines = await lineReader(elf, texts)
  const functions: DebugFunctions = { name: [], low: [] }
  const all: Pieces = { start: [], end: [], line: [], file: [], fn: [] }
  const [from, to] = extentOfCode(elf, origin)
  const lost = lostAddresses(from, to, origin, info.size)
  for (let unit = await info.next(); unit; unit = await info.next()) {
    const { at } = unit
    for (const [low, high] of unit.ranges) lost.add(at, low, high)
    const known = await lines.of(unit)
    for (const [low, high] of known?.ranges ?? []) lost.add(at, low, high)
    const ofFunctions =
      known && (await readFunctions(unit, functions, readRanges, (low, high) => lost.add(at, low, high)))
    if (!ofFunctions) continue
    lines.done(unit, known)
    addPieces(all, known, ofFunctions, from, to)
  }
  await completeNames(functions.name, info)
  const names = await texts.resolve(elf)
  // Pieces of a unit do not overlap, and those of an earlier unit come first.
  const kept = without(
    lost.all(),
    cover(all.start, all.end, (a, b) => a - b),
  )
  const files = lines.files(names)
  return {
    length: kept.row.length,
    start: Float64Array.from(kept.start),
    end: Float64Array.from(kept.end),
    line: Uint32Array.from(kept.row, piece => all.line[piece]),
    file: Int32Array.from(kept.row, piece => (all.file[piece] < 0 ? -1 : files.row[all.file[piece]])),
    fn: Int32Array.from(kept.row, piece => all.fn[piece]),
    files: files.path,
    functions: {
      name: functions.name.map(({ text }) => names[text]),
      isLinkage: Uint8Array.from(functions.name, ({ isLinkage }) => (isLinkage ? 1 : 0)),
      low: Float64Array.from(functions.low),
    },
  }
}

/** The piece of code that an address is in, which counts from the origin; -1 for none. O(log n). */
export function pieceAt({ length, start, end }: NearestLines, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (start[middle] <= at) low = middle + 1
    else high = middle
  }
  return low > 0 && at < end[low - 1] ? low - 1 : -1
}

function extentOfCode({ sections }: Elf, origin: bigint): [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const { flags, address, size } of sections) {
    if ((flags & executableFlag) === 0) continue
    from = Math.min(from, Number(address - origin))
    to = Math.max(to, Number(address - origin) + size)
  }
  return [from, to]
}

/** Lays the functions of a unit over its lines, within the code. */
function addPieces(all: Pieces, lines: LinePieces, functions: Cover, from: number, to: number): void {
  let line = 0
  let fn = 0
  for (let at = from; at < to; ) {
    while (line < lines.start.length && lines.end[line] <= at) line++
    while (fn < functions.start.length && functions.end[fn] <= at) fn++
    const lineStart = lines.start[line] ?? to
    const fnStart = functions.start[fn] ?? to
    const next = Math.min(to, lineStart > at ? lineStart : lines.end[line], fnStart > at ? fnStart : functions.end[fn])
    if (lineStart <= at || fnStart <= at) {
      all.start.push(at)
      all.end.push(next)
      all.line.push(lineStart <= at ? lines.line[line] : 0)
      all.file.push(lineStart <= at ? lines.file[line] : -1)
      all.fn.push(fnStart <= at ? functions.row[fn] : -1)
    }
    at = next
  }
}

/** Pieces without some single addresses, which ascend. */
function without(addresses: number[], { start, end, row }: Cover): Cover {
  const rest: Cover = { start: [], end: [], row: [] }
  let next = 0
  for (let piece = 0; piece < row.length; piece++) {
    let at = start[piece]
    const add = (until: number) => {
      if (at >= until) return
      rest.start.push(at)
      rest.end.push(until)
      rest.row.push(row[piece])
    }
    while (next < addresses.length && addresses[next] < at) next++
    for (; next < addresses.length && addresses[next] < end[piece]; next++) {
      add(addresses[next])
      at = addresses[next] + 1
    }
    add(end[piece])
  }
  return rest
}
