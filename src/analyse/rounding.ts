import type { Listing } from '../parse/listing.ts'

/**
 * The most by which a printed time differs from what was measured, in the listing's unit: half of the last of two
 * decimals. Simulators count cycles and print thousands of them, which the reader has multiplied; no time in such a
 * listing has a last digit but 0.
 */
export function roundingOf({ flat, graph, unit }: Listing): number {
  const isRound = (time: number) => !(Math.abs(time / 10 - Math.round(time / 10)) > 1e-6)
  const inThousands = unit !== 'seconds' && [flat, graph].every(rows => rows?.self.every(isRound) ?? true)
  return inThousands ? 5 : 0.005
}
