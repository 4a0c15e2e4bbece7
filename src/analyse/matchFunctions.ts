// One row for each function of a listing. The flat profile knows functions by name, the call graph by its own number,
// and names repeat: two file-static functions, two constructors of one class. So rows of the flat profile are matched
// with numbers of the call graph by name first, and doubles by the figures that both tables print. Doubles with equal
// figures are told apart by nothing; they are taken in the order of either table.

import { type GraphRows, Kind, type Listing } from '../parse/listing.ts'

/** Where each function of a listing is told of. */
export interface FoundFunctions {
  length: number
  name: string[]
  /** The `[n]` of the call graph; -1 for a function that only the flat profile has. */
  index: Int32Array
  /** Row of the flat profile; -1 for a function that only the call graph has. */
  flatRow: Int32Array
  /** The function behind a number of the call graph. */
  rowOfIndex: Map<number, number>
}

/** All functions: in the order of the flat profile, then of the call graph's entries, then of their first mention. */
export function matchFunctions({ flat, graph, nameOf }: Pick<Listing, 'flat' | 'graph' | 'nameOf'>): FoundFunctions {
  const mentioned = graph ? mentionedIndexes(graph) : []
  const flatRows = flat?.length ?? 0
  const indexOfFlatRow = new Int32Array(flatRows).fill(-1)
  const taken = new Set<number>()
  if (flat && graph) {
    const known = new Set(mentioned)
    const openRows: number[] = []
    for (let row = 0; row < flatRows; row++) {
      const index = flat.index[row]
      if (index < 0) openRows.push(row)
      else if (known.has(index) && !taken.has(index)) {
        indexOfFlatRow[row] = index
        taken.add(index)
      }
    }
    const figures = primaryFigures(graph)
    const indexesByName = groupBy(mentioned, index => (taken.has(index) ? undefined : nameOf.get(index)))
    for (const [name, rows] of groupBy(openRows, row => flat.name[row])) {
      const indexes = indexesByName.get(name)
      if (!indexes) continue
      // What is alike in calls and self time may still differ in what it inherits.
      if (rows.length > 1) {
        rows.sort((a, b) => flat.totalPerCall[b] - flat.totalPerCall[a] || a - b)
        indexes.sort((a, b) => timePerCall(figures.get(b)) - timePerCall(figures.get(a)) || 0)
      }
      pairDoubles(rows, indexes, (row, index) => {
        const primary = figures.get(index)
        if (!primary) return 0
        const sameCalls = (flat.calls[row] || 0) === (primary.calls || 0)
        const sameSelf = Math.abs(flat.self[row] - primary.self) < 1e-9
        return (sameCalls ? 2 : 0) + (sameSelf ? 1 : 0)
      }).forEach(([row, index]) => {
        indexOfFlatRow[row] = index
        taken.add(index)
      })
    }
  }

  const graphOnly = mentioned.filter(index => !taken.has(index))
  const length = flatRows + graphOnly.length
  const index = new Int32Array(length)
  index.set(indexOfFlatRow)
  index.set(graphOnly, flatRows)
  const flatRow = new Int32Array(length).fill(-1)
  for (let row = 0; row < flatRows; row++) flatRow[row] = row
  const name = [...(flat?.name ?? []), ...graphOnly.map(n => nameOf.get(n) ?? `[${n}]`)]
  // A flat profile of BSD style numbers its rows; the number holds also where the call graph does not mention it.
  for (let row = 0; row < flatRows; row++)
    if (index[row] < 0 && flat && !taken.has(flat.index[row])) index[row] = flat.index[row]
  const rowOfIndex = new Map<number, number>()
  for (let fn = 0; fn < length; fn++) if (index[fn] >= 0) rowOfIndex.set(index[fn], fn)
  return { length, name, index, flatRow, rowOfIndex }
}

/** Each function number of the call graph once: those with an entry first. */
function mentionedIndexes({ length, kind, index }: GraphRows): number[] {
  const indexes = new Set<number>()
  for (let row = 0; row < length; row++) if (kind[row] === Kind.primary && index[row] >= 0) indexes.add(index[row])
  for (let row = 0; row < length; row++)
    if ((kind[row] === Kind.arc || kind[row] === Kind.inner || kind[row] === Kind.member) && index[row] >= 0)
      indexes.add(index[row])
  return [...indexes]
}

interface PrimaryFigures {
  self: number
  children: number
  calls: number
}

const timePerCall = (figures: PrimaryFigures | undefined): number =>
  figures ? (figures.self + figures.children) / figures.calls : Number.NaN

function primaryFigures({ length, kind, index, self, children, count }: GraphRows): Map<number, PrimaryFigures> {
  const figures = new Map<number, PrimaryFigures>()
  for (let row = 0; row < length; row++)
    if (kind[row] === Kind.primary && !figures.has(index[row]))
      figures.set(index[row], { self: self[row], children: children[row], calls: count[row] })
  return figures
}

/** Pairs rows with indexes, likest first; of equally like ones, first with first. */
function pairDoubles(
  rows: number[],
  indexes: number[],
  likeness: (row: number, index: number) => number,
): [row: number, index: number][] {
  const pairs: [number, number][] = []
  if (rows.length === 1 && indexes.length === 1) return [[rows[0], indexes[0]]]
  // Thousands of doubles of one name (as some generated code has) must not cost their square.
  if (rows.length * indexes.length > 1e6) {
    for (let i = 0; i < Math.min(rows.length, indexes.length); i++) pairs.push([rows[i], indexes[i]])
    return pairs
  }
  const openRows = new Set(rows)
  const openIndexes = new Set(indexes)
  for (let wanted = 3; wanted >= 0; wanted--)
    for (const row of openRows)
      for (const index of openIndexes)
        if (likeness(row, index) === wanted) {
          pairs.push([row, index])
          openRows.delete(row)
          openIndexes.delete(index)
          break
        }
  return pairs
}

function groupBy(items: Iterable<number>, keyOf: (item: number) => string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
