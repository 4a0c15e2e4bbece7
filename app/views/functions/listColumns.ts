// Which numbers the function list shows beside the names, and how wide they are.

import {
  type Column,
  columnOf,
  type FunctionRow,
  type Profile,
  selfErrorOf,
  totalErrorsOf,
} from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import type { Word } from '../../messages/learn/learn.ts'
import type { SortColumn } from '../../state/view.ts'
import { formatCount, formatIn, formatPercent, scaleFor } from '../../ui/format.ts'
import { type Hint, hintsOf, rankColumn } from './listHints.ts'

export interface ListColumn {
  /** Unique among the columns shown. */
  key: string
  /** What pressing the head sorts by; null where nothing can be sorted by it. */
  sort: SortColumn | null
  head: string
  /** The head in full. */
  title: string
  /** Width in pixels, in the workspace and on a narrow screen. */
  width: number
  narrowWidth: number
  /** Least width of a list that has room for it, in pixels. */
  from: number
  /** What is drawn in front of the number, and what stands over that. */
  bar: { head: string; of: (row: FunctionRow) => Bar | null } | null
  text: (row: FunctionRow) => string
  value: (row: FunctionRow) => number
  /** How gprof writes these numbers where they are not plain, and the word of help that explains that. */
  written?: { as: string; word: Word }
  /** What is told when the number is pointed at. */
  hint: (row: FunctionRow) => string | undefined
  /** What is said for the number where its text does not say it. */
  said?: (row: FunctionRow) => string | undefined
}

/** A length in front of a number, in parts (0..1) of the room there is. */
export interface Bar {
  from: number
  to: number
  /** How far it may be off; null where that is not known. */
  whisker: readonly [from: number, to: number] | null
  look: 'self' | 'total' | 'more' | 'less' | 'noise'
}

/** The columns beside the name: self and total in percent, calls where there are no times, or, where there is room, all there are. */
export function listColumns(profile: Profile, all: boolean, words: Messages): ListColumn[] {
  const { heads, titles } = words.functions
  const hintOf = (text: string) => (text === '' ? words.ui.notRecorded : undefined)
  const hints = hintsOf(profile, words.sure)
  const share = (
    sort: 'self' | 'total',
    head: string,
    title: string,
    bar: ListColumn['bar'],
    hint: Hint,
  ): ListColumn => {
    const times = columnOf(profile, sort)
    const text = (row: FunctionRow) => formatPercent(times[row] / profile.total)
    return {
      key: `${sort} %`,
      sort,
      head,
      title,
      // A bar of 56 (72) px and a gap of 8 stand before the number.
      width: bar ? 100 : 40,
      narrowWidth: bar ? 126 : 48,
      from: 0,
      bar,
      text,
      value: row => times[row],
      hint: row => hintOf(text(row)) ?? hint(row),
    }
  }
  const time = (sort: Column, head: string, title: string, hint: Hint, typical = largestOf): ListColumn => {
    const times = columnOf(profile, sort)
    const scale = scaleFor(typical(times), profile.unit)
    const text = (row: FunctionRow) => formatIn(times[row], scale)
    return {
      key: sort,
      sort,
      head: words.compare.inUnit(head, scale.name),
      title,
      width: 96,
      narrowWidth: 96,
      from: 0,
      bar: null,
      text,
      value: row => times[row],
      hint: row => hintOf(text(row)) ?? hint(row),
    }
  }
  const self = share(
    'self',
    heads.selfShare,
    words.sure.selfTitle,
    { head: words.sure.selfHead, of: selfBarsOf(profile) },
    hints.self,
  )
  const totalBars = all ? { head: '', of: totalBarsOf(profile) } : null
  const total = share('total', heads.totalShare, words.sure.totalTitle, totalBars, hints.total)
  const { calls, selfCalls } = profile.functions
  const callsText = (row: FunctionRow) =>
    formatCount(calls[row]) + (selfCalls[row] > 0 ? `+${formatCount(selfCalls[row])}` : '')
  const counts: ListColumn = {
    key: 'calls',
    sort: 'calls',
    head: heads.calls,
    title: titles.calls,
    width: 110,
    narrowWidth: 110,
    from: 0,
    bar: null,
    text: callsText,
    value: row => calls[row],
    ...(selfCalls.some(own => own > 0) ? { written: { as: 'n+m', word: 'selfCalls' } } : {}),
    hint: row => hintOf(callsText(row)),
  }
  if (!all) return profile.total > 0 || !calls.some(count => count > 0) ? [self, total] : [counts]
  return [
    rankColumn(profile, words.sure),
    self,
    time('self', heads.self, titles.self, hints.self),
    { ...total, width: 112 },
    time('total', heads.total, titles.total, hints.total),
    time('children', heads.children, titles.children, () => undefined),
    counts,
    time('selfPerCall', heads.selfPerCall, titles.selfPerCall, hints.perCall, medianOf),
    time('totalPerCall', heads.totalPerCall, titles.totalPerCall, hints.totalPerCall, medianOf),
  ]
}

/** Least width of a bar or whisker that is there at all, as a part of the room: 3 of 56 px. */
const LEAST = 3 / 56

/** Self time as a length, and over it the span of ± √n samples, where samples are known. */
export function selfBarsOf({ functions, samplePeriod }: Profile): (row: FunctionRow) => Bar | null {
  return barsOf(functions.self, row => selfErrorOf(functions.self[row], samplePeriod), 'self')
}

/** Self and children time as a length, and over it how far it may be off by sampling, at most. */
export function totalBarsOf(profile: Profile): (row: FunctionRow) => Bar | null {
  const { most } = totalErrorsOf(profile)
  return barsOf(columnOf(profile, 'total'), row => most[row], 'total')
}

/** The longest bar and its whisker fill the room there is, but for a hair; nothing is drawn for nothing. */
function barsOf(times: Float64Array, errorOf: (row: FunctionRow) => number, look: Bar['look']) {
  const most = largestOf(times.map((time, row) => time + (errorOf(row) || 0))) * 1.05
  return (row: FunctionRow): Bar | null => {
    const time = times[row]
    if (!(time > 0)) return null
    const to = Math.max(time / most, LEAST)
    const reach = Math.max(errorOf(row) / most, LEAST / 2)
    return { from: 0, to, whisker: reach > 0 ? [Math.max(0, to - reach), to + reach] : null, look }
  }
}

/** The largest of the numbers there are, blanks apart; 0 if there are none. */
export function largestOf(values: Float64Array): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}

/** The middle one of the numbers above zero, 0 if there are none: calls that cost a second do not make those of a microsecond vanish. */
function medianOf(values: Float64Array): number {
  const positive = values.filter(value => value > 0).sort()
  return positive.length > 0 ? positive[positive.length >> 1] : 0
}
