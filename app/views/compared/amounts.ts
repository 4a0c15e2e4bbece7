// How figures of two profiles are written: by what they are compared, in one unit for all that stand together.

import {
  type ComparedSides,
  type FunctionRow,
  isSure,
  type Normalisation,
  onlySideOf,
  rangeOfChange,
} from '../../../src/index.ts'
import type { Messages, Sureness } from '../../messages/en.ts'

import type { ComparedTime } from '../../state/view.ts'
import { formatIn, formatPercent, formatSigned, formatTime, scaleFor, THIN } from '../../ui/format.ts'

type Words = Messages['compare']

export interface Amounts {
  /** `ms`, `%`; `per call`, where each has its own unit, as calls of a second stand beside those of a nanosecond. */
  unit: string
  /** Without the unit; blank for what is not known. */
  text: (value: number) => string
  /** With its sign, without the unit. */
  change: (value: number) => string
}

/** Figures that are normalised in this way, in the unit that fits the largest of them. */
export function amountsFor(normalisation: Normalisation, largest: number, unit: string, words: Words): Amounts {
  const scale = scaleFor(largest, unit)
  const text = {
    time: (value: number) => formatIn(value, scale),
    share: formatPercent,
    perCall: (value: number) => formatTime(value, unit),
  }[normalisation]
  return {
    unit: { time: scale.name, share: words.percent, perCall: words.perCall }[normalisation],
    text: value => (Number.isFinite(value) ? text(value) : ''),
    change: value => (Number.isFinite(value) ? formatSigned(value, text) : ''),
  }
}

/** An amount with its unit; in words where it is not known. */
export const said = ({ unit }: Amounts, text: string, words: Words): string =>
  text === '' ? words.notKnown : `${text}${THIN}${unit}`

export function surenessOf(compared: ComparedSides, which: ComparedTime, row: FunctionRow): Sureness {
  const { a, b } = compared[which]
  if (!Number.isFinite(b[row] - a[row])) return 'unknown'
  if (a[row] === 0 && b[row] === 0) return 'unsampled'
  return isSure(compared[which], row) ? 'sure' : 'chance'
}

/**
 * Whether the 95 % range of a difference leaves out 0 although it may be chance: a range is about one function, and of many
 * functions some lie so far off by chance.
 */
export function isFarByChance(compared: ComparedSides, which: ComparedTime, row: FunctionRow): boolean {
  const [low, high] = rangeOfChange(compared, which, row)
  return surenessOf(compared, which, row) === 'chance' && (low > 0 || high < 0)
}

/** `sure: 0.1 % false discovery`, `may be chance` */
export const sureWords = (compared: ComparedSides, which: ComparedTime, row: FunctionRow, words: Words): string =>
  words.sure(surenessOf(compared, which, row), formatPercent(compared[which].rate[row] || Number.MIN_VALUE))

/** By what changes are told from chance. */
export const methodOf = ({ runs }: ComparedSides, words: Words): string => (runs ? words.methodOfRuns : words.method)

/** `new`, `gone`, or nothing where both sides have the function. */
export const onlyWord = (compared: ComparedSides, row: FunctionRow, words: Words): string =>
  ({ a: words.isGone, b: words.isNew, both: '' })[onlySideOf(compared, row) ?? 'both']

/** All about a row in one sentence, for a function of this name. */
export function rowSaid(
  compared: ComparedSides,
  which: ComparedTime,
  row: FunctionRow,
  name: string,
  amounts: Amounts,
  words: Words,
): string {
  const { a, b } = compared[which]
  const inFull = (text: string) => said(amounts, text, words)
  return words.rowSaid({
    name,
    only: onlyWord(compared, row, words),
    before: inFull(amounts.text(a[row])),
    after: inFull(amounts.text(b[row])),
    change: inFull(amounts.change(b[row] - a[row])),
    sure: sureWords(compared, which, row, words),
  })
}

/** A difference with its range, and what to think of it: one sentence. */
export function differenceSaid(
  compared: ComparedSides,
  which: ComparedTime,
  row: FunctionRow,
  { unit, change }: Amounts,
  words: Words,
): string {
  const { a, b } = compared[which]
  const sure = sureWords(compared, which, row, words)
  if (!Number.isFinite(b[row] - a[row])) return sure
  const [low, high] = rangeOfChange(compared, which, row)
  if (!Number.isFinite(high - low)) return sure
  return words.differenceSaid(change(b[row] - a[row]), change(low), change(high), unit, sure)
}
