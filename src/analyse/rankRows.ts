// gprof's index numbers, the `[n]` of the call graph: most time first.

/** Rows by index, and the index of each row, from 1. */
export interface Ranking {
  ranked: Int32Array
  index: Int32Array
}

/** Ranks functions and, in the rows behind them, cycles. Equal times: cycles first, names with `_` last, most calls. */
export function rankRows(
  names: string[],
  calls: Float64Array,
  propagatedSelf: Float64Array,
  propagatedChildren: Float64Array,
): Ranking {
  const rows = calls.length
  const time = propagatedSelf.map((self, row) => self + propagatedChildren[row])
  const isCycle = (row: number) => row >= names.length
  const underscore = (row: number) => Number(names[row].startsWith('_'))
  const ranked = new Int32Array(rows).map((_, row) => row)
  ranked.sort((a, b) => {
    if (time[a] !== time[b]) return time[b] - time[a]
    if (isCycle(a) || isCycle(b)) return Number(isCycle(b)) - Number(isCycle(a)) || a - b
    return underscore(a) - underscore(b) || calls[b] - calls[a] || byBytes(names[a], names[b]) || a - b
  })
  const index = new Int32Array(rows)
  ranked.forEach((row, place) => {
    index[row] = place + 1
  })
  return { ranked, index }
}

/** Order of names that hold one character for each byte. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
