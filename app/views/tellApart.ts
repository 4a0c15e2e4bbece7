/** Something that has a title, and what there is to say of it beside. */
export interface Titled {
  title: string
  /** What may tell it from others of the same title, the best first; empty where it is not known. */
  facts: readonly string[]
}

/** For each what tells it from all others of its title: the first fact that they all differ in; empty where it is the only one. */
export function tellApart(all: readonly Titled[]): string[] {
  return all.map(({ title, facts }) => {
    const alike = all.filter(other => other.title === title)
    const isTelling = (kind: number) => {
      const said = alike.map(other => other.facts[kind])
      return said.every(fact => fact !== '') && new Set(said).size === said.length
    }
    return alike.length > 1 ? (facts.find((_, kind) => isTelling(kind)) ?? '') : ''
  })
}
