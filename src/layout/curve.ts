import type { Point } from './graph.ts'

const STEPS_PER_PIECE = 8

/** A chain of cubic pieces as a chain of straight ones. */
export function flattened(points: readonly Point[]): Point[] {
  const line = [points[0]]
  for (let i = 0; i + 3 < points.length; i += 3)
    for (let step = 1; step <= STEPS_PER_PIECE; step++) {
      const t = step / STEPS_PER_PIECE
      const mix = (axis: 'x' | 'y') =>
        (1 - t) ** 3 * points[i][axis] +
        3 * (1 - t) ** 2 * t * points[i + 1][axis] +
        3 * (1 - t) * t ** 2 * points[i + 2][axis] +
        t ** 3 * points[i + 3][axis]
      line.push({ x: mix('x'), y: mix('y') })
    }
  return line
}

/** From `a` to `b` as one cubic piece. */
export const straight = (a: Point, b: Point): Point[] => [a, between(a, b, 1 / 3), between(a, b, 2 / 3), b]

/** A smooth curve through points whose y goes one way only; its x never goes beyond those of its neighbours. */
export function smooth(points: readonly Point[]): Point[] {
  const slopes = points.slice(1).map((b, i) => (b.x - points[i].x) / (b.y - points[i].y || 1e-6))
  const tangents = points.map((_, i) => {
    const [before, after] = [slopes[i - 1] ?? slopes[i], slopes[i] ?? slopes[i - 1]]
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
  })
  return points.flatMap((b, i) => {
    if (i === 0) return [b]
    const a = points[i - 1]
    const third = (b.y - a.y) / 3
    return [{ x: a.x + tangents[i - 1] * third, y: a.y + third }, { x: b.x - tangents[i] * third, y: b.y - third }, b]
  })
}

/** The point a part of the way from `a` to `b`. */
export const between = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
})

/** Where a chain of straight pieces first comes to a height; its last x if it never does. */
export function xAt(line: readonly Point[], y: number): number {
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    if ((a.y - y) * (b.y - y) <= 0 && a.y !== b.y) return between(a, b, (y - a.y) / (b.y - a.y)).x
  }
  return line[line.length - 1].x
}

/** Whether a straight piece touches a box. By Liang and Barsky: the part of the piece that each side leaves inside. */
export function touches(
  a: Point,
  b: Point,
  box: { left: number; right: number; top: number; bottom: number },
): boolean {
  let [from, to] = [0, 1]
  for (const [slope, room] of [
    [a.x - b.x, a.x - box.left],
    [b.x - a.x, box.right - a.x],
    [a.y - b.y, a.y - box.top],
    [b.y - a.y, box.bottom - a.y],
  ]) {
    if (slope === 0 && room < 0) return false
    if (slope < 0) from = Math.max(from, room / slope)
    if (slope > 0) to = Math.min(to, room / slope)
  }
  return from <= to
}
