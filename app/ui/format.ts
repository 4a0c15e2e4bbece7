// How numbers look: three significant digits, engineering units, thin no-break spaces, so that columns stay narrow and
// figures of different size can be told apart at a glance. Missing numbers are blank, never 0.
//
// Digits are set by Intl (see src/digits.ts) in the language of the page: those of English and Chinese are the same, and a language
// with a decimal comma would get its own. Nothing reads a figure back: what a control or a link holds is the number itself.
// What surrounds digits is not Intl's. Its compact notation counts in thousands and millions, and in Chinese in 万 and 亿, not in
// steps of engineering; its units are `byte` and 毫秒, where a profiler has B and ms in any language, and know no cycles;
// and it sets the percent sign after each number, where a column says it once, in its head. A sign may stand before
// more than a number, as in `+<0.01`, so that is not its either.

import { digitsIn, MINUS, THIN } from '../../src/index.ts'
import { messages } from '../messages/messages.ts'

export { THIN }

const digits = (options: Intl.NumberFormatOptions) => digitsIn(() => messages().ui.locale, options)
/** So many places behind the point: by Intl for each number of them that is asked for. */
const byPlaces: ReturnType<typeof digits>[] = []
const bySignificant: ReturnType<typeof digits>[] = []
const threeDigits = /* @__PURE__ */ digits({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 })

interface Step {
  /** Values from here on use this step. */
  from: number
  prefix: string
}

const steps: readonly Step[] = [
  { from: 1e12, prefix: 'T' },
  { from: 1e9, prefix: 'G' },
  { from: 1e6, prefix: 'M' },
  { from: 1e3, prefix: 'k' },
  { from: 1, prefix: '' },
  { from: 1e-3, prefix: 'm' },
  { from: 1e-6, prefix: 'µ' },
  { from: 1e-9, prefix: 'n' },
  { from: 1e-12, prefix: 'p' },
]
/** Seconds are not counted in thousands. */
const stepsOfSeconds = /* @__PURE__ */ steps.slice(4)
/** Of what comes in wholes. */
const stepsOfCounts = /* @__PURE__ */ steps.slice(0, 5)

/** The largest step that a size has one of, as it is written: 0.9999 s is 1.00 s, not 1 000 ms. */
const stepOf = (size: number, steps: readonly Step[]) => steps.find((_, i) => size / (steps[i + 1]?.from ?? 0) >= 999.5)

/** One unit for a whole column, stated in its head. */
export interface Scale {
  /** What one of this unit is, in the profile's unit. */
  size: number
  /** `ms`, `s`, `M cycles`. */
  name: string
}

/** The engineering unit in which this value has one to three digits before the point. */
export function scaleFor(largest: number, unit: string): Scale {
  const seconds = unit === 'seconds'
  const step = stepOf(Math.abs(largest), seconds ? stepsOfSeconds : steps)
  const name = seconds ? `${step?.prefix ?? ''}s` : step?.prefix ? `${step.prefix} ${unit}` : unit
  return { size: step?.from ?? 1, name }
}

/** A value in a column's unit, without naming it: `51.4`, `7.10`, `0`, `<0.01`; blank for NaN. */
export function formatIn(value: number, scale: Scale): string {
  if (Number.isNaN(value)) return ''
  if (value === 0) return formatPlaces(0, 0)
  const scaled = value / scale.size
  return Math.abs(scaled) < 0.005 ? `<${formatPlaces(0.01, 2)}` : significant(scaled)
}

/** A time with its unit: `51.4 ms`, `845 ns`, `0 s`, `1.20 M cycles`; blank for NaN. */
export function formatTime(value: number, unit: string): string {
  return Number.isNaN(value) ? '' : formatTimeApart(value, unit).join(THIN)
}

/** The same in two, for where the figure looks otherwise than its unit: `51.4` and `ms`; both blank for NaN. */
export function formatTimeApart(value: number, unit: string): readonly [figure: string, unit: string] {
  if (Number.isNaN(value)) return ['', '']
  const { size, name } = scaleFor(value, unit)
  return [value === 0 ? formatPlaces(0, 0) : significant(value / size), name]
}

/**
 * A count in full: `1 068`, `60 888`; one that is no whole number, as means are and estimates, to three digits: `0.4`,
 * `12.3`; blank for NaN.
 */
export function formatCount(count: number): string {
  if (Number.isNaN(count)) return ''
  // Sums of parts of a whole number may miss it by a hair.
  if (count < 100 && Math.abs(count - Math.round(count)) > 1e-9 * count)
    return count < 1e-6 ? `<${formatRounded(1e-6, 1)}` : formatRounded(count, 3)
  return formatPlaces(count, 0)
}

/** A count rounded to three digits: `60.9 k`, `1.07 k`, `998`; blank for NaN. */
export function formatCountShort(count: number): string {
  if (Number.isNaN(count)) return ''
  const step = stepOf(count, stepsOfCounts)
  return step?.prefix ? `${significant(count / step.from)}${THIN}${step.prefix}` : formatCount(count)
}

/** A share (0..1) in percent, without the sign: `26.3`, `<0.1`, and `0` for nothing else than zero; blank for NaN. */
export function formatPercent(share: number): string {
  if (Number.isNaN(share)) return ''
  if (share === 0) return formatPlaces(0, 0)
  const percent = share * 100
  return percent > 0 && percent < 0.05 ? `<${formatPlaces(0.1, 1)}` : formatPlaces(percent, 1)
}

/**
 * A value and its error, one standard deviation, both rounded to what the value carries: `51.4` and `0.7`, `51` and `12`. The
 * error has one or two digits, by its first digits, and the value ends where it ends; of no
 * error, or one that is not known, the second is blank.
 *
 * @see Particle Data Group, Review of Particle Physics, Introduction, §5.3, for the rule (two digits from 100 to 354)
 */
export function roundTogether(value: number, error: number, scale: Scale): readonly [value: string, error: string] {
  if (!(error > 0)) return [formatIn(value, scale), '']
  const [scaledValue, scaledError] = [value / scale.size, error / scale.size]
  const power = Math.floor(Math.log10(Number(scaledError.toPrecision(3))))
  const leading = Number((scaledError / 10 ** power).toPrecision(3))
  const places = Math.min(20, (leading < 3.55 ? 1 : 0) - power)
  const round = (of: number) =>
    places >= 0 ? formatPlaces(of, places) : formatPlaces(Math.round(of * 10 ** places) * 10 ** -places, 0)
  return [round(scaledValue), round(scaledError)]
}

/** A time with its error and their unit: `51.4 ± 0.7 ms`; without an error, as {@link formatTime} has it. */
export function formatTimeWithError(time: number, error: number, unit: string): string {
  const scale = scaleFor(time, unit)
  const [value, rounded] = roundTogether(time, error, scale)
  return rounded === '' ? formatTime(time, unit) : `${value} ± ${rounded}${THIN}${scale.name}`
}

/** A time and its share of all time, as far as they are known, with its error where that is: `51.4 ± 0.7 ms, 5.3 %`. */
export function formatTimeAndShare(time: number, unit: string, total: number, error = Number.NaN): string {
  if (Number.isNaN(time)) return messages().ui.notRecorded
  const written = formatTimeWithError(time, error, unit)
  return total > 0 ? `${written}, ${formatPercent(time / total)}${THIN}%` : written
}

/** A difference with its sign: `+51.4`, `−0.20`, `0`; blank for NaN. */
export function formatSigned(value: number, format: (size: number) => string): string {
  if (!(value < 0 || value > 0)) return format(value)
  return `${value > 0 ? '+' : MINUS}${format(Math.abs(value))}`
}

/** A size in bytes: `512 B`, `1.40 MB`. */
export function formatBytes(bytes: number): string {
  const step = stepOf(bytes, stepsOfCounts)
  const figure = step?.prefix ? significant(bytes / step.from) : formatCount(bytes)
  return `${figure}${THIN}${step?.prefix ?? ''}B`
}

/** So many places behind the point, up to 20: `1.9` and `2.0` with one, `1 235` with none. */
export function formatPlaces(value: number, places: number): string {
  byPlaces[places] ??= digits({ minimumFractionDigits: places, maximumFractionDigits: places })
  return byPlaces[places](value)
}

/** So many significant digits, and no zeros behind them: `0.4`, `12.5`, `100`. */
export function formatRounded(value: number, most: number): string {
  bySignificant[most] ??= digits({ maximumSignificantDigits: most })
  return bySignificant[most](value)
}

/** Three significant digits, all digits before the point kept, two behind it at most, thousands parted: `7.10`, `51.4`, `1 234`. */
function significant(value: number): string {
  const size = Math.abs(value)
  if (size >= 999.5) return formatPlaces(value, 0)
  return size >= 1 ? threeDigits(value) : formatPlaces(value, 2)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How long ago, for people: `just now`, `12 min ago`, `5 h ago`, `yesterday`, `3 Nov`, `3 Nov 2025`. The words are the page's:
 * Intl.RelativeTimeFormat has none for "just now" (it says "now", 现在), abbreviates an hour otherwise than the page does
 * and sets no space between a figure and a Chinese word, and what it says changes from one browser to the next.
 */
export function formatAgo(then: Date, now: Date): string {
  const passed = now.getTime() - then.getTime()
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  const words = messages().ui
  if (passed < MINUTE) return words.justNow
  if (passed < HOUR) return words.minutesAgo(formatCount(Math.floor(passed / MINUTE)))
  if (then.toDateString() === now.toDateString()) return words.hoursAgo(formatCount(Math.floor(passed / HOUR)))
  if (then.toDateString() === yesterday.toDateString()) return words.yesterday
  const year = then.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', year }).format(then)
}

/** When something was, of several times: the time of day where they are of one day, else the day, with the time where two are of one. */
export function formatDate(time: number, among: readonly number[]): string {
  if (Number.isNaN(time)) return ''
  const days = among.filter(each => !Number.isNaN(each)).map(each => new Date(each).toDateString())
  const isOneDay = new Set(days).size === 1
  const day = isOneDay ? {} : ({ day: 'numeric', month: 'short', year: 'numeric' } as const)
  const clock =
    new Set(days).size === days.length ? {} : ({ hour: 'numeric', minute: '2-digit', second: '2-digit' } as const)
  return new Intl.DateTimeFormat(messages().ui.locale, { ...day, ...clock }).format(time)
}
