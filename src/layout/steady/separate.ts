/** `b` lies at least `distance` to the right of `a`; both are places in the arrays given. */
export interface Separation {
  a: number
  b: number
  distance: number
}

/** Rounds of improving; fewer where nothing moves by more than a {@link NOTICEABLE} any more. */
const MOST_ROUNDS = 500
/** px */
const NOTICEABLE = 0.05

/**
 * The places nearest to where things want to be (least squares, weighted) that keep all distances. The separations must
 * not go round in a circle. By Hildreth's method: each separation in turn pushes its two apart by what is missing, or
 * takes back what it pushed too much; the rest that this leaves, at most a few px, is then made up from left to right.
 */
export function separate(
  wanted: readonly number[],
  weights: readonly number[],
  separations: readonly Separation[],
): number[] {
  const places = [...wanted]
  const pushed = new Float64Array(separations.length)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let most = 0
    for (let i = 0; i < separations.length; i++) {
      const { a, b, distance } = separations[i]
      const missing = (distance - places[b] + places[a]) / (1 / weights[a] + 1 / weights[b])
      const push = Math.max(missing, -pushed[i])
      if (push === 0) continue
      pushed[i] += push
      places[a] -= push / weights[a]
      places[b] += push / weights[b]
      most = Math.max(most, Math.abs(push / weights[a]), Math.abs(push / weights[b]))
    }
    if (most < NOTICEABLE) break
  }
  for (let round = 0, moved = true; moved && round <= wanted.length; round++) {
    moved = false
    for (const { a, b, distance } of separations) {
      if (places[b] - places[a] >= distance - 1e-9) continue
      places[b] = places[a] + distance
      moved = true
    }
  }
  return places
}
