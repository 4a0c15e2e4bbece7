// Which function of one profile is which of another. Names are what survives from build to build; where one name is
// borne by several functions, as by static ones of two files, what linkers call them may tell; then gprof's own numbers,
// and at last the order in which they come.

import type { FunctionRow, Profile } from '../profile.ts'
import { labelsOf, type Named } from '../query/names.ts'

/** One row for each pair, then one for each function that the other profile lacks. */
export interface FunctionPairs {
  length: number
  /** Row in the first profile; -1 for a function that only the second has. */
  a: Int32Array
  /** Row in the second; -1 for one that only the first has. */
  b: Int32Array
  /** So many rows at the front are pairs. */
  paired: number
}

type Side = Named & Pick<Profile, 'symbols'>

/** Pairs functions by name. */
export function pairFunctions(a: Side, b: Side): FunctionPairs {
  const partner = new Int32Array(a.functions.length).fill(-1)
  const free = new Uint8Array(b.functions.length).fill(1)
  // From the surest to the least sure; each takes what those before it left.
  for (const nameOf of [bySymbol, byLabel, byName]) pairBy(a, b, nameOf, partner, free)
  const rowsA: FunctionRow[] = []
  const rowsB: FunctionRow[] = []
  const take = (rowA: FunctionRow, rowB: FunctionRow) => {
    rowsA.push(rowA)
    rowsB.push(rowB)
  }
  for (let row = 0; row < partner.length; row++) if (partner[row] >= 0) take(row, partner[row])
  const paired = rowsA.length
  for (let row = 0; row < partner.length; row++) if (partner[row] < 0) take(row, -1)
  for (let row = 0; row < free.length; row++) if (free[row]) take(-1, row)
  return { length: rowsA.length, a: Int32Array.from(rowsA), b: Int32Array.from(rowsB), paired }
}

/** Name and symbol; null where the profile knows no symbols of its own. */
const bySymbol = ({ functions, symbols }: Side) =>
  symbols?.map((symbol, row) => `${functions.name[row]}\n${symbol}`) ?? null
const byLabel = (side: Side) => labelsOf(side)
const byName = ({ functions }: Side) => functions.name

function pairBy(
  a: Side,
  b: Side,
  namesOf: (side: Side) => string[] | null,
  partner: Int32Array,
  free: Uint8Array,
): void {
  const [namesA, namesB] = [namesOf(a), namesOf(b)]
  if (!namesA || !namesB) return
  // By name the first that is free, and behind each the next of its name.
  const first = new Map<string, FunctionRow>()
  const next = new Int32Array(free.length)
  for (let row = free.length - 1; row >= 0; row--) {
    if (!free[row]) continue
    next[row] = first.get(namesB[row]) ?? -1
    first.set(namesB[row], row)
  }
  if (first.size === 0) return
  for (let row = 0; row < partner.length; row++) {
    if (partner[row] >= 0) continue
    const found = first.get(namesA[row])
    if (found === undefined || found < 0) continue
    partner[row] = found
    free[found] = 0
    first.set(namesA[row], next[found])
  }
}
