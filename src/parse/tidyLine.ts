// Lines that people or web pages have decorated: quote marks, list bullets, line numbers, borders of tables, plus signs
// of a diff, blanks that are no ASCII blanks. Only lines that cannot be read as they stand come here, so that a
// decoration is taken off where it is one and nowhere else.

/** Lines longer than this hold no row: they are binary data or whole documents. */
const LONGEST_TIDIED = 1 << 16

const WIDE_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff]/g
/** What word processors make of a line of dashes. */
const LONG_DASHES = /[\u2010-\u2015\u2212\u2500\u2501]/g
const NO_WORD = /^[^\p{L}\p{N}]*$/u
const FORM_FEEDS = /^(\^L|\\f|\u240c)/
const TAGS =
  /^(\s*<\/?(pre|code|samp|tt|p|div|span|br)( [^<>]*)?>)+|(<\/?(pre|code|samp|tt|p|div|span|br) ?\/?>\s*)+$/gi
/** One mark in front of a line; a dash is a bullet only before a blank. */
const MARK = /^\s*(?:[>+|│┃║]|[*#;!]+(?=\s|$)|\/\/+|-+(?=\s))\s?/
/** What logs put before a line: the time, the name of a container, or a file and its line, as grep does. */
const LOG =
  /^\s*\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?(?:\s|$)|^[\w.-]{1,60}\s*\|(?:\s|$)|^[\w./-]{1,120}[:-]\d{1,9}[:-]/
const QUOTED = /^\s*"([^"\\]|\\.)*",?\s*$/
const LINE_NUMBER = /^\s*\d{1,9}(?:\s*[:|│]|[.)]?(?=\s|$))\s?/

const decoder = new TextDecoder()

/** The text of a line, or of the beginning of an endless one. */
export const textOf = (bytes: Uint8Array, start: number, end: number, most = LONGEST_TIDIED): string =>
  decoder.decode(bytes.subarray(start, Math.min(end, start + most)))

/**
 * Readings of a line with more and more of its decoration taken off, the plainest first. The first is the line itself,
 * with odd blanks made plain.
 */
export function undecorated(line: string): string[] {
  const plain = plainBlanks(unquoted(line))
  const readings = [plain]
  const unlogged = plain.replace(LOG, '')
  if (unlogged !== plain) readings.push(unlogged)
  const marked = withoutMarks(plain)
  if (marked !== plain) readings.push(marked)
  const unnumbered = withoutMarks(marked.replace(LINE_NUMBER, ''))
  if (unnumbered !== marked) readings.push(unnumbered)
  return readings
}

/** Notebooks and source code keep lines as strings: `" 60.00 …  main\\n",`. */
function unquoted(line: string): string {
  if (!QUOTED.test(line)) return line
  try {
    return String(JSON.parse(line.replace(/,?\s*$/, ''))).replace(/\n$/, '')
  } catch {
    return line
  }
}

function plainBlanks(line: string): string {
  let plain = line
  if (/[^\x20-\x7e]/.test(plain)) plain = plain.replace(WIDE_BLANKS, ' ').replace(ZERO_WIDTH, '')
  if (NO_WORD.test(plain)) plain = plain.replace(LONG_DASHES, '-----')
  if (plain.includes('<')) plain = plain.replace(TAGS, '')
  return plain.replace(FORM_FEEDS, '').trimEnd()
}

function withoutMarks(line: string): string {
  let rest = line
  for (let mark = MARK.exec(rest); mark; mark = MARK.exec(rest)) rest = rest.slice(mark[0].length)
  // A row drawn as a table has borders between its cells too.
  return /[|│┃║]\s*$/.test(line) && rest !== line ? rest.replace(/[|│┃║](?=\s|$)/g, ' ').trimEnd() : rest
}
