// Addresses that gprof's reader overlooks. It finds the units of an address by an index of their ranges, a tree whose
// leaves stand for 256 addresses each; a leaf with more than 16 ranges is split, and by a slip of one in that the last of
// its addresses is then in none of the parts. (dwarf2.c of BFD 2.40, insert_arange_in_trie.) So many ranges meet where
// many units share a line table, as those of types do, or where the linker has folded functions.

const blockLength = 256
const mostRanges = 16

interface UnitRange {
  unit: number
  low: number
  high: number
}

export interface LostAddresses {
  /** Notes a range of a unit. All ranges come in the order in which the reader meets them. */
  add(unit: number, low: number, high: number): void
  /** Those within the code, ascending. */
  all(): number[]
}

/**
 * For code from `from` to `to`, which count from the origin. After `steps` leaves no more are looked at: true ranges are
 * far from that, those of a damaged file may each be all of memory.
 */
export function lostAddresses(from: number, to: number, origin: bigint, steps: number): LostAddresses {
  const shift = Number(origin % BigInt(blockLength))
  const blockOf = (at: number) => Math.floor((at + shift) / blockLength)
  const first = blockOf(from)
  let left = steps
  const blocks = new Map<number, UnitRange[] | null>() // null for one that was split

  function addTo(block: number, range: UnitRange): void {
    const ranges = blocks.get(block)
    if (ranges === null) return
    if (!ranges) {
      blocks.set(block, [{ ...range }])
      return
    }
    for (const known of ranges)
      if (known.unit === range.unit && known.low <= range.high && range.low <= known.high) {
        known.low = Math.min(known.low, range.low)
        known.high = Math.max(known.high, range.high)
        return
      }
    if (ranges.length === mostRanges) blocks.set(block, null)
    else ranges.push({ ...range })
  }

  return {
    add(unit, low, high) {
      if (low >= high) return
      const last = Math.min(blockOf(high - 1), blockOf(to - 1))
      for (let block = Math.max(first, blockOf(low)); block <= last && left-- > 0; block++)
        addTo(block, { unit, low, high })
    },
    all() {
      return [...blocks]
        .filter(([, ranges]) => ranges === null)
        .map(([block]) => (block + 1) * blockLength - 1 - shift)
        .sort((a, b) => a - b)
    },
  }
}
