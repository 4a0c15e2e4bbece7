// Lines of a listing that are no rows. English words are looked for where gprof was seen to print English; where some
// builds translate, what a translation leaves alone decides: numbers, `%`, `X/call X/call`, brackets.

/** What a heading says. Fields are there only if the line says so. */
export interface Heading {
  kind:
    | 'flatTitle'
    | 'samplePeriod'
    | 'noTime'
    | 'flatColumns'
    | 'graphTitle'
    | 'granularity'
    | 'graphColumns'
    | 'scale'
    | 'indexTitle'
    | 'legend'
    | 'legendEnd'
  /** Seconds, or what {@link unit} says. */
  period?: number
  unit?: string
  /** "for p% of T seconds" */
  total?: number
  /** `(K)` under the names of columns: figures count thousands. */
  scale?: number
}

const number = (text: string) => Number(text.replace(',', '.'))
const SCALES: Record<string, number> = { K: 1e3, M: 1e6, G: 1e9 }
const LEGEND_STARTS = [
  /^%\s+the percentage of/,
  /^(time\s+)?(program|cycles) used by this function\.$/,
  /^cumulative\s+a running sum/,
  /^This table describes the call tree/,
  /^Each entry in this table consists of/,
  /^The sum of self and descend[ea]nts is the major sort$/,
  /^Copyright \(C\) [\d-]+ Free Software Foundation/,
]

/** Some of these is in every heading; most lines of prose and code have none and are done with. */
const HINT =
  /profile|call graph|index by|no time|preserved|percentage|used by|running sum|call tree|each entry|major sort|copyright|each sample|granularity|cumulative|self|called|[%/]|\([KMG]\)/i
/** No heading is longer, in any language. */
const LONGEST_HEADING = 300

/** Reads a heading from a line of text without blanks at its ends; null if it is none. */
export function readHeading(line: string): Heading | null {
  if (line.length > LONGEST_HEADING || !HINT.test(line)) return null
  if (/^flat profile ?:?$/i.test(line)) return { kind: 'flatTitle' }
  if (/^call graph( \(explanation follows\)|( profile)? ?:)?$/i.test(line)) return { kind: 'graphTitle' }
  if (/^index by function name$/i.test(line)) return { kind: 'indexTitle' }
  if (/^no time accumulated$/.test(line)) return { kind: 'noTime' }
  if (/notice (and this notice )?are preserved\.$/.test(line)) return { kind: 'legendEnd' }
  if (LEGEND_STARTS.some(start => start.test(line))) return { kind: 'legend' }
  return readSamplePeriod(line, true) ?? readGranularity(line) ?? readColumns(line)
}

/**
 * "Each sample counts as 0.01 seconds." In other languages: one number with a unit after it, and a full stop. Prose
 * may look like that too, so `certain` asks for the English words.
 */
export function readSamplePeriod(line: string, certain: boolean): Heading | null {
  if (line.length > LONGEST_HEADING) return null
  const found = certain
    ? /^each sample counts as (\S+) (\S+?)\.?$/i.exec(line)
    : /^\D+?\s(\d+(?:[.,]\d+)?(?:e[+-]?\d+)?) ([^\s\d.]+)\D*\.$/.exec(line)
  if (!found) return null
  const period = number(found[1])
  return { kind: 'samplePeriod', period: period > 0 && period < Infinity ? period : Number.NaN, unit: found[2] }
}

/**
 * "granularity: each sample hit covers 2 byte(s) for 2.22% of 0.45 seconds": in every language one whole number, then
 * the percentage, then the time.
 */
function readGranularity(line: string): Heading | null {
  const english = /^n?granularity ?:/i.test(line)
  const decimals = [...line.matchAll(/\d+[.,]\d+/g)].map(found => number(found[0]))
  if (english) {
    const period = /@ (\d+\.\d+) seconds per tick/.exec(line) // Solaris
    if (period) return { kind: 'granularity', period: Number(period[1]) }
    return decimals.length > 0 ? { kind: 'granularity', total: decimals[decimals.length - 1] } : { kind: 'granularity' }
  }
  if (decimals.length !== 2 || !/%/.test(line)) return null
  const whole = line.replace(/\d+[.,]\d+/g, '').match(/\d+/g)
  return whole?.length === 1 && /^\D{8,}\d/.test(line) ? { kind: 'granularity', total: decimals[1] } : null
}

/** The names of columns, up to three lines of them. */
function readColumns(line: string): Heading | null {
  const words = line.split(/\s+/)
  if (words.every(word => /^\([KMG]\)$/.test(word))) return { kind: 'scale', scale: SCALES[words[0][1]] }
  const perCall = words.findIndex((word, i) => word === words[i + 1] && /.?\/./.test(word))
  if (perCall >= 2 && !/\d/.test(line)) {
    return words[1] === words[2] ? { kind: 'flatColumns', unit: words[1] } : { kind: 'flatColumns' }
  }
  if (/\d/.test(line) || words.length > 12) return null
  if (/^%(\s|$)/.test(line)) return { kind: 'flatColumns' }
  if (/^(cumulative self cycles cycles|self total)$/.test(words.join(' '))) return { kind: 'flatColumns' }
  if (/^called\/total +(parents|children)$/.test(line)) return { kind: 'graphColumns' }
  if (/^index\s+% ?\s*time/i.test(line)) return { kind: 'graphColumns' }
  const percent = words.findIndex(word => /^[^%]*%$|^%[a-z]*$/.test(word))
  return percent >= 0 && percent <= 2 && words.length >= 5 && / {3}|\t/.test(line) ? { kind: 'graphColumns' } : null
}
