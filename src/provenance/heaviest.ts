// Lists that people look at are short: the heaviest of them are listed, and of the rest the sum is told.

/** So many are listed of what a figure is made of. */
export const MOST_LISTED = 200

/** What is listed of many, and what the others come to. */
export interface Heaviest<Item> {
  /** In the order in which they were given. */
  listed: Item[]
  rest: { count: number; weight: number }
}

/** The heaviest of the items. Equal ones in their order. */
export function heaviest<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  most: number = MOST_LISTED,
): Heaviest<Item> {
  if (items.length <= most) return { listed: [...items], rest: { count: 0, weight: 0 } }
  const order = [...items.keys()].sort((a, b) => weightOf(items[b]) - weightOf(items[a]) || a - b)
  const isListed = new Set(order.slice(0, most))
  const rest = items.filter((_, i) => !isListed.has(i))
  return {
    listed: items.filter((_, i) => isListed.has(i)),
    rest: { count: rest.length, weight: rest.reduce((sum, item) => sum + weightOf(item), 0) },
  }
}
