// What one line of a listing says, read from its bytes without looking at its neighbours.
//
//   flat       time cumulative self [calls self/call total/call] name          numbers with decimals
//   primary    [n] time self children [calls | calls+self] name [<cycle N>] [n]
//   cycleHead  [n] time self children [calls | calls+inner] <cycle N as a whole> [n]
//   arc        self children count/total name [<cycle N>] [n]
//   inner      count name [<cycle N>] [n]
//   member     self children count[+self] name [<cycle N>] [n]
//
// Columns play no part: web pages collapse blanks, long names and large numbers shift what follows. Nor do words:
// headings and the texts in angle brackets are translated by some builds of gprof, numbers and brackets never are.
// A name may hold anything (blanks, brackets, digits), so it is what remains between the numbers on the left and the
// `[n]` on the right; this number, not the name, says who a row of the call graph is about. In round brackets it means
// that gprof left out the entry of that function.

/** What a line is. */
export const Shape = {
  /** Text: a heading, a legend, or no part of a listing. */
  text: 0,
  blank: 1,
  /** A line of dashes. */
  separator: 2,
  flat: 3,
  primary: 4,
  cycleHead: 5,
  arc: 6,
  inner: 7,
  member: 8,
  spontaneous: 9,
  /** `[n] name   [n] name`: the index by function name. */
  indexCells: 10,
} as const
export type Shape = (typeof Shape)[keyof typeof Shape]

/** The figures of one row; which of them mean something depends on its shape. Reused from line to line. */
export interface Row {
  percent: number
  /** Digits behind the point of {@link percent}: BSD prints one in the flat profile, GNU two; -1 for `nan` and `inf`. */
  percentDecimals: number
  cumulative: number
  self: number
  children: number
  count: number
  total: number
  /** Where the name stands in the bytes. */
  nameStart: number
  nameEnd: number
  /** Trailing `[n]` or `(n)`. */
  index: number
  excluded: boolean
  /** N of `<cycle N>`; 0 for none. */
  cycle: number
}

export const newRow = (): Row => ({
  percent: Number.NaN,
  percentDecimals: 0,
  cumulative: Number.NaN,
  self: Number.NaN,
  children: Number.NaN,
  count: Number.NaN,
  total: Number.NaN,
  nameStart: 0,
  nameEnd: 0,
  index: 0,
  excluded: false,
  cycle: 0,
})

const Kind = { none: 0, integer: 1, decimal: 2, fraction: 3, sum: 4, percent: 5 } as const
type Kind = (typeof Kind)[keyof typeof Kind]

/** One figure: `12`, `0.05`, `3/7`, `1+5`, `12%`, `nan`. */
interface Token {
  kind: Kind
  value: number
  second: number
  decimals: number
  end: number
}
const newToken = (): Token => ({ kind: Kind.none, value: Number.NaN, second: Number.NaN, decimals: 0, end: 0 })

const TAB = 9
const SPACE = 32
const PERCENT = 37
const APOSTROPHE = 39
const OPEN_ROUND = 40
const CLOSE_ROUND = 41
const PLUS = 43
const COMMA = 44
const MINUS = 45
const POINT = 46
const SLASH = 47
const ZERO = 48
const NINE = 57
const LESS = 60
const EQUALS = 61
const GREATER = 62
const OPEN_SQUARE = 91
const CLOSE_SQUARE = 93

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))
/** Texts in angle brackets are short, in all languages. */
const LONGEST_MARK = 100

const isDigit = (byte: number) => byte >= ZERO && byte <= NINE
const isBlank = (byte: number) => byte === SPACE || byte === TAB

function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && isBlank(bytes[at])) at++
  return at
}

// Scratch, so that reading a row makes no garbage.
const first = newToken()
const second = newToken()
const third = newToken()
const fourth = newToken()
const fifth = newToken()

/** Reads the line in `bytes[start, end)` (without its line break) into `row`. */
export function readRow(bytes: Uint8Array, start: number, end: number, row: Row): Shape {
  while (end > start && bytes[end - 1] <= SPACE) end--
  while (start < end && bytes[start] <= SPACE) start++
  if (start === end) return Shape.blank
  const byte = bytes[start]
  if (isDigit(byte)) return readFigures(bytes, start, end, row)
  if (byte === OPEN_SQUARE) return readBracketed(bytes, start, end, row)
  if (byte === MINUS) return isSeparator(bytes, start, end) ? Shape.separator : readFigures(bytes, start, end, row)
  if (byte === LESS) return isMark(bytes, start, end) ? Shape.spontaneous : Shape.text
  if (byte === OPEN_ROUND) return startsCell(bytes, start, end) ? Shape.indexCells : Shape.text
  if (notFinite(bytes, start, end) > 0) return readFigures(bytes, start, end, row)
  return Shape.text
}

/** Rows that begin with a figure: all but primary lines. */
function readFigures(bytes: Uint8Array, start: number, end: number, row: Row): Shape {
  readToken(bytes, start, end, first)
  if (first.kind !== Kind.integer && first.kind !== Kind.decimal) return Shape.text
  const afterFirst = skipBlanks(bytes, first.end, end)
  readToken(bytes, afterFirst, end, second)
  if (second.kind === Kind.none && first.kind === Kind.integer) {
    // `36   [2] …` is a primary line with a line number before it, not a function called "[2] …".
    if (bytes[afterFirst] === OPEN_SQUARE || !readTrailer(bytes, afterFirst, end, row)) return Shape.text
    row.count = first.value
    return Shape.inner
  }
  if (second.kind !== Kind.integer && second.kind !== Kind.decimal) return Shape.text
  if (first.kind !== Kind.decimal && second.kind !== Kind.decimal) return Shape.text
  const afterSecond = skipBlanks(bytes, second.end, end)
  readToken(bytes, afterSecond, end, third)
  if (third.kind === Kind.decimal) return readFlat(bytes, end, row)

  row.self = first.value
  row.children = second.value
  row.count = third.value
  row.total = third.second
  switch (third.kind) {
    case Kind.fraction:
      return readTrailer(bytes, skipBlanks(bytes, third.end, end), end, row) ? Shape.arc : Shape.text
    case Kind.integer:
    case Kind.sum:
      return readTrailer(bytes, skipBlanks(bytes, third.end, end), end, row) ? Shape.member : Shape.text
    case Kind.none:
      // VTune's rows have no counts.
      row.count = row.total = Number.NaN
      if (first.kind !== Kind.decimal || second.kind !== Kind.decimal) return Shape.text
      return readTrailer(bytes, afterSecond, end, row) ? Shape.arc : Shape.text
    default:
      return Shape.text
  }
}

/** The rest of a row of the flat profile, of which `first`, `second` and `third` have been read. */
function readFlat(bytes: Uint8Array, end: number, row: Row): Shape {
  if (first.kind !== Kind.decimal || second.kind !== Kind.decimal) return Shape.text
  row.percent = first.value
  row.percentDecimals = first.decimals
  row.cumulative = second.value
  row.self = third.value
  row.count = Number.NaN
  let name = skipBlanks(bytes, third.end, end)
  const calls = readToken(bytes, name, end, fourth)
  if (calls === Kind.integer) {
    const perCall = readToken(bytes, skipBlanks(bytes, fourth.end, end), end, fifth)
    const calledCount = fourth.value
    if (perCall === Kind.percent) {
      row.count = calledCount // FreeBSD, of a function that was not called: `0   12.00%`
      name = skipBlanks(bytes, fifth.end, end)
    } else {
      if (perCall !== Kind.decimal && perCall !== Kind.integer) return Shape.text
      const inherited = readToken(bytes, skipBlanks(bytes, fifth.end, end), end, fourth)
      if (inherited !== Kind.decimal && inherited !== Kind.integer) return Shape.text
      row.count = calledCount
      name = skipBlanks(bytes, fourth.end, end)
    }
    if (readToken(bytes, name, end, fifth) !== Kind.none && isDigit(bytes[name])) return Shape.text
  } else if (calls !== Kind.none && (isDigit(bytes[name]) || bytes[name] === MINUS)) return Shape.text
  if (name >= end) return Shape.text
  row.nameStart = name
  row.nameEnd = end
  return Shape.flat
}

/** Primary lines, heads of cycles, and cells of the index by function name: all that begins with `[n]`. */
function readBracketed(bytes: Uint8Array, start: number, end: number, row: Row): Shape {
  let at = start + 1
  while (at < end && isDigit(bytes[at])) at++
  if (at === start + 1) return Shape.text
  // From 10000 on gprof cuts this number, and with it the bracket; the one behind the name is whole.
  const closed = at < end && bytes[at] === CLOSE_SQUARE
  const cell = closed || at - start > 5
  if (closed) at++
  if (at >= end || !isBlank(bytes[at])) return Shape.text
  at = skipBlanks(bytes, at, end)
  if (readToken(bytes, at, end, first) !== Kind.decimal) return cell ? Shape.indexCells : Shape.text
  readToken(bytes, skipBlanks(bytes, first.end, end), end, second)
  if (second.kind !== Kind.decimal && second.kind !== Kind.integer) return cell ? Shape.indexCells : Shape.text
  readToken(bytes, skipBlanks(bytes, second.end, end), end, third)
  if (third.kind !== Kind.decimal && third.kind !== Kind.integer) return Shape.text
  let name = skipBlanks(bytes, third.end, end)
  const calls = readToken(bytes, name, end, fourth)
  if (calls === Kind.integer || calls === Kind.sum) name = skipBlanks(bytes, fourth.end, end)
  else if (calls !== Kind.none && isDigit(bytes[name])) return Shape.text
  row.percent = first.value
  row.self = second.value
  row.children = third.value
  row.count = calls === Kind.none || calls === Kind.decimal ? Number.NaN : fourth.value
  row.total = calls === Kind.sum ? fourth.second : Number.NaN
  if (!readTrailer(bytes, name, end, row)) return Shape.text
  return row.nameStart === row.nameEnd ? Shape.cycleHead : Shape.primary
}

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

/** `<spontaneous>`, in any language: all of the line, in angle brackets, without a digit. */
function isMark(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] !== GREATER || end - start < 4 || end - start > LONGEST_MARK) return false
  for (let at = start + 1; at < end - 1; at++) {
    const byte = bytes[at]
    if (isDigit(byte) || byte === LESS || byte === GREATER || byte === SLASH || byte === EQUALS) return false
  }
  return true
}

/** At least five dashes and nothing else but blanks. */
function isSeparator(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 5) return false
  for (let at = start; at < end; at++) if (bytes[at] !== MINUS && (bytes[at] !== SPACE || at < start + 5)) return false
  return true
}

/** `(12) name`: a function without an entry, in the index by function name. */
function startsCell(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start + 1
  while (at < end && isDigit(bytes[at])) at++
  return at > start + 1 && at + 2 < end && bytes[at] === CLOSE_ROUND && bytes[at + 1] === SPACE
}

/** Length of `nan` or `inf` at this place, 0 if there is none. */
function notFinite(bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 > end || (at + 3 < end && !isBlank(bytes[at + 3]))) return 0
  const word = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]
  return word === 0x6e616e || word === 0x696e66 ? 3 : 0
}

/** Reads one figure that a blank or the end of the line must follow; {@link Kind.none} for anything else. */
function readToken(bytes: Uint8Array, at: number, end: number, token: Token): Kind {
  token.kind = Kind.none
  token.value = Number.NaN
  token.second = Number.NaN
  token.decimals = 0
  token.end = at
  if (at >= end) return Kind.none
  const negative = bytes[at] === MINUS
  if (negative) at++
  const digits = at
  let value = 0
  while (at < end && isDigit(bytes[at])) value = value * 10 + (bytes[at++] - ZERO)
  let kind: Kind = Kind.integer
  if (at === digits) {
    if (notFinite(bytes, at, end) === 0) return Kind.none
    value = bytes[at] === 110 /* n */ ? Number.NaN : Number.POSITIVE_INFINITY
    at += 3
    kind = Kind.decimal
    token.decimals = -1
  } else if (at + 1 < end && (bytes[at] === POINT || bytes[at] === COMMA) && isDigit(bytes[at + 1])) {
    // Spreadsheets and translators of web pages write decimal commas; gprof does not.
    const decimals = ++at
    while (at < end && isDigit(bytes[at])) value = value * 10 + (bytes[at++] - ZERO)
    token.decimals = at - decimals
    if (token.decimals >= POWERS_OF_TEN.length) return Kind.none
    value /= POWERS_OF_TEN[token.decimals]
    kind = Kind.decimal
  }
  if (at < end && !isBlank(bytes[at])) {
    const mark = bytes[at]
    if (mark === PERCENT) {
      kind = Kind.percent
      at++
    } else if (kind === Kind.integer && (mark === SLASH || mark === PLUS)) {
      const more = ++at
      let other = 0
      while (at < end && isDigit(bytes[at])) other = other * 10 + (bytes[at++] - ZERO)
      if (at === more) return Kind.none
      token.second = other
      kind = mark === SLASH ? Kind.fraction : Kind.sum
    }
    // Darwin lets a name touch the number before it: `12+1234567_name`.
    if (at < end && !isBlank(bytes[at]) && kind !== Kind.sum) return Kind.none
  }
  token.kind = kind
  token.value = negative ? -value : value
  token.end = at
  return kind
}
