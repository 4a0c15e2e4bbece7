// How the figures of two profiles that are compared are written, and what there is to say about a difference: for cards,
// for screen readers, and in pictures that leave the page.

import {
  CHANGE_STEPS,
  type ComparedFigures,
  type ComparedSides,
  type ComparedTimes,
  compareTimes,
  type FunctionRow,
  isSure,
  NO_CYCLE,
  type Normalisation,
  type Profile,
  rangeOfChange,
  type SideFigures,
} from '../../../src/index.ts'
import { messages } from '../../messages/messages.ts'
import { formatCount, formatIn, formatPercent, formatSigned, formatTime, scaleFor, THIN } from '../../ui/format.ts'

/** Whether both sides have a thing, or only the one after (`new`) or before (`gone`). */
export type Presence = 'both' | 'new' | 'gone'

export const presenceOf = (before: boolean, after: boolean): Presence =>
  before === after ? 'both' : after ? 'new' : 'gone'

export const presenceOfFunction = ({ a, b }: ComparedSides, row: FunctionRow): Presence =>
  presenceOf(a.has[row] === 1, b.has[row] === 1)

/** From the least to the most, as the colours of a scale stand. */
export const CHANGE_TOKENS = ['--less3', '--less2', '--less1', '--noise', '--more1', '--more2', '--more3'] as const

/** The colour of a step; that of nothing where there was nothing to compare. */
export const changeToken = (step: number | null) => (step === null ? '--h0' : CHANGE_TOKENS[step + CHANGE_STEPS])

/** What figures are by, and in which unit they are. */
export interface Written {
  normalisation: Normalisation
  unit: string
}

/** `2.21 s`, `96.0 %`; a dash for what is not known. */
export const writtenFigure = (value: number, { normalisation, unit }: Written): string =>
  Number.isNaN(value)
    ? messages().pictures.unknown
    : normalisation === 'share'
      ? `${formatPercent(value)}${THIN}%`
      : formatTime(value, unit)

/** `2.21 → 16.1 s`, `74.9 → 96.0 %`: both in one unit; nothing where neither is known. */
export function beforeAfter(before: number, after: number, { normalisation, unit }: Written): string {
  const { beforeAfter: both, unknown } = messages().pictures
  if (Number.isNaN(before) && Number.isNaN(after)) return ''
  if (normalisation === 'share')
    return `${both(formatPercent(before) || unknown, formatPercent(after) || unknown)}${THIN}%`
  const scale = scaleFor(Math.max(before || 0, after || 0), unit)
  return `${both(formatIn(before, scale) || unknown, formatIn(after, scale) || unknown)}${THIN}${scale.name}`
}

/** `50 → 100`, or `50` where it is the same; nothing where neither is known. */
export function countsBeforeAfter(before: number, after: number, format = formatCount): string {
  const { beforeAfter: both, unknown } = messages().pictures
  if (before === after || (Number.isNaN(before) && Number.isNaN(after))) return format(after)
  return both(format(before) || unknown, format(after) || unknown)
}

/** `+13.9 s`, `−2.3 points`; a dash for what cannot be told. */
export function writtenDifference(difference: number, { normalisation, unit }: Written): string {
  const { unknown, points } = messages().pictures
  if (Number.isNaN(difference)) return unknown
  if (normalisation !== 'share') return formatSigned(difference, size => formatTime(size, unit))
  return points(formatSigned(difference, formatPercent))
}

/** A figure of both sides, written. */
export interface ChangeFact {
  what: string
  before: string
  after: string
  difference: string
  /** Whether it is more than chance; empty where nothing was tested. */
  verdict: string
}

/** What is to be told of a figure that was compared. */
export function timeFact(what: string, figures: ComparedFigures, row: number, written: Written): ChangeFact {
  const { a, b } = figures
  const { allSure, allChance } = messages().compare
  return {
    what,
    before: writtenFigure(a[row], written),
    after: writtenFigure(b[row], written),
    difference: writtenDifference(b[row] - a[row], written),
    verdict: isSure(figures, row) ? allSure : allChance,
  }
}

export function countFact(before: number, after: number): ChangeFact {
  const { calls, unknown } = messages().pictures
  return {
    what: calls,
    before: formatCount(before) || unknown,
    after: formatCount(after) || unknown,
    difference: formatSigned((after || 0) - (before || 0), formatCount),
    verdict: '',
  }
}

/** Self time, time with callees, calls. */
export function factsOfFunction(compared: ComparedSides, row: FunctionRow, unit: string): ChangeFact[] {
  const { self, total } = messages().pictures
  const written = { normalisation: compared.normalisation, unit }
  return [
    timeFact(self, compared.self, row, written),
    timeFact(total, compared.total, row, written),
    countFact(compared.a.calls[row], compared.b.calls[row]),
  ]
}

/** How sure the change of a function is, and that one side lacks it. */
export function sentencesOfFunction(compared: ComparedSides, row: FunctionRow, unit: string): string[] {
  const presence = presenceOfFunction(compared, row)
  const isThere = presence === 'both' ? [] : [messages().pictures.functionIs[presence]]
  return [...isThere, ...rangesOfFunction(compared, row, unit)]
}

/** The ranges in which the changes of its times lie, as far as there are any. */
export function rangesOfFunction(compared: ComparedSides, row: FunctionRow, unit: string): string[] {
  const { range, self, total } = messages().pictures
  const written = { normalisation: compared.normalisation, unit }
  const rangeOf = (what: string, which: 'self' | 'total') => {
    const { a, b } = compared[which]
    if (a[row] === b[row] || Number.isNaN(b[row] - a[row])) return []
    const [low, high] = rangeOfChange(compared, which, row).map(end => writtenDifference(end, written))
    return [range(what, timeFact(what, compared[which], row, written).verdict, low, high)]
  }
  return [...rangeOf(self, 'self'), ...rangeOf(total, 'total')]
}

/** A fact as a line: `self: 2.21 s before, 16.1 s after, +13.9 s, more than chance`. */
export function factLine({ what, before, after, difference, verdict }: ChangeFact): string {
  const { figure, judged } = messages().pictures
  const line = figure(what, before, after, difference)
  return verdict === '' ? line : judged(line, verdict)
}

/** What the members of each cycle took of their own on one side. */
export function selfOfCycles({ functions, cycles }: Profile, { self }: SideFigures): Float64Array {
  const sums = new Float64Array(cycles.length)
  functions.cycle.forEach((cycle, fn) => {
    if (cycle !== NO_CYCLE) sums[cycle] += self[fn] || 0
  })
  return sums
}

/** The same compared, by cycle. */
export function compareCycles(profile: Profile, compared: ComparedSides): ComparedTimes {
  const calls = new Float64Array(profile.cycles.length).fill(Number.NaN)
  const timesOf = (side: SideFigures) => ({ time: selfOfCycles(profile, side), calls })
  return compareTimes(compared, { a: timesOf(compared.a), b: timesOf(compared.b) })
}
