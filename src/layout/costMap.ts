// Calls against time per call, both on logarithmic scales: what is called too often stands at the right, what is slow
// at the top. Time is calls × time per call, so functions of equal time stand on one falling line:
//
//   1 ms ┤ a
//        │   ╲          a and b took 10 ms each: 10 calls of 1 ms, and 10,000 of 1 µs
//   1 µs ┤       ╲ b
//        └─┬───────┬─
//         10     10 k calls
//
// Units are those of gprof's flat profile: calls are those by others, without what a function calls itself. Functions
// that were not called, or took no time, have no place on such scales; they are counted.

/** Of what the map shows the time per call. */
export type CostKind = 'self' | 'total'

/** What it is made of: columns by function row; times in the profile's unit, NaN where not known. */
export interface CostColumns {
  self: Float64Array
  total: Float64Array
  calls: Float64Array
}

/** From and to, as decimal logarithms; whole numbers, at least one decade. */
export type Decades = readonly [from: number, to: number]

/** One point for each function with calls and time, the one with most time first. */
export interface CostMap {
  fn: Int32Array
  /** Place of each point, 0..1 of the range: from few calls to many, and from quick to slow. */
  x: Float64Array
  y: Float64Array
  /** Time of each point in all, in the profile's unit. */
  time: Float64Array
  /** Point of each function row; -1 for those that have none. */
  pointOf: Int32Array
  /** Ranges of calls, and of time per call in the profile's unit. */
  calls: Decades
  cost: Decades
  left: LeftOut
}

/** Functions that have no point. */
export interface LeftOut {
  /** Called, but no sample fell there: how many, and how often they were called in all. */
  timeless: { functions: number; calls: number }
  /** With time, but no call of them was recorded: how many, and their time. */
  uncalled: { functions: number; time: number }
  /** Neither. */
  idle: number
}

/** The map of all functions by their own time, or by their total. O(n log n). */
export function layoutCostMap(columns: CostColumns, kind: CostKind): CostMap {
  const { calls } = columns
  const time = columns[kind]
  const left: LeftOut = { timeless: { functions: 0, calls: 0 }, uncalled: { functions: 0, time: 0 }, idle: 0 }
  const fn = Int32Array.from(calls.keys()).filter(row => {
    const [isCalled, hasTime] = [calls[row] > 0, time[row] > 0]
    if (isCalled && hasTime) return true
    if (isCalled) {
      left.timeless.functions++
      left.timeless.calls += calls[row]
    } else if (hasTime) {
      left.uncalled.functions++
      left.uncalled.time += time[row]
    } else left.idle++
    return false
  })
  fn.sort((a, b) => time[b] - time[a] || a - b)
  const logCalls = Float64Array.from(fn, row => Math.log10(calls[row]))
  const logCost = Float64Array.from(fn, row => Math.log10(time[row] / calls[row]))
  const range = { calls: decadesOf(logCalls), cost: decadesOf(logCost) }
  const pointOf = new Int32Array(calls.length).fill(-1)
  fn.forEach((row, point) => {
    pointOf[row] = point
  })
  return {
    fn,
    x: logCalls.map(log => partOf(range.calls, log)),
    y: logCost.map(log => partOf(range.cost, log)),
    time: Float64Array.from(fn, row => time[row]),
    pointOf,
    ...range,
    left,
  }
}

/** Place of any calls and time on a map; not always within 0..1. */
export const placeOnMap = (
  map: Pick<CostMap, 'calls' | 'cost'>,
  calls: number,
  time: number,
): [x: number, y: number] => [partOf(map.calls, Math.log10(calls)), partOf(map.cost, Math.log10(time / calls))]

const partOf = ([from, to]: Decades, log: number) => (log - from) / (to - from)

function decadesOf(logs: Float64Array): Decades {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const log of logs) {
    low = Math.min(low, log)
    high = Math.max(high, log)
  }
  if (low > high) return [0, 1]
  // A quotient may miss a power of ten by a hair.
  const from = Math.floor(low + 1e-9)
  return [from, Math.max(from + 1, Math.ceil(high - 1e-9))]
}

/** Where all functions of one time stand: a line from the left or the top to the bottom or the right. */
export interface CostLine {
  /** In the profile's unit: a power of ten. */
  time: number
  from: [x: number, y: number]
  to: [x: number, y: number]
}

/** The lines between which there are points, as far as they cross the map, least time first. */
export function linesOfEqualTime({ calls, cost, time }: Pick<CostMap, 'calls' | 'cost' | 'time'>): CostLine[] {
  const lines: CostLine[] = []
  if (time.length === 0) return lines
  const least = Math.floor(Math.log10(time[time.length - 1]))
  const most = Math.ceil(Math.log10(time[0]))
  for (let log = Math.max(least, calls[0] + cost[0] + 1); log <= most && log < calls[1] + cost[1]; log++) {
    const [first, last] = [Math.max(calls[0], log - cost[1]), Math.min(calls[1], log - cost[0])]
    const at = (x: number): [number, number] => [partOf(calls, x), partOf(cost, log - x)]
    lines.push({ time: 10 ** log, from: at(first), to: at(last) })
  }
  return lines
}

export type CostDirection = 'left' | 'right' | 'up' | 'down'

/** How much farther something seems that does not lie straight ahead. */
const ASIDE = 2

/**
 * The nearest point in a direction, within 45° of it; the point itself if there is none. `aspect`: how much wider the map
 * is drawn than high. O(n).
 */
export function pointBeside({ x, y }: CostMap, point: number, direction: CostDirection, aspect = 1): number {
  const sign = direction === 'left' || direction === 'down' ? -1 : 1
  const isSideways = direction === 'left' || direction === 'right'
  let [found, least] = [point, Number.POSITIVE_INFINITY]
  for (let other = 0; other < x.length; other++) {
    const [dx, dy] = [(x[other] - x[point]) * aspect, y[other] - y[point]]
    const ahead = sign * (isSideways ? dx : dy)
    const aside = Math.abs(isSideways ? dy : dx)
    if (!(ahead > 0) || aside > ahead) continue
    const distance = ahead + ASIDE * aside
    if (distance < least) [found, least] = [other, distance]
  }
  return found
}
