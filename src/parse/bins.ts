// Bins of a histogram: millions of them for a large program, and nearly all of them 0. So they are copied in one piece, and
// looked through two at a time.

/** Counters of ticks, as a file has them, or summed. */
export type Bins = Uint16Array | Float64Array

/** Whether the first byte of a number is the lowest in the memory of this machine. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** 16-bit counters out of bytes. */
export function binsOf(bytes: Uint8Array, littleEndian: boolean): Uint16Array {
  const bins = new Uint16Array(bytes.slice().buffer)
  if (littleEndian !== isLittleEndian) for (let i = 0; i < bins.length; i++) bins[i] = (bins[i] << 8) | (bins[i] >>> 8)
  return bins
}

/** Calls back with each bin that is not 0, ascending. */
export function forEachUsed(bins: Bins, use: (bin: number, ticks: number) => void): void {
  let bin = 0
  if (bins instanceof Uint16Array && bins.byteOffset % 4 === 0) {
    const pairs = new Uint32Array(bins.buffer, bins.byteOffset, bins.length >> 1)
    for (let pair = 0; pair < pairs.length; pair++) {
      if (pairs[pair] === 0) continue
      if (bins[2 * pair] !== 0) use(2 * pair, bins[2 * pair])
      if (bins[2 * pair + 1] !== 0) use(2 * pair + 1, bins[2 * pair + 1])
    }
    bin = 2 * pairs.length
  }
  for (; bin < bins.length; bin++) if (bins[bin] !== 0) use(bin, bins[bin])
}
