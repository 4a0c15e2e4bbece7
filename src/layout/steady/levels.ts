// Which level a node is on, and how high that is. Those of the picture before are 0, 1, 2, …; one that is new may be any
// number: half way between two, say.

/** What it costs that a caller is not above its callee, in levels spanned by edges. */
const UPWARDS = 4
/** What it costs to shift all that is below by one level. */
const INSERTED = 2.5

type Edge = readonly [from: number, to: number]

/**
 * The level of each node; NaN in `known` for new ones. These get theirs one after the other, along edges from those
 * that have one: where their edges span the fewest levels and calls point down.
 */
export function levelsOf(known: readonly number[], edges: readonly Edge[], count: number): number[] {
  const levels = [...known]
  const edgesAt: Edge[][] = levels.map(() => [])
  for (const edge of edges) for (const end of edge) edgesAt[end].push(edge)
  const isPlaced = (node: number) => !Number.isNaN(levels[node])
  const queue = levels.flatMap((_, node) => (isPlaced(node) ? [node] : []))
  for (let next = 0; ; ) {
    while (next < queue.length)
      for (const other of edgesAt[queue[next++]].flat()) {
        if (isPlaced(other)) continue
        levels[other] = bestLevel(other, levels, edgesAt[other], count)
        queue.push(other)
      }
    const apart = levels.findIndex((_, node) => !isPlaced(node))
    if (apart < 0) return levels
    levels[apart] = 0
    queue.push(apart)
  }
}

function bestLevel(node: number, levels: readonly number[], edges: readonly Edge[], count: number): number {
  const used = new Set(levels.filter(level => !Number.isNaN(level)))
  for (let level = 0; level < count; level++) used.add(level)
  const all = [...used].sort((a, b) => a - b)
  const ends = edges.flatMap(([from, to]) => {
    const other = levels[from === node ? to : from]
    return Number.isNaN(other) ? [] : [{ level: other, isCaller: to === node }]
  })
  /** `at` is a place in `all`, or half way between two. */
  const cost = (at: number) =>
    ends.reduce((sum, { level, isCaller }) => {
      const steps = isCaller ? at - all.indexOf(level) : all.indexOf(level) - at
      return sum + Math.ceil(Math.abs(steps)) + (steps > 0 ? 0 : UPWARDS)
    }, 0)
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  const consider = (at: number, price: number) => {
    const sum = cost(at) + price
    if (sum < least) [best, least] = [at, sum]
  }
  for (let at = -1; at <= all.length; at++) consider(at, 0)
  for (let at = 0.5; at < all.length - 1; at++) consider(at, INSERTED)
  if (best < 0) return all[0] - 1
  if (best >= all.length) return all[all.length - 1] + 1
  return (all[Math.floor(best)] + all[Math.ceil(best)]) / 2
}

/** Between the nodes of two levels, px: what Graphviz is told, rounded as by it. */
const LEVEL_GAP = { down: 32, right: 50 }
/** Between what else is in the way there, such as the titles of cycles. */
const LEAST_GAP = 4

/** How far something reaches from the middle of its level. */
export interface Reach {
  level: number
  up: number
  down: number
}

/** Height of each level; those that were next to each other before keep their distance, if there still is room. */
export function heightsOf(
  ys: readonly number[],
  nodes: readonly Reach[],
  boxes: readonly Reach[],
  direction: 'down' | 'right',
): Map<number, number> {
  const reach = (of: readonly Reach[], side: 'up' | 'down', level: number) =>
    of.reduce((most, one) => (one.level === level ? Math.max(most, one[side]) : most), 0)
  const all = [...new Set([...ys.keys(), ...nodes.map(({ level }) => level)])].sort((a, b) => a - b)
  const heights = new Map<number, number>()
  let y = ys[0] ?? 0
  for (const [i, level] of all.entries()) {
    if (i > 0) {
      const last = all[i - 1]
      const room = (of: readonly Reach[]) => reach(of, 'down', last) + reach(of, 'up', level)
      const before = level === last + 1 ? ys[level] - ys[last] : 0
      y += Math.max(room(nodes) + LEVEL_GAP[direction], room([...nodes, ...boxes]) + LEAST_GAP, before || 0)
    }
    heights.set(level, y)
  }
  return heights
}
