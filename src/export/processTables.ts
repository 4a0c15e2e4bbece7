// The processes of a sum as a table for other programs: a row for each process, a column for each function.

import { type ProcessTable, timeOfTick } from '../processes/processTable.ts'
import type { Profile } from '../profile.ts'
import { labelsOf } from '../query/names.ts'
import { csvLine, csvNumber } from './csv.ts'
import { tidy } from './json.ts'

const facts = ['name', 'path', 'title', 'group', 'samples', 'calls', 'oddity'] as const

/** Self times by process and function, in the profile's unit, as RFC 4180 has it. Functions without time have no column. */
export function processesToCsv(profile: Profile, table: ProcessTable): string {
  const { start, fn, ticks } = table.self
  const timed = [...new Set(fn)].sort((a, b) => a - b)
  const columnOf = new Map(timed.map((row, i) => [row, i]))
  const labels = labelsOf(profile)
  const lines = [csvLine([...facts, ...timed.map(row => labels[row])])]
  for (let row = 0; row < table.length; row++) {
    const times = new Array<string>(timed.length).fill('0')
    for (let cell = start[row]; cell < start[row + 1]; cell++)
      times[columnOf.get(fn[cell]) ?? -1] = csvNumber(timeOf(profile, ticks[cell]))
    const { name, path, title, group } = table
    const figures = [table.ticks[row], table.calls[row], table.oddity[row]].map(csvNumber)
    lines.push(csvLine([name[row], path[row], title[row], group[row], ...figures, ...times]))
  }
  return lines.join('')
}

/** The same as an array of objects; `self` has the functions with time of their own. */
export function processesToJson(profile: Profile, table: ProcessTable): string {
  const { start, fn, ticks } = table.self
  const labels = labelsOf(profile)
  const rows = Array.from({ length: table.length }, (_, row) => {
    const cells = Array.from({ length: start[row + 1] - start[row] }, (_, i) => start[row] + i)
    return {
      name: table.name[row],
      path: table.path[row],
      title: table.title[row],
      group: table.group[row],
      samples: table.ticks[row],
      calls: table.calls[row],
      oddity: Number.isNaN(table.oddity[row]) ? null : tidy(table.oddity[row]),
      self: Object.fromEntries(cells.map(cell => [labels[fn[cell]], timeOf(profile, ticks[cell])])),
    }
  })
  return `${JSON.stringify(rows)}\n`
}

/** As many digits as the table has. */
const timeOf = (profile: Profile, ticks: number) => Number((ticks * timeOfTick(profile)).toPrecision(7))
