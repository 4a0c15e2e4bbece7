import { type GraphRows, Kind } from '../parse/listing.ts'

/** Rows of one entry. */
export interface EntryRows {
  /** Of the function, or of the cycle as a whole; -1 where it is missing. */
  primary: number
  above: number[]
  below: number[]
  /** Whether no line is missing in it, as far as the lines around it tell. */
  isWhole: boolean
}

/**
 * The entries of a call graph, in the order of the file. One is whole if its rows are on lines that follow one another, and
 * as many lines lie before and behind it as between most entries: whoever leaves out something leaves dots or a gap.
 */
export function entriesOf(graph: GraphRows): EntryRows[] {
  const first: number[] = []
  for (let row = 0; row < graph.length; row++)
    if (row === 0 || graph.entry[row] !== graph.entry[row - 1]) first.push(row)
  const endOf = (i: number) => first[i + 1] ?? graph.length
  const gaps = first.slice(1).map(row => graph.line[row] - graph.line[row - 1])
  const usual = mostCommon(gaps)
  return first.map((row, i) => {
    const end = endOf(i)
    const follows = graph.line[end - 1] - graph.line[row] === end - 1 - row
    const rows = Array.from({ length: end - row }, (_, n) => row + n)
    const primary = rows.find(each => graph.kind[each] === Kind.primary || graph.kind[each] === Kind.cycleHead) ?? -1
    return {
      primary,
      above: primary < 0 ? [] : rows.filter(each => each < primary),
      below: primary < 0 ? [] : rows.filter(each => each > primary),
      isWhole: follows && [gaps[i - 1], gaps[i]].every(gap => gap === undefined || gap === usual),
    }
  })
}

function mostCommon(numbers: number[]): number {
  const counts = new Map<number, number>()
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
