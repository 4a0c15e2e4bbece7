// Which numbers the function list shows beside the names, and how wide they are.

import { columnOf, type FunctionRow, type Profile } from '../../../src/index.ts'
import type { SortColumn } from '../../state/view.ts'
import { formatCount, formatIn, formatPercent, scaleFor } from '../../ui/format.ts'

export interface ListColumn {
  /** Unique among the columns shown. */
  key: string
  /** What pressing the head sorts by. */
  sort: SortColumn
  head: string
  /** The head in full. */
  title: string
  /** Width in pixels, in the workspace and on a narrow screen. */
  width: number
  narrowWidth: number
  /** Draws the bar of self time in front of the number. */
  bar: boolean
  text: (row: FunctionRow) => string
  value: (row: FunctionRow) => number
}

/** The columns beside the name: self and total in percent, calls where there are no times, or, where there is room, all there are. */
export function listColumns(profile: Profile, all: boolean): ListColumn[] {
  const share = (sort: 'self' | 'total', head: string, title: string, bar: boolean): ListColumn => {
    const times = columnOf(profile, sort)
    return {
      key: `${sort} %`,
      sort,
      head,
      title,
      // A bar of 56 (72) px and a gap of 8 stand before the number.
      width: bar ? 100 : 40,
      narrowWidth: bar ? 126 : 48,
      bar,
      text: row => formatPercent(times[row] / profile.total),
      value: row => times[row],
    }
  }
  const time = (sort: SortColumn, head: string, title: string, typical = largestOf): ListColumn => {
    const times = columnOf(profile, sort)
    const scale = scaleFor(typical(times), profile.unit)
    const text = (row: FunctionRow) => formatIn(times[row], scale)
    return {
      key: sort,
      sort,
      head: `${head}, ${scale.name}`,
      title,
      width: 96,
      narrowWidth: 96,
      bar: false,
      text,
      value: row => times[row],
    }
  }
  const self = share('self', '%', 'Self time, with the sampling error of √n samples, and its share of all time', true)
  const total = share('total', 'Total %', 'Self time and children, as a share of all time', false)
  const { calls, selfCalls } = profile.functions
  const counts: ListColumn = {
    key: 'calls',
    sort: 'calls',
    head: 'Calls',
    title: 'Calls from others + calls to itself',
    width: 110,
    narrowWidth: 110,
    bar: false,
    text: row => formatCount(calls[row]) + (selfCalls[row] > 0 ? `+${formatCount(selfCalls[row])}` : ''),
    value: row => calls[row],
  }
  if (!all) return profile.total > 0 || !calls.some(count => count > 0) ? [self, total] : [counts]
  return [
    self,
    time('self', 'Self', 'Time in the function itself'),
    { ...total, width: 56 },
    time('total', 'Total', 'Self time and children'),
    time('children', 'Children', 'Time of what the function called'),
    counts,
    time('selfPerCall', 'Self / call', 'Self time for each call', medianOf),
    time('totalPerCall', 'Total / call', 'Self time and children for each call', medianOf),
  ]
}

/** Bars of self time with their whiskers, as parts (0..1) of the widest. */
export interface SelfBars {
  self: (row: FunctionRow) => number
  /** Half the length of the whisker: √n samples; NaN where samples are not known. */
  error: (row: FunctionRow) => number
}

/** The longest bar and its whisker fill the room there is, but for a hair. */
export function selfBarsOf({ functions, samplePeriod }: Profile): SelfBars {
  const errorOf = (self: number) => Math.sqrt(self / samplePeriod) * samplePeriod
  const most = largestOf(functions.self.map(self => self + (errorOf(self) || 0))) * 1.05
  return {
    self: row => functions.self[row] / most,
    error: row => errorOf(functions.self[row]) / most,
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
