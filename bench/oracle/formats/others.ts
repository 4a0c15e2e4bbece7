// Graphviz for DOT, and Python's readers for JSON and CSV.

import { NO_CYCLE, type Profile } from '../../../src/profile.ts'
import { chooseGraph } from '../../../src/query/graph/chooseGraph.ts'
import { heaviestSums } from '../../../src/query/graph/hiddenSums.ts'
import { totalOf } from '../../../src/query/totals.ts'
import { namesOf } from './figures.ts'
import { type Figures, lacksCommand, onOneLine, outputOf, type Reader } from './reader.ts'

/** The last digits of a number are not written. */
const slack = { relative: 1e-11, absolute: 0 }

export const graphviz: Reader = {
  title: 'dot',
  format: 'dot',
  lacks: () => lacksCommand('dot', '-V'),
  read(file) {
    // It passes on the entities that labels are written with.
    const nameOf = (tooltip = '') => onOneLine(tooltip.replaceAll('&amp;', '&'))
    const { objects = [], edges = [] } = JSON.parse(outputOf('dot', ['-Tjson0', file])) as DotJson
    const figures: Figures = new Map([
      ['objects', objects.length],
      ['edges', edges.length],
    ])
    for (const { name, tooltip, self = 0, total = 0, calls = 0 } of objects)
      if (/^\d+$/.test(name)) {
        figures.set(`self ${name} ${nameOf(tooltip)}`, Number(self))
        figures.set(`total ${name} ${nameOf(tooltip)}`, Number(total))
        figures.set(`calls ${name} ${nameOf(tooltip)}`, Number(calls))
      }
    return figures
  },
  expected(profile) {
    const graph = chooseGraph(profile, { minShare: Number.NaN, pinned: [] })
    const names = namesOf(profile)
    const sums = heaviestSums(profile, graph).length
    const figures: Figures = new Map([
      ['objects', graph.functions.length + graph.cycles.length + sums],
      ['edges', graph.arcs.length + graph.elided.length + sums],
    ])
    for (const fn of graph.functions) {
      figures.set(`self ${fn} ${names[fn]}`, profile.functions.self[fn] || 0)
      figures.set(`total ${fn} ${names[fn]}`, totalOf(profile)[fn] || 0)
      figures.set(`calls ${fn} ${names[fn]}`, profile.functions.calls[fn] || 0)
    }
    return figures
  },
  slack,
  keysOf: () => 'either',
}

interface DotJson {
  objects?: { name: string; tooltip?: string; self?: string; total?: string; calls?: string }[]
  edges?: unknown[]
}

const PYTHON = 'python3'
const lacksPython = () => lacksCommand(PYTHON, '-c', 'import csv, json')

export const pythonCsv: Reader = {
  title: "Python's csv",
  format: 'csv',
  lacks: lacksPython,
  read: file =>
    rowsRead('import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline="")))))', file),
  expected: rowsOf,
  slack,
  keysOf: () => 'either',
}

export const pythonJson: Reader = {
  title: "Python's json",
  format: 'json',
  lacks: lacksPython,
  read: file => rowsRead('import json, sys; print(json.dumps(json.load(open(sys.argv[1]))["functions"]))', file),
  expected: rowsOf,
  slack,
  keysOf: () => 'either',
}

const COLUMNS = ['self', 'children', 'calls', 'selfCalls', 'cycle'] as const

function rowsRead(program: string, file: string): Figures {
  const rows = JSON.parse(outputOf(PYTHON, ['-c', program, file])) as Record<string, string | number | null>[]
  return new Map(
    rows.flatMap((row, fn) =>
      COLUMNS.map(column => [`${column} ${fn} ${row.name}`, Number(row[column] ?? 0)] as const),
    ),
  )
}

function rowsOf({ functions, cycles }: Profile): Figures {
  const figures: Figures = new Map()
  for (const [fn, name] of functions.name.entries())
    for (const column of COLUMNS) {
      const value = functions[column][fn]
      const number = column === 'cycle' ? (value === NO_CYCLE ? 0 : cycles.number[value]) : value || 0
      figures.set(`${column} ${fn} ${name}`, number)
    }
  return figures
}
