// The flat profile against itself, and against what was recomputed. Each figure is rounded to half of its last digit, and so
// is what it is worked out from; the slack is all of that.

import type { FlatRows } from '../parse/listing.ts'
import type { Ledger } from './ledger.ts'
import { halfDigit, percentOf, type Whole, wholeOf } from './wholeOf.ts'

/** Self and children times of functions, or of arcs, and the most by which they may be off; NaN where unknown. */
export interface KnownTimes {
  self: Float64Array
  selfSlack: Float64Array
  children: Float64Array
  childrenSlack: Float64Array
}

/** What rows hold beside those that a listing keeps, as {@link flatText} reads them. */
export interface FlatText {
  cumulative: Float64Array
  /** Empty where the heading does not tell the unit. */
  selfPerCall: Float64Array
  totalPerCall: Float64Array
  /** Per-call figures to the unit of times: 1e3 for `ms/call`; NaN where the heading does not tell. */
  perCallScale: number
}

/**
 * @param half What a printed time may be off.
 * @param whole What percentages are of.
 */
export function checkFlat(
  ledger: Ledger,
  flat: FlatRows,
  text: FlatText,
  known: KnownTimes,
  { half, whole, isWhole }: { half: number; whole: Whole | null; isWhole: boolean },
): void {
  const at = (row: number) => ({ table: 'flat' as const, fn: row, line: flat.line[row] })
  const percentHalf = halfDigit(flat.percent)
  const perCallHalf = Math.min(halfDigit(text.selfPerCall), halfDigit(text.totalPerCall))
  let running = 0
  let runningSlack = half
  for (let row = 0; row < flat.length; row++) {
    if (whole) {
      const percent = percentOf(flat.self[row], half, whole)
      ledger.check(at(row), 'percent', flat.percent[row], percent.value, percent.slack + percentHalf)
      const share = (flat.percent[row] * whole.value) / 100
      const most = ((flat.percent[row] + percentHalf) * (whole.value + whole.slack)) / 100
      ledger.check(at(row), 'self', flat.self[row], share, most - share + half)
    }
    const before = row === 0 ? 0 : text.cumulative[row - 1]
    const follows = row === 0 ? isWhole : flat.line[row] === flat.line[row - 1] + 1
    const slackBefore = row === 0 ? 0 : half
    if (follows)
      ledger.check(
        at(row),
        'cumulative',
        text.cumulative[row],
        before + known.self[row],
        slackBefore + known.selfSlack[row] + half,
      )
    running += known.self[row]
    runningSlack += known.selfSlack[row]
    if (isWhole) ledger.check(at(row), 'cumulative', text.cumulative[row], running, runningSlack)
    const perCall = text.perCallScale / flat.calls[row]
    const { self, selfSlack, children, childrenSlack } = known
    const own = selfSlack[row]
    ledger.check(at(row), 'selfPerCall', text.selfPerCall[row], perCall * self[row], perCall * own + perCallHalf)
    ledger.check(
      at(row),
      'totalPerCall',
      text.totalPerCall[row],
      perCall * (self[row] + children[row]),
      perCall * (own + childrenSlack[row]) + perCallHalf,
    )
  }
}

/** What the percentages of a flat profile are of: by most rows, and where these do not agree, by the last cumulative time. */
export function wholeOfFlat(flat: FlatRows, { cumulative }: FlatText, half: number): Whole | null {
  const percentSlack = halfDigit(flat.percent)
  return wholeOf(
    Array.from(flat.self, (time, row) => ({ time, timeSlack: half, percent: flat.percent[row], percentSlack })),
    cumulative.at(-1),
  )
}

/**
 * Self times by row, as nearly as time and percentage together tell, and the most by which they may be off. Unlike those
 * of a profile (selfTimes.ts), they rest on nothing but the rounding: all time need not be a whole number of samples.
 */
export function selfOfFlat(
  flat: FlatRows,
  whole: Whole | null,
  half: number,
): { self: Float64Array; selfSlack: Float64Array } {
  const percentHalf = halfDigit(flat.percent)
  const self = flat.self.slice()
  const selfSlack = new Float64Array(flat.length).fill(half)
  for (let row = 0; whole && row < flat.length; row++) {
    const low = Math.max(0, self[row] - half, ((flat.percent[row] - percentHalf) / 100) * (whole.value - whole.slack))
    const high = Math.min(self[row] + half, ((flat.percent[row] + percentHalf) / 100) * (whole.value + whole.slack))
    if (!(low <= high)) continue
    self[row] = (low + high) / 2
    selfSlack[row] = (high - low) / 2
  }
  return { self, selfSlack }
}

/** What the lines of a flat profile hold beside time, calls and name. */
export function flatText(flat: FlatRows, lineAt: (line: number) => string, perCallScale: number): FlatText {
  const column = () => new Float64Array(flat.length).fill(Number.NaN)
  const text: FlatText = { cumulative: column(), selfPerCall: column(), totalPerCall: column(), perCallScale }
  for (let row = 0; row < flat.length; row++) {
    const words = lineAt(flat.line[row]).trim().split(/\s+/, 5)
    // Simulators print thousands, which the reader has multiplied.
    const self = decimal(words[2])
    text.cumulative[row] = decimal(words[1]) * (self > 0 ? Math.round(flat.self[row] / self) || 1 : 1)
    // Without the count, what follows belongs to the name.
    if (!(flat.calls[row] > 0) || Number.isNaN(perCallScale)) continue
    text.selfPerCall[row] = decimal(words[4])
    text.totalPerCall[row] = flat.totalPerCall[row]
  }
  return text
}

const decimal = (word = '') => (/^\d+[.,]\d+$/.test(word) ? Number(word.replace(',', '.')) : Number.NaN)
