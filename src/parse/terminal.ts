// What a terminal was told besides the text: colours, links, and letters struck twice to make them bold, as they end up
// in a listing that was captured from a screen or a pager.

const BELL = 7
const BACKSPACE = 8
const LINE_FEED_OR_LESS = 10
const ESCAPE = 27
const BACKSLASH = 92
const OPEN_SQUARE = 91
const CLOSE_SQUARE = 93

/** The bytes without escape sequences (ECMA-48) and without what a backspace takes back. Line breaks all stay. */
export function withoutTerminalCodes(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === ESCAPE) at = endOfSequence(bytes, at) - 1
    else if (byte === BACKSPACE) {
      if (length > 0 && plain[length - 1] > LINE_FEED_OR_LESS) length--
    } else plain[length++] = byte
  }
  return plain.subarray(0, length)
}

/** The place behind the escape sequence that begins at `at`; one that is cut ends with its line. */
function endOfSequence(bytes: Uint8Array, at: number): number {
  const kind = bytes[++at]
  if (kind === OPEN_SQUARE) {
    at++
    while (bytes[at] >= 0x20 && bytes[at] < 0x40) at++
    return bytes[at] >= 0x40 ? at + 1 : at
  }
  if (kind === CLOSE_SQUARE) {
    // A title or a link: to a bell, or to ESC \.
    while (at < bytes.length && bytes[at] !== BELL && bytes[at] !== LINE_FEED_OR_LESS && bytes[at] !== ESCAPE) at++
    if (bytes[at] === ESCAPE && bytes[at + 1] === BACKSLASH) return at + 2
    return bytes[at] === BELL ? at + 1 : at
  }
  while (bytes[at] >= 0x20 && bytes[at] < 0x30) at++
  return bytes[at] >= 0x30 ? at + 1 : at
}
