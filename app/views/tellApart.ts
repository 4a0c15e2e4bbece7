/** Something that has a title, and what there is to say of it beside. */
export interface Titled {
  title: string
  /** What may tell it from others of the same title, the best first; empty where it is not known. */
  facts: readonly string[]
}

/** For each what tells it from all others of its title: the first fact that they all differ in; empty where it is the only one. */
export function tellApart(all: readonly Titled[]): string[] {
  const byTitle = new Map<string, Titled[]>()
  for (const each of all) {
    const alike = byTitle.get(each.title)
    if (alike) alike.push(each)
    else byTitle.set(each.title, [each])
  }
  const kinds = new Map([...byTitle].map(([title, alike]) => [title, tellingKind(alike)]))
  return all.map(({ title, facts }) => facts[kinds.get(title) ?? -1] ?? '')
}

/** Which fact tells these apart; -1 for none, and for one alone. */
function tellingKind(alike: readonly Titled[]): number {
  if (alike.length === 1) return -1
  return alike[0].facts.findIndex((_, kind) => {
    const said = alike.map(({ facts }) => facts[kind] ?? '')
    return said.every(fact => fact !== '') && new Set(said).size === said.length
  })
}
