// Processes × functions as coordinates: which process stands in which row, which function in which column, and how much
// of a process's own time a cell is. Pure; heatDrawing.ts draws it.

import { type ProcessRow, type ProcessTable, ticksByFunction } from '../../../src/index.ts'

/** In what order processes stand from top to bottom. */
export const processOrders = ['odd', 'samples', 'name', 'group'] as const
export type ProcessOrder = (typeof processOrders)[number]

export interface HeatMap {
  /** Row of the table by place from the top. */
  processes: ProcessRow[]
  /** Function by column from the left, the one with most samples over all processes first; only those with any. */
  columns: Int32Array
  /** Column of each function; -1 for none. */
  columnOf: Int32Array
}

/** Functions that were seen at work in any process, most samples first. */
export function columnsOf(table: ProcessTable, functions: number): Pick<HeatMap, 'columns' | 'columnOf'> {
  const ticks = ticksByFunction(table, functions)
  const columns = Int32Array.from(ticks.keys())
    .filter(fn => ticks[fn] > 0)
    .sort((a, b) => ticks[b] - ticks[a] || a - b)
  const columnOf = new Int32Array(functions).fill(-1)
  columns.forEach((fn, column) => {
    columnOf[fn] = column
  })
  return { columns, columnOf }
}

/** Processes in an order, those that a text occurs in: in name, title or group, capital letters or not. */
export function orderProcesses(
  table: ProcessTable,
  order: ProcessOrder,
  byOddity: ArrayLike<ProcessRow>,
  filter: string,
): ProcessRow[] {
  const wanted = filter.trim().toLowerCase()
  const matches = (row: ProcessRow) =>
    [table.name[row], table.title[row], table.group[row]].some(text => text.toLowerCase().includes(wanted))
  const rows = Array.from(byOddity).filter(matches)
  const byName = (a: ProcessRow, b: ProcessRow) => compareNames(table.name[a], table.name[b])
  if (order === 'samples') rows.sort((a, b) => table.ticks[b] - table.ticks[a] || byName(a, b))
  else if (order === 'name') rows.sort(byName)
  else if (order === 'group') rows.sort((a, b) => compareNames(table.group[a], table.group[b]) || byName(a, b))
  return rows
}

/** 9 before 10, as people count. */
const { compare: compareNames } = new Intl.Collator('en', { numeric: true })

/** A cell: share of the process's own samples, 0..1, with the samples themselves. */
export interface HeatCell {
  share: number
  ticks: number
}

/** The part of a cell, 0..1, that ± √n samples leave open; nothing where that is less than a sixth. */
export const openPart = (ticks: number): number => (hasPalePart(ticks) ? 1 / Math.sqrt(Math.max(1, ticks)) : 0)

/** Whether a cell has so few samples that its picture shows it: with fewer than 36, they are good to less than a sixth. */
export const hasPalePart = (ticks: number): boolean => ticks > 0 && ticks < 36

/** What a process spent in a function; null for nothing. */
export function cellAt({ self, ticks }: ProcessTable, process: ProcessRow, fn: number): HeatCell | null {
  for (let i = self.start[process]; i < self.start[process + 1]; i++)
    if (self.fn[i] === fn) return { share: self.ticks[i] / ticks[process], ticks: self.ticks[i] }
  return null
}

/** Processes of each group, larger groups first; processes without one are in none. */
export function groupsOfProcesses({ group, name }: ProcessTable): { group: string; names: string[] }[] {
  const groups = new Map<string, string[]>()
  group.forEach((each, row) => {
    if (each !== '') groups.set(each, [...(groups.get(each) ?? []), name[row]])
  })
  return [...groups]
    .map(([each, names]) => ({ group: each, names }))
    .sort((a, b) => b.names.length - a.names.length || compareNames(a.group, b.group))
}
