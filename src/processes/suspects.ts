// Files that are probably not what they seem: written by several processes, each over the last, or counted twice.

import type { Issue } from '../issue.ts'
import type { ProcessFigures } from './processColumns.ts'
import { numberOfProcess } from './processNames.ts'

/** With fewer samples, processes that did next to nothing may be equal by chance. */
const FEWEST_TICKS = 20

/** Warnings, each with the file that it is about. */
export function suspectsOf(table: Suspected): Issue[] {
  const sum = sums(table)
  const others = unnumbered(table).filter(({ file }) => file !== sum[0]?.file)
  return [...sum, ...others, ...sharedNumbers(table), ...copies(table)]
}

interface Suspected extends Pick<ProcessFigures, 'length' | 'ticks' | 'calls' | 'self'> {
  path: string[]
}

/** A name without a number where the others have one: all that share it write to it. */
function unnumbered({ path }: Suspected): Issue[] {
  const odd = path.filter(each => numberOfProcess(each) < 0)
  if (odd.length > path.length / 4) return []
  return odd.map(file => ({
    code: 'incomplete',
    message: /(^|\/)avworker\//.test(file)
      ? `“${file}” is of no single process: PostgreSQL's autovacuum workers all write this file, and it holds the one that ended last.`
      : `“${file}” has no process number in its name, as the others have. If several processes wrote it, it holds the one that ended last.`,
    file,
  }))
}

/** Where most numbers are there twice, they are of several machines or runs, and mean nothing. */
function sharedNumbers({ path }: Suspected): Issue[] {
  const first = new Map<number, string>()
  const issues: Issue[] = []
  for (const file of path) {
    const number = numberOfProcess(file)
    const other = first.get(number)
    if (number < 0) continue
    if (other === undefined) first.set(number, file)
    else
      issues.push({
        code: 'inconsistent',
        message: `“${other}” and “${file}” are of process ${number} both: the number was used twice, or one is another state of the other. Both are in the sum.`,
        file,
      })
  }
  return issues.length > path.length / 4 ? [] : issues
}

function copies(table: Suspected): Issue[] {
  const { length, path, ticks, calls } = table
  const first = new Map<string, number>()
  const issues: Issue[] = []
  for (let row = 0; row < length; row++) {
    if (ticks[row] < FEWEST_TICKS) continue
    const key = `${ticks[row]} ${calls[row]}`
    const other = first.get(key)
    if (other === undefined) first.set(key, row)
    else if (isSame(table, other, row))
      issues.push({
        code: 'inconsistent',
        message: `“${path[row]}” has the same samples in the same functions and as many calls as “${path[other]}”: one is probably a copy of the other, and counted twice.`,
        file: path[row],
      })
  }
  return issues
}

function isSame({ self: { start, fn, ticks } }: Suspected, a: number, b: number): boolean {
  const cells = start[a + 1] - start[a]
  if (start[b + 1] - start[b] !== cells) return false
  for (let i = 0; i < cells; i++)
    if (fn[start[a] + i] !== fn[start[b] + i] || ticks[start[a] + i] !== ticks[start[b] + i]) return false
  return true
}

/** A file with as much as all others together, such as a gmon.sum that lies beside what it was made of. */
function sums({ length, path, ticks, calls }: Suspected): Issue[] {
  const sum = (column: Float64Array) => column.reduce((all, each) => all + each, 0)
  const [allTicks, allCalls] = [sum(ticks), sum(calls)]
  if (length < 3 || allTicks < FEWEST_TICKS) return []
  const row = path.findIndex((_, p) => 2 * ticks[p] === allTicks && 2 * calls[p] === allCalls)
  if (row < 0) return []
  const message = `“${path[row]}” has as many samples and calls as all other files together: it is probably their sum, and everything is counted twice. Leave it out.`
  return [{ code: 'inconsistent', message, file: path[row] }]
}
