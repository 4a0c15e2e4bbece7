// Bytes that mean something in a listing.

export const TAB = 9
export const LINE_FEED = 10
export const RETURN = 13
export const SPACE = 32
export const PERCENT = 37
export const APOSTROPHE = 39
export const OPEN_ROUND = 40
export const CLOSE_ROUND = 41
export const PLUS = 43
export const COMMA = 44
export const MINUS = 45
export const POINT = 46
export const SLASH = 47
export const ZERO = 48
export const NINE = 57
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const OPEN_SQUARE = 91
export const CLOSE_SQUARE = 93
export const BAR = 124

export const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE
export const isBlank = (byte: number): boolean => byte === SPACE || byte === TAB

/** The first place from `at` on that is no blank, at most `end`. */
export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && isBlank(bytes[at])) at++
  return at
}
