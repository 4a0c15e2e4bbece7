// Where runs, their ranges and the changes between them stand in a small picture. y begins at nought, on a scale of its own.

import { rangeOfValue, type TrendFigures } from '../../../src/index.ts'

/** Room of a picture, in CSS pixels. */
export interface Room {
  width: number
  height: number
}

/** The picture of one function, as paths of SVG. */
export interface TrendPicture {
  /** The 95 % range of each run. */
  ranges: string
  /** A line along each stretch that the function did not move in. */
  levels: string
  /** A dot for each run, as a line of no length. */
  dots: string
  dotSize: number
  changes: { x: number; grows: boolean }[]
}

const TOP = 5
const BOTTOM = 4
const LARGEST_DOT = 5
/** From this far apart on, ranges have ends. */
const ENDS_FROM = 8

/** Middle of a run. */
export const xOfRun = (run: number, runs: number, width: number): number => ((run + 0.5) * width) / runs

/** The run at a place, from 0; the nearest for places outside. */
export const runAt = (x: number, runs: number, width: number): number =>
  Math.max(0, Math.min(runs - 1, Math.floor((x * runs) / width)))

/** @param place Of the function in the figures. */
export function trendPicture(
  figures: TrendFigures,
  place: number,
  runs: number,
  { width, height }: Room,
): TrendPicture {
  const step = width / runs
  const from = place * runs
  const limits = Array.from({ length: runs }, (_, run) => rangeOfValue(figures, from + run))
  const most = limits.reduce((most, [, high]) => Math.max(most, high || 0), 0)
  const yOf = (value: number) => round(height - BOTTOM - (most > 0 ? value / most : 0) * (height - TOP - BOTTOM))
  const end = step >= ENDS_FROM ? 2 : 0
  const ranges: string[] = []
  const dots: string[] = []
  limits.forEach(([low, high], run) => {
    const x = round(xOfRun(run, runs, width))
    const value = figures.value[from + run]
    if (Number.isNaN(low) || Number.isNaN(value)) return
    const [bottom, top] = [yOf(low), yOf(high)]
    ranges.push(`M${x} ${bottom}V${top}`)
    if (end > 0) ranges.push(`M${x - end} ${bottom}h${2 * end}M${x - end} ${top}h${2 * end}`)
    dots.push(`M${x} ${yOf(value)}h0`)
  })
  const levels: string[] = []
  const changes: TrendPicture['changes'] = []
  for (let stretch = figures.start[place]; stretch < figures.start[place + 1]; stretch++) {
    const first = figures.firstRun[stretch]
    const last = stretch + 1 < figures.start[place + 1] ? figures.firstRun[stretch + 1] : runs
    const level = figures.level[stretch]
    if (!Number.isNaN(level)) levels.push(`M${round(first * step)} ${yOf(level)}H${round(last * step)}`)
    if (stretch > figures.start[place])
      changes.push({ x: round(first * step), grows: level > figures.level[stretch - 1] })
  }
  const dotSize = round(Math.max(2, Math.min(LARGEST_DOT, 0.8 * step)))
  return { ranges: ranges.join(''), levels: levels.join(''), dots: dots.join(''), dotSize, changes }
}

const round = (pixels: number) => Math.round(100 * pixels) / 100
