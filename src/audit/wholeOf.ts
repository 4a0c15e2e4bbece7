/** A time, its share of the whole in percent, and the most by which each may be off. */
export interface Share {
  time: number
  timeSlack: number
  percent: number
  percentSlack: number
}

/** What a whole can be. */
export interface Whole {
  value: number
  slack: number
}

/**
 * What 100 % is, by what most rows say. Each row that has a share leaves a range for it, in which its time and its
 * share are roundings of one figure; the value is in the middle of those that most rows have in common. Rows that are
 * wrong have others, and do not count. Null where fewer than two rows have a share: of one it may be anything.
 *
 * @param near Something that says about the same, such as the sum of all times: of two ranges that equally many rows have
 *   in common, the nearer one is taken. NaN where there is none.
 */
export function wholeOf(shares: readonly Share[], near = Number.NaN): Whole | null {
  const ends: { at: number; step: number }[] = []
  for (const { time, timeSlack, percent, percentSlack } of shares) {
    if (!(percent > percentSlack)) continue
    const low = Math.max(0, (100 * (time - timeSlack)) / (percent + percentSlack))
    const high = (100 * (time + timeSlack)) / (percent - percentSlack)
    ends.push({ at: low, step: 1 }, { at: high, step: -1 })
  }
  if (ends.length < 4) return null
  ends.sort((a, b) => a.at - b.at || b.step - a.step)
  let rows = 0
  let most = 0
  let low = 0
  let high = 0
  let away = Number.POSITIVE_INFINITY
  for (let i = 0; i < ends.length; i++) {
    rows += ends[i].step
    if (ends[i].step < 0 || rows < most) continue
    const [from, to] = [ends[i].at, ends[i + 1].at]
    const far = Math.max(from - near, near - to, 0)
    if (rows === most && !(far < away)) continue
    most = rows
    low = from
    high = to
    away = far
  }
  return { value: (low + high) / 2, slack: (high - low) / 2 }
}

/** What the percentage of a time is, and by how much it may be off. */
export function percentOf(time: number, timeSlack: number, { value, slack }: Whole): { value: number; slack: number } {
  const percent = (100 * time) / value
  const most = (100 * (time + timeSlack)) / Math.max(value - slack, 1e-12)
  const least = (100 * (time - timeSlack)) / (value + slack)
  return { value: percent, slack: Math.max(most - percent, percent - least) }
}

/** Half of the last digit of a column: of one, two or three decimals, whichever all of its figures fit. */
export function halfDigit(column: Float64Array): number {
  for (const decimals of [1, 2])
    if (column.every(each => !(Math.abs(each * 10 ** decimals - Math.round(each * 10 ** decimals)) > 1e-6)))
      return 0.5 / 10 ** decimals
  return 0.0005
}
