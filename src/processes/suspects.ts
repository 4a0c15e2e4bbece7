// Files that are probably not what they seem: written by several processes, each over the last, or counted twice.

import type { Issue } from '../issue.ts'
import type { ProcessFigures } from './processColumns.ts'
import { numberOfProcess } from './processNames.ts'
import { say } from './sentences.ts'

/** With fewer samples, processes that did next to nothing may be equal by chance. */
const FEWEST_TICKS = 20

/** Processes are copies where so few sets of processes have two that are equal by chance: one in a hundred. */
const RAREST = 100

/** A file of a sum whose time is there a second time, by row of the process. */
export interface Doubled {
  /** `sum`: as much as all others together; `copy`: samples and calls of another file. */
  kind: 'sum' | 'copy'
  row: number
  /** The other file; null where it is about none. */
  other: number | null
}

/** A file that is not of one process alone, or not the only one of its process. */
export interface Unsure {
  /**
   * `shared`: no number of a process in its name; `autovacuum`: the same, of PostgreSQL's workers; `number`: the number of
   * another file.
   */
  kind: 'shared' | 'autovacuum' | 'number'
  row: number
  other: number | null
}

/** Warnings, each with the file that it is about. */
export const suspectsOf = (table: Suspected): Issue[] =>
  [...findDoubled(table), ...findUnsure(table)].map(suspect => issueOf(table, suspect))

type Suspected = Pick<ProcessFigures, 'length' | 'ticks' | 'calls' | 'self'> & { path: string[] }

/** Files that are counted twice: none of them is missed where it is left out. Each is there once. */
export function findDoubled(table: Suspected): Doubled[] {
  const sum = sums(table)
  return [...sum, ...copies(table).filter(({ row }) => row !== sum[0]?.row)]
}

/** Files of which it is not sure whose they are, but for those that are counted twice. */
export function findUnsure(table: Suspected): Unsure[] {
  const doubled = new Set(findDoubled(table).map(({ row }) => row))
  return [...unnumbered(table), ...sharedNumbers(table)].filter(({ row }) => !doubled.has(row))
}

function issueOf({ path }: Suspected, { kind, row, other }: Doubled | Unsure): Issue {
  const file = path[row]
  const otherFile = other === null ? '' : path[other]
  switch (kind) {
    case 'sum':
      return { code: 'inconsistent', ...say('probablySum', { file }), file }
    case 'shared':
      return { code: 'incomplete', ...say('sharedName', { file }), file }
    case 'autovacuum':
      return { code: 'incomplete', ...say('autovacuum', { file }), file }
    case 'number':
      return {
        code: 'inconsistent',
        ...say('sameNumber', { file, other: otherFile, number: numberOfProcess(file) }),
        file,
      }
    case 'copy':
      return { code: 'inconsistent', ...say('probablyCopy', { file, other: otherFile }), file }
  }
}

/** A name without a number where the others have one: all that share it write to it. */
function unnumbered({ path }: Suspected): Unsure[] {
  const odd = [...path.keys()].filter(row => numberOfProcess(path[row]) < 0)
  if (odd.length > path.length / 4) return []
  return odd.map(row => ({ kind: /(^|\/)avworker\//.test(path[row]) ? 'autovacuum' : 'shared', row, other: null }))
}

/** Where most numbers are there twice, they are of several machines or runs, and mean nothing. */
function sharedNumbers({ path }: Suspected): Unsure[] {
  const first = new Map<number, number>()
  const suspects: Unsure[] = []
  for (const [row, file] of path.entries()) {
    const number = numberOfProcess(file)
    const other = first.get(number)
    if (number < 0) continue
    if (other === undefined) first.set(number, row)
    else suspects.push({ kind: 'number', row, other })
  }
  return suspects.length > path.length / 4 ? [] : suspects
}

function copies(table: Suspected): Doubled[] {
  const { length, ticks, calls } = table
  const first = new Map<string, number>()
  const suspects: Doubled[] = []
  for (let row = 0; row < length; row++) {
    if (ticks[row] < FEWEST_TICKS) continue
    const key = `${ticks[row]} ${calls[row]}`
    const other = first.get(key)
    if (other === undefined) first.set(key, row)
    else if (isSame(table, other, row) && isNoChance(table, row, other)) suspects.push(copyOf(table, row, other))
  }
  return suspects
}

const isSum = (path: string) => /\.sum$/.test(path)

/** Of two that are the same, a gmon.sum is the copy. */
const copyOf = ({ path }: Suspected, row: number, other: number): Doubled =>
  isSum(path[other]) ? { kind: 'copy', row: other, other: row } : { kind: 'copy', row, other }

/**
 * Whether two that are the same are so for a reason. Runs of a program that spends its time in one function often have the
 * same samples. Two Poisson counts of mean c are equal once in 2 √(π c) times; the heaviest function counts for nothing, as
 * programs that do the same take the same time.
 */
function isNoChance({ length, path, self: { start, ticks } }: Suspected, row: number, other: number): boolean {
  if (isSum(path[row]) || isSum(path[other])) return true
  const own = ticks.slice(start[row], start[row + 1]).sort()
  const once = own.subarray(0, -1).reduce((product, count) => product * Math.max(1, 2 * Math.sqrt(Math.PI * count)), 1)
  return once >= (RAREST * length * (length - 1)) / 2
}

function isSame({ self: { start, fn, ticks } }: Suspected, a: number, b: number): boolean {
  const cells = start[a + 1] - start[a]
  if (start[b + 1] - start[b] !== cells) return false
  for (let i = 0; i < cells; i++)
    if (fn[start[a] + i] !== fn[start[b] + i] || ticks[start[a] + i] !== ticks[start[b] + i]) return false
  return true
}

/** A file with as much as all others together, such as a gmon.sum that lies beside what it was made of. */
function sums({ length, path, ticks, calls }: Suspected): Doubled[] {
  const sum = (column: Float64Array) => column.reduce((all, each) => all + each, 0)
  const [allTicks, allCalls] = [sum(ticks), sum(calls)]
  if (length < 3 || allTicks < FEWEST_TICKS) return []
  const row = path.findIndex((_, p) => 2 * ticks[p] === allTicks && 2 * calls[p] === allCalls)
  return row < 0 ? [] : [{ kind: 'sum', row, other: null }]
}
