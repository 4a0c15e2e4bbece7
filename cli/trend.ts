import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  comparePaths,
  type Normalisation,
  orderByMovement,
  SIGNIFICANT,
  type Trend,
  type TrendFigures,
  trendOf,
} from '../src/index.ts'
import { normalisations } from './compare.ts'
import { fail, say, sayError } from './messages.ts'
import { type Run, type RunOptions, readRuns } from './runs.ts'
import { chance, printed, printTable, signed } from './table.ts'

/** Two are for being compared. */
const FEWEST = 3
const orders = ['name', 'date', 'given']

/**
 * `trend [--by time|share|call] [--order name|date|given] [--program PROGRAM] [--each] [--all] FILE...`: a table of how
 * functions moved over many runs. Returns the exit status.
 */
export async function trend(args: string[]): Promise<number> {
  try {
    const asked = parse(args)
    if (typeof asked === 'string') return fail([asked])
    const runs = await readRuns(await inOrder(asked.files, asked.order), asked)
    if (typeof runs === 'string') return fail([runs])
    if (runs.length < FEWEST) return fail([`trend takes three runs or more, and there are ${runs.length}.`])
    const found = trendOf(
      runs.map(({ profile }) => profile),
      asked.by,
    )
    for (const { message } of found.warnings) say(message)
    process.stdout.write(`${tableOfRuns(runs, found)}\n${tableOfFunctions(runs[0].profile.unit, found, asked.all)}`)
    return 0
  } catch (error) {
    return fail([sayError(error)])
  }
}

interface Asked extends RunOptions {
  by: Normalisation
  all: boolean
  order: string
  files: string[]
}

function parse(args: string[]): Asked | string {
  const { values, positionals } = parseArgs({
    args,
    options: {
      by: { type: 'string', default: 'time' },
      order: { type: 'string', default: 'name' },
      program: { type: 'string' },
      each: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const { by, order, program, each, all } = values
  if (!Object.hasOwn(normalisations, by)) return '--by takes `time`, `share` or `call`.'
  if (!orders.includes(order)) return '--order takes `name`, `date` or `given`.'
  return { by: normalisations[by], order, program, each, all, files: positionals }
}

/** By name as people count, 9 before 10; or by when the files were last written. */
async function inOrder(files: string[], order: string): Promise<string[]> {
  if (order === 'given') return files
  const byName = [...files].sort(comparePaths)
  if (order === 'name') return byName
  const dated = await Promise.all(byName.map(async file => ({ file, date: (await stat(file)).mtimeMs })))
  return dated.sort((a, b) => a.date - b.date).map(({ file }) => file)
}

function tableOfRuns(runs: Run[], { all }: Trend): string {
  const head = ['run', `all, ${runs[0].profile.unit}`, 'name']
  return printTable([head, ...runs.map(({ name }, run) => [String(run + 1), printed(all.value[run]), name])])
}

/** What moved, the furthest first, then, where `all` is asked for, what may be noise. */
function tableOfFunctions(
  unit: string,
  { functions, runs, normalisation, self, all }: Trend,
  withNoise: boolean,
): string {
  const figure = (value: number) => (normalisation === 'share' ? (100 * value).toFixed(2) : printed(value))
  const line = (figures: TrendFigures, fn: number, name: string, print: (value: number) => string) => {
    const values = figures.value.subarray(fn * runs, (fn + 1) * runs)
    const hasMoved = figures.rate[fn] <= SIGNIFICANT
    return [
      sparkline(values),
      print(values[0]),
      print(values[runs - 1]),
      hasMoved ? changesOf(figures, fn, print) : '',
      hasMoved ? chance(figures.rate[fn]) : 'noise',
      name,
    ]
  }
  const rows = [...orderByMovement(self)].filter(fn => self.value.subarray(fn * runs, (fn + 1) * runs).some(v => v > 0))
  const moved = rows.filter(fn => self.rate[fn] <= SIGNIFICANT)
  const shown = withNoise ? rows : moved
  const what = { time: unit, share: '% of all', perCall: `${unit}/call` }[normalisation]
  const noise = rows.length - moved.length
  return (
    printTable([
      ['trend', 'first', 'last', 'changes', 'chance', `function (self, ${what})`],
      line(all, 0, `all functions (${unit})`, printed),
      ...shown.map(fn => line(self, fn, functions.label[fn], figure)),
    ]) +
    (moved.length === 0 ? 'No function surely moved.\n' : '') +
    (withNoise || noise === 0 ? '' : `${noise} more with time that may not have moved; --all shows them.\n`)
  )
}

/** `+2.03 at run 4`, of each change point; or how far it moved where none tells how. */
function changesOf(
  { start, firstRun, level, size }: TrendFigures,
  fn: number,
  print: (value: number) => string,
): string {
  const changes: string[] = []
  for (let next = start[fn] + 1; next < start[fn + 1]; next++)
    changes.push(`${signed(print, level[next] - level[next - 1])} at run ${firstRun[next] + 1}`)
  return changes.length > 0 ? changes.join(', ') : `within ${print(size[fn])}`
}

const BLOCKS = '▁▂▃▄▅▆▇█'

/** A block for each value, from nought to the greatest; a dot for what is not known. */
function sparkline(values: Float64Array): string {
  const most = values.reduce((most, value) => (value > most ? value : most), 0)
  const block = (value: number) => BLOCKS[Math.max(0, Math.ceil((BLOCKS.length * value) / most) - 1)] ?? BLOCKS[0]
  return Array.from(values, value => (Number.isNaN(value) ? '·' : block(value))).join('')
}
