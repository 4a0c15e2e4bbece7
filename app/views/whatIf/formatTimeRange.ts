import { formatIn, scaleFor, THIN } from '../../ui/format.ts'

/** A range of times in one unit: `0.90–1.50 s`. */
export function formatTimeRange([low, high]: readonly [number, number], unit: string): string {
  const scale = scaleFor(high, unit)
  return `${formatIn(low, scale)}–${formatIn(high, scale)}${THIN}${scale.name}`
}
