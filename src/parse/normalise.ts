// From the bytes of a file, however they are encoded, to bytes that the row grammar can read: UTF-8, lines ended by
// `\n`, plain text. The number of lines stays the same, so that a line number means the same line of the file as it was
// given, but in web pages that end lines by tags.

import { isDigit, LINE_FEED, OPEN_SQUARE, RETURN } from './ascii.ts'
import { withoutTerminalCodes } from './terminal.ts'
import { isWebPage, textOfPage } from './webPage.ts'

const AMPERSAND = 38
const BACKSLASH = 92
const BACKSPACE = 8
const ESCAPE = 27
/** What a text is like shows early; looking through all of a long one costs as much as reading it. */
const LOOKED_AT = 1 << 20

/** The same text in UTF-8 without a byte order mark, with `\n` or `\r\n` at the ends of lines, without marks of HTML. */
export function normalise(bytes: Uint8Array): Uint8Array {
  const lines = breakLines(toUtf8(bytes))
  if (isWebPage(lines)) return encoder.encode(withoutEntities(textOfPage(new TextDecoder().decode(lines))))
  return withoutEscapes(decodeEntities(withoutCodes(lines)))
}

const encoder = new TextEncoder()

function withoutCodes(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, LOOKED_AT)
  return start.includes(ESCAPE) || start.includes(BACKSPACE) ? withoutTerminalCodes(bytes) : bytes
}

/** Text turned into Markdown has `\[7\]` for `[7]`, and a backslash before other signs too. No name has one of its own. */
function withoutEscapes(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, LOOKED_AT)
  let at = start.indexOf(BACKSLASH)
  while (at >= 0 && !(start[at + 1] === OPEN_SQUARE && isDigit(start[at + 2]))) at = start.indexOf(BACKSLASH, at + 1)
  return at < 0 ? bytes : bytes.filter((byte, i) => byte !== BACKSLASH || !isSign(bytes[i + 1]))
}

const isSign = (byte: number) =>
  (byte > 32 && byte < 48) || (byte > 57 && byte < 65) || (byte > 90 && byte < 97) || (byte > 122 && byte < 127)

function toUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3)
  const encoding = utf16(bytes)
  return encoding ? encoder.encode(new TextDecoder(encoding).decode(bytes)) : bytes
}

/** Which kind of UTF-16, by its byte order mark or, without one, by the zero bytes between ASCII letters. */
export function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length >> 1, 512)
  let highFirst = 0
  let lowFirst = 0
  for (let pair = 0; pair < pairs; pair++) {
    const a = bytes[2 * pair]
    const b = bytes[2 * pair + 1]
    if (isText(a) && b === 0) lowFirst++
    else if (a === 0 && isText(b)) highFirst++
  }
  if (pairs < 4) return null
  if (lowFirst > pairs * 0.7) return 'utf-16le'
  return highFirst > pairs * 0.7 ? 'utf-16be' : null
}

const isText = (byte: number) => (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13)

/** Old Macintosh line ends become `\n`; those of Windows stay, for the row grammar takes `\r` for a blank. */
function breakLines(bytes: Uint8Array): Uint8Array {
  if (!bytes.subarray(0, LOOKED_AT).includes(RETURN)) return bytes
  let copy: Uint8Array | null = null
  for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1)) {
    if (bytes[at + 1] === LINE_FEED) continue
    copy ??= bytes.slice()
    copy[at] = LINE_FEED
  }
  return copy ?? bytes
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }
const ENTITY = /&(lt|gt|amp|quot|apos|nbsp|#39|#x[0-9a-f]{1,6}|#[0-9]{1,7});/gi

function decodeEntities(bytes: Uint8Array): Uint8Array {
  if (!hasEntities(bytes)) return bytes
  return encoder.encode(withoutEntities(new TextDecoder().decode(bytes)))
}

const withoutEntities = (text: string): string =>
  text.replace(ENTITY, (whole, name: string) => {
    const known = ENTITIES[name.toLowerCase()]
    if (known !== undefined) return known
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    // A line break made here would shift the number of every later line.
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Whether `&lt;` or `&gt;` occurs near the beginning: gprof's listings and C++ names are full of angle brackets. */
function hasEntities(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, LOOKED_AT)
  for (let at = start.indexOf(AMPERSAND); at >= 0; at = start.indexOf(AMPERSAND, at + 1)) {
    const [a, b, c] = [start[at + 1], start[at + 2], start[at + 3]]
    if ((a === 108 /* l */ || a === 103) /* g */ && b === 116 /* t */ && c === 59 /* ; */) return true
  }
  return false
}
