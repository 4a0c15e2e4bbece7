// Files that are probably not what they seem: written by several processes, each over the last, or counted twice.

import type { Issue } from '../issue.ts'
import type { ProcessFigures } from './processColumns.ts'
import { numberOfProcess } from './processNames.ts'
import { say } from './sentences.ts'

/** With fewer samples, processes that did next to nothing may be equal by chance. */
const FEWEST_TICKS = 20

/** A file of a sum, by row of the process, and what is suspicious about it. */
export interface Suspect {
  /**
   * `sum`: as much as all others together; `shared`: no number of a process in its name; `autovacuum`: the same, of
   * PostgreSQL's workers; `number`: the number of another file; `copy`: samples and calls of another file.
   */
  kind: 'sum' | 'shared' | 'autovacuum' | 'number' | 'copy'
  row: number
  /** The other file; null where it is about none. */
  other: number | null
}

/** Warnings, each with the file that it is about. */
export const suspectsOf = (table: Suspected): Issue[] => findSuspects(table).map(suspect => issueOf(table, suspect))

type Suspected = Pick<ProcessFigures, 'length' | 'ticks' | 'calls' | 'self'> & { path: string[] }

/** The same as figures. */
export function findSuspects(table: Suspected): Suspect[] {
  const sum = sums(table)
  const others = unnumbered(table).filter(({ row }) => row !== sum[0]?.row)
  return [...sum, ...others, ...sharedNumbers(table), ...copies(table)]
}

function issueOf({ path }: Suspected, { kind, row, other }: Suspect): Issue {
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
function unnumbered({ path }: Suspected): Suspect[] {
  const odd = [...path.keys()].filter(row => numberOfProcess(path[row]) < 0)
  if (odd.length > path.length / 4) return []
  return odd.map(row => ({ kind: /(^|\/)avworker\//.test(path[row]) ? 'autovacuum' : 'shared', row, other: null }))
}

/** Where most numbers are there twice, they are of several machines or runs, and mean nothing. */
function sharedNumbers({ path }: Suspected): Suspect[] {
  const first = new Map<number, number>()
  const suspects: Suspect[] = []
  for (const [row, file] of path.entries()) {
    const number = numberOfProcess(file)
    const other = first.get(number)
    if (number < 0) continue
    if (other === undefined) first.set(number, row)
    else suspects.push({ kind: 'number', row, other })
  }
  return suspects.length > path.length / 4 ? [] : suspects
}

function copies(table: Suspected): Suspect[] {
  const { length, ticks, calls } = table
  const first = new Map<string, number>()
  const suspects: Suspect[] = []
  for (let row = 0; row < length; row++) {
    if (ticks[row] < FEWEST_TICKS) continue
    const key = `${ticks[row]} ${calls[row]}`
    const other = first.get(key)
    if (other === undefined) first.set(key, row)
    else if (isSame(table, other, row)) suspects.push({ kind: 'copy', row, other })
  }
  return suspects
}

function isSame({ self: { start, fn, ticks } }: Suspected, a: number, b: number): boolean {
  const cells = start[a + 1] - start[a]
  if (start[b + 1] - start[b] !== cells) return false
  for (let i = 0; i < cells; i++)
    if (fn[start[a] + i] !== fn[start[b] + i] || ticks[start[a] + i] !== ticks[start[b] + i]) return false
  return true
}

/** A file with as much as all others together, such as a gmon.sum that lies beside what it was made of. */
function sums({ length, path, ticks, calls }: Suspected): Suspect[] {
  const sum = (column: Float64Array) => column.reduce((all, each) => all + each, 0)
  const [allTicks, allCalls] = [sum(ticks), sum(calls)]
  if (length < 3 || allTicks < FEWEST_TICKS) return []
  const row = path.findIndex((_, p) => 2 * ticks[p] === allTicks && 2 * calls[p] === allCalls)
  return row < 0 ? [] : [{ kind: 'sum', row, other: null }]
}
