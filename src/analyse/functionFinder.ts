import type { Functions } from './selectSymbols.ts'

/**
 * Answers which function an address belongs to; -1 for none. What is between the first and the last function is divided
 * into as many equal stretches as there are functions, so that few of them are left to choose from: an answer takes
 * O(1) where functions are spread evenly, and O(log functions) wherever they are.
 */
export function functionFinder({ length, address, end }: Pick<Functions, 'length' | 'address' | 'end'>) {
  const first = address[0]
  const stretch = (address[length - 1] - first + 1) / length
  const stretchOf = (at: number) => Math.min(length - 1, Math.floor((at - first) / stretch))
  const before = new Int32Array(length + 1) // functions that begin in an earlier stretch
  for (let fn = 0; fn < length; fn++) before[stretchOf(address[fn]) + 1]++
  for (let i = 0; i < length; i++) before[i + 1] += before[i]
  return (at: number): number => {
    if (!(at >= first)) return -1
    const place = stretchOf(at)
    let low = before[place]
    let high = before[place + 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (address[middle] <= at) low = middle + 1
      else high = middle
    }
    return at <= end[low - 1] ? low - 1 : -1
  }
}
