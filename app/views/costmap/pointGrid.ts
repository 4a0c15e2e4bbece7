// Which of many points is near a place: points by the cell of a grid that they are in. Made in one pass, since a tree of
// 50,000 points would hold up the first move of a pointer.

/** Side of a cell. */
const CELL = 16

/**
 * Finds the point nearest to a place, no farther than a distance, -1 for none; of equally near ones the first.
 *
 * @param places x and y of each point in turn, from 0 to `width` and `height`.
 */
export function gridOf(
  places: Float64Array,
  width: number,
  height: number,
): (x: number, y: number, within: number) => number {
  const columns = Math.floor(width / CELL) + 1
  const rows = Math.floor(height / CELL) + 1
  const clamp = (cell: number, count: number) => Math.max(0, Math.min(count - 1, cell))
  const columnOf = (x: number) => clamp(Math.floor(x / CELL), columns)
  const rowOf = (y: number) => clamp(Math.floor(y / CELL), rows)
  const count = places.length / 2
  const cells = new Uint32Array(count)
  const start = new Uint32Array(columns * rows + 1)
  for (let point = 0; point < count; point++) {
    cells[point] = rowOf(places[2 * point + 1]) * columns + columnOf(places[2 * point])
    start[cells[point] + 1]++
  }
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1] += start[cell]
  const next = start.slice()
  const points = new Uint32Array(count)
  for (let point = 0; point < count; point++) points[next[cells[point]]++] = point

  return (x, y, within) => {
    let [found, least] = [-1, within]
    for (let row = rowOf(y - within); row <= rowOf(y + within); row++)
      for (let column = columnOf(x - within); column <= columnOf(x + within); column++) {
        const cell = row * columns + column
        for (let i = start[cell]; i < start[cell + 1]; i++) {
          const point = points[i]
          const distance = Math.hypot(places[2 * point] - x, places[2 * point + 1] - y)
          if (distance < least || (distance === least && (found < 0 || point < found)))
            [found, least] = [point, distance]
        }
      }
    return found
  }
}
