// The end of a row of the call graph, read from the right: `name <cycle N> [n]`.

import {
  APOSTROPHE,
  CLOSE_ROUND,
  CLOSE_SQUARE,
  GREATER,
  isBlank,
  isDigit,
  LESS,
  MINUS,
  OPEN_ROUND,
  OPEN_SQUARE,
  POINT,
  SPACE,
  ZERO,
} from './ascii.ts'
import { LONGEST_MARK, type Row } from './row.ts'

/**
 * Splits `name <cycle N> [n]` from the right. False where there is no `[n]` or `(n)` at the end, or no name before it;
 * a cycle's own mark, with no name before it, leaves the name empty.
 */
export function readTrailer(bytes: Uint8Array, start: number, end: number, row: Row): boolean {
  if (end - start < 4) return false
  const close = bytes[end - 1]
  if (close !== CLOSE_SQUARE && close !== CLOSE_ROUND) return false
  let at = end - 2
  let index = 0
  let unit = 1
  while (at > start && isDigit(bytes[at])) {
    index += (bytes[at] - ZERO) * unit
    unit *= 10
    at--
  }
  if (unit === 1 || index > 0x7fffffff || at <= start || !isBlank(bytes[at - 1])) return false
  if (bytes[at] !== (close === CLOSE_SQUARE ? OPEN_SQUARE : OPEN_ROUND)) return false
  while (at > start && isBlank(bytes[at - 1])) at--
  if (at === start) return false
  row.index = index
  row.excluded = close === CLOSE_ROUND
  row.nameStart = start
  row.nameEnd = at
  row.cycle = 0
  if (bytes[at - 1] === GREATER) readCycleMark(bytes, start, at, row)
  return true
}

/** Takes a `<cycle N>`, in any language, off the end of the name: words and exactly one number, after a blank. */
function readCycleMark(bytes: Uint8Array, start: number, end: number, row: Row): void {
  const stop = Math.max(start, end - LONGEST_MARK)
  let numbers = 0
  let cycle = 0
  let unit = 0 // of the next digit to the left; 0 outside a number
  let words = false
  let at = end - 2
  for (; at >= stop && bytes[at] !== LESS; at--) {
    const byte = bytes[at]
    if (isDigit(byte)) {
      if (unit === 0) {
        if (numbers++ > 0) return
        unit = 1
      }
      cycle += (byte - ZERO) * unit
      unit *= 10
      continue
    }
    unit = 0
    if (byte >= 128 || ((byte | 32) >= 97 && (byte | 32) <= 122)) words = true
    else if (byte !== SPACE && byte !== POINT && byte !== MINUS && byte !== APOSTROPHE) return
  }
  if (at < stop || !words || numbers === 0 || cycle > 0x7fffffff) return
  if (at > start && !isBlank(bytes[at - 1])) return
  row.cycle = cycle
  while (at > start && isBlank(bytes[at - 1])) at--
  row.nameEnd = at
}
