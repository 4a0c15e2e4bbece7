// What processes are called: what the paths of their files differ in. `gprof/8723/gmon.out` beside `gprof/8724/gmon.out` is
// 8723; `gmon.out.12`, as MPI programs write them, is 12; `forker.14661`, by GMON_OUT_PREFIX, keeps its prefix.

/** A name for each path. No two are the same, even where two paths are. */
export function processNames(paths: readonly string[]): string[] {
  if (paths.length === 0) return []
  const parts = paths.map(partsOf)
  const fewest = Math.min(...parts.map(({ length }) => length))
  const isSame = (partAt: (path: string[]) => string) => parts.every(path => partAt(path) === partAt(parts[0]))
  let first = 0
  while (first < fewest - 1 && isSame(path => path[first])) first++
  let last = 0
  while (first + last < fewest - 1 && isSame(path => path[path.length - 1 - last])) last++
  const distinct = parts.map(path => path.slice(first, path.length - last))
  return unique(distinct.every(isRank) ? distinct.map(rankOf) : distinct.map(path => path.join('/')))
}

const partsOf = (path: string) =>
  path
    .replace(/(?:\.(?:gz|txt|log))+$/i, '')
    .split(/[/\\]+/)
    .filter(part => part !== '' && part !== '.')

const rank = /^gmon(?:\.out)?[.-](\w*\d)$/

/** `gmon.out.12` */
const isRank = (path: string[]) => path.length === 1 && rank.test(path[0])

const rankOf = ([name]: string[]) => name.replace(rank, '$1')

function unique(names: string[]): string[] {
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map(name => {
    let free = name
    for (let n = 2; seen.has(free) || (free !== name && taken.has(free)); n++) free = `${name} #${n}`
    seen.add(free)
    return free
  })
}

/**
 * The PID or rank in a path: the folder that a gmon.out lies in, or what the name of a file ends in. -1 where there is
 * none, as in that of a file that several processes write.
 */
export function numberOfProcess(path: string): number {
  const parts = partsOf(path)
  const file = parts.pop() ?? ''
  const number =
    file === 'gmon.out' ? /^\d{1,15}$/.exec(parts.pop() ?? '')?.[0] : /(?:^|[._-])(\d{1,15})$/.exec(file)?.[1]
  return number === undefined ? -1 : Number(number)
}

/** Paths in the order in which people count: 9 before 10. */
export const comparePaths = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

const collator = new Intl.Collator('en', { numeric: true })
