// Intervals that overlap, and at each place one of them that counts.

/** Pieces without gaps in them, in ascending order; `row` is the interval that counts in `[start, end)`. */
export interface Cover {
  start: number[]
  end: number[]
  row: number[]
}

/**
 * The interval that comes first in the order `compare`, at each place where there is one. Intervals `[low, high)` of no
 * length or less are nowhere. O(n log n) for n intervals.
 */
export function cover(low: number[], high: number[], compare: (a: number, b: number) => number): Cover {
  const order = Array.from(low, (_, i) => i).sort((a, b) => low[a] - low[b])
  const heap: number[] = [] // those begun and not yet left behind, the first in order on top
  const result: Cover = { start: [], end: [], row: [] }
  const last = () => result.row.length - 1
  let next = 0
  let at = Number.NEGATIVE_INFINITY
  for (;;) {
    while (heap.length > 0 && high[heap[0]] <= at) pop(heap, compare)
    if (heap.length === 0) {
      if (next === order.length) return result
      at = Math.max(at, low[order[next]])
    }
    while (next < order.length && low[order[next]] <= at) push(heap, order[next++], compare)
    while (heap.length > 0 && high[heap[0]] <= at) pop(heap, compare)
    if (heap.length === 0) continue
    const row = heap[0]
    const end = Math.min(high[row], next < order.length ? low[order[next]] : Number.POSITIVE_INFINITY)
    if (last() >= 0 && result.row[last()] === row && result.end[last()] === at) result.end[last()] = end
    else {
      result.start.push(at)
      result.end.push(end)
      result.row.push(row)
    }
    at = end
  }
}

type Compare = (a: number, b: number) => number

function push(heap: number[], row: number, compare: Compare): void {
  let at = heap.push(row) - 1
  while (at > 0) {
    const parent = (at - 1) >>> 1
    if (compare(heap[parent], row) <= 0) break
    heap[at] = heap[parent]
    at = parent
  }
  heap[at] = row
}

function pop(heap: number[], compare: Compare): void {
  const row = heap.pop()!
  if (heap.length === 0) return
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && compare(heap[child + 1], heap[child]) < 0) child++
    if (compare(row, heap[child]) <= 0) break
    heap[at] = heap[child]
    at = child
  }
  heap[at] = row
}
