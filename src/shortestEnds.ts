/**
 * For each path the shortest end of it, in whole folders, that no other of the paths ends in: `before/gmon.txt` beside
 * `after/gmon.txt`, and the name alone where that tells it apart. Of two that are the same, the name.
 */
export function shortestEnds(paths: readonly string[]): string[] {
  const parts = paths.map(path => path.split(/[/\\]+/))
  const ends = parts.map(folders => folders[folders.length - 1])
  const open = new Set(parts.keys())
  const deepest = parts.reduce((most, { length }) => Math.max(most, length), 0)
  for (let length = 1; length <= deepest && open.size > 0; length++) {
    const all = parts.map(folders => folders.slice(-length).join('/'))
    const uses = new Map<string, number>()
    for (const end of all) uses.set(end, (uses.get(end) ?? 0) + 1)
    for (const path of open) {
      if (uses.get(all[path]) !== 1) continue
      ends[path] = all[path]
      open.delete(path)
    }
  }
  return ends
}
