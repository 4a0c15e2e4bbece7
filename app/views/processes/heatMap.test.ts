import { expect, test } from 'vitest'
import type { ProcessTable } from '../../../src/index.ts'
import { drawHeat, type HeatColours, NAMES, ROW } from './heatDrawing.ts'
import { cellAt, columnsOf, groupsOfProcesses, openPart, orderProcesses } from './heatMap.ts'

/** Ticks of three functions in each process, with its name and group. */
const tableOf = (rows: [name: string, group: string, ticks: [number, number, number]][]): ProcessTable => {
  const entries = rows.map(([, , ticks]) => [0, 1, 2].filter(fn => ticks[fn] > 0).map(fn => [fn, ticks[fn]]))
  const start = [0]
  for (const each of entries) start.push(start[start.length - 1] + each.length)
  return {
    length: rows.length,
    name: rows.map(([name]) => name),
    path: rows.map(([name]) => `gprof/${name}/gmon.out`),
    date: new Float64Array(rows.length).fill(Number.NaN),
    title: rows.map(() => ''),
    group: rows.map(([, group]) => group),
    ticks: Float64Array.from(rows, ([, , ticks]) => ticks[0] + ticks[1] + ticks[2]),
    calls: new Float64Array(rows.length),
    self: {
      start: Uint32Array.from(start),
      fn: Int32Array.from(entries.flat(), ([fn]) => fn),
      ticks: Float32Array.from(entries.flat(), ([, ticks]) => ticks),
    },
    oddity: new Float64Array(rows.length),
    issues: [],
  }
}

const table = tableOf([
  ['9', 'client', [1, 0, 3]],
  ['10', 'walsender', [0, 0, 10]],
  ['8', 'client', [4, 0, 4]],
])

test('functions that were seen at work are columns, most samples first', () => {
  const { columns, columnOf } = columnsOf(table, 4)
  expect([...columns]).toEqual([2, 0])
  expect([...columnOf]).toEqual([1, -1, 0, -1])
})

test('processes are ordered as asked, numbers as people count, and filtered by any of their words', () => {
  const names = (order: Parameters<typeof orderProcesses>[1], filter = '') =>
    orderProcesses(table, order, [1, 0, 2], filter).map(row => table.name[row])
  expect(names('odd')).toEqual(['10', '9', '8'])
  expect(names('samples')).toEqual(['10', '8', '9'])
  expect(names('name')).toEqual(['8', '9', '10'])
  expect(names('group')).toEqual(['8', '9', '10'])
  expect(names('name', ' CLIENT')).toEqual(['8', '9'])
  expect(names('name', 'nobody')).toEqual([])
})

test('a cell is a share of the time of its own process', () => {
  expect(cellAt(table, 0, 2)).toEqual({ share: 0.75, ticks: 3 })
  expect(cellAt(table, 1, 0)).toBeNull()
})

test('groups are told by size', () => {
  expect(groupsOfProcesses(table)).toEqual([
    { group: 'client', names: ['9', '8'] },
    { group: 'walsender', names: ['10'] },
  ])
})

const colours: HeatColours = {
  panel: 'panel',
  line: 'line',
  hover: 'hover',
  ink: 'ink',
  ink2: 'ink2',
  ink3: 'ink3',
  accent: 'accent',
  accentSoft: 'soft',
  mark: 'mark',
  heat: ['h0', 'h1', 'h2', 'h3', 'h4', 'h5'],
  mono: 'mono',
}

/** What is drawn: fills as `colour x,y,w,h`, texts as `"text" colour`. */
function drawn(
  view: { left: number; top: number; width: number; height: number },
  chosen: number[] = [],
  withNames = true,
  isSampled = false,
): string[] {
  const log: string[] = []
  const context = {
    fillStyle: '',
    globalAlpha: 1,
    font: '',
    textBaseline: '',
    fillRect: (...at: number[]) =>
      log.push(`${context.fillStyle}${context.globalAlpha < 1 ? ' pale' : ''} ${at.join()}`),
    fillText: (text: string) => log.push(`"${text}" ${context.fillStyle}`),
    save: () => undefined,
    restore: () => undefined,
    translate: () => undefined,
    rotate: () => undefined,
    beginPath: () => undefined,
    rect: (...at: number[]) => log.push(`within ${at.join()}`),
    clip: () => undefined,
  }
  const map = { ...columnsOf(table, 4), processes: [1, 0, 2] }
  const scene = {
    table,
    map,
    isSampled,
    names: (fn: number) => `f${fn}`,
    chosen: new Set(chosen),
    fn: 0,
    pointed: -1,
    hit: null,
  }
  drawHeat(context as unknown as CanvasRenderingContext2D, { ...scene, colours }, view, withNames)
  return log
}

test('cells in view are drawn by colour, above them the names', () => {
  expect(drawn({ left: 0, top: 0, width: 100, height: NAMES + 3 * ROW }, [0])).toEqual([
    `within 0,${NAMES},100,${3 * ROW}`,
    `panel 0,${NAMES},100,${3 * ROW}`,
    `soft 0,${NAMES + ROW},100,${ROW}`,
    `soft 18,${NAMES},18,${NAMES + 3 * ROW}`,
    `h4 19,${NAMES + ROW + 3},16,18`,
    `h5 1,${NAMES + 3},16,18`,
    `h5 1,${NAMES + ROW + 3},16,18`,
    `h5 19,${NAMES + 2 * ROW + 3},16,18`,
    `h5 1,${NAMES + 2 * ROW + 3},16,18`,
    `panel 0,0,100,${NAMES}`,
    `line 0,${NAMES - 1},100,1`,
    '"f2" ink2',
    '"f0" accent',
  ])
})

test('what is out of view is not drawn', () => {
  const log = drawn({ left: 18, top: 2 * ROW, width: 18, height: NAMES + ROW })
  expect(log.filter(line => line.startsWith('h'))).toEqual([`h5 1,${NAMES + 3},16,18`])
})

test('names that are there already stay as they are', () => {
  const view = { left: 0, top: 0, width: 100, height: NAMES + 3 * ROW }
  const log = drawn(view, [], false)
  expect(log[0]).toBe(`within 0,${NAMES},100,${3 * ROW}`)
  expect(drawn(view).slice(0, log.length)).toEqual(log)
  expect(log.join()).not.toContain('"f2"')
})

test('of a cell with few samples, what ± √n leaves open is paler', () => {
  expect([1, 4, 25, 100].map(openPart)).toEqual([1, 0.5, 0.2, 0])
  const view = { left: 0, top: 0, width: 100, height: NAMES + 3 * ROW }
  const cells = drawn(view, [], false, true).filter(line => line.startsWith('h'))
  const heights = (lines: string[]) => lines.map(line => Number(line.split(',')[3])).reduce((a, b) => a + b, 0)
  expect(heights(cells)).toBe(heights(drawn(view, [], false).filter(line => line.startsWith('h'))))
  expect(cells.some(line => line.includes('pale'))).toBe(true)
})
