import { parseArgs } from 'node:util'
import { type Normalisation, type Profile, SIGNIFICANT } from '../src/index.ts'
import { type Compared, compareSides } from './compared.ts'
import { say, sayError } from './messages.ts'
import { type Run, type RunOptions, readRuns } from './runs.ts'
import { chance, printed, printTable, signed } from './table.ts'

/** What `--by` takes. */
export const normalisations: Record<string, Normalisation> = { time: 'time', share: 'share', call: 'perCall' }

/**
 * `compare [--by time|share|call] [--program PROGRAM] [--each] [--all] [--fail-on PERCENT] BEFORE AFTER`, or
 * `BEFORE... -- AFTER...` for several runs on a side: a table of what changed. Returns the exit status: 1 where `--fail-on`
 * finds a slow-down, 2 where there is nothing to compare.
 */
export async function compare(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return failed(asked)
  const { by, all, limit, before, after } = asked
  const runs = [await readRuns(before, asked), await readRuns(after, asked)]
  const wrong = runs.find(side => typeof side === 'string')
  if (wrong !== undefined) return failed(wrong as string)
  const [a, b] = (runs as Run[][]).map(side => side.map(({ profile }) => profile))
  const compared = compareSides(a, b, by)
  for (const { message } of compared.warnings) say(message)
  process.stdout.write(tableOf(a[0], compared, by, all))
  const slower = limit === null ? [] : slowdowns(compared, limit)
  for (const sentence of slower) say(sentence)
  return slower.length > 0 ? 1 : 0
}

interface Asked extends RunOptions {
  by: Normalisation
  all: boolean
  /** Of the time before, 0..1; null where nothing fails. */
  limit: number | null
  before: string[]
  after: string[]
}

function parse(args: string[]): Asked | string {
  try {
    const { values, tokens } = parseArgs({
      args,
      options: {
        by: { type: 'string', default: 'time' },
        program: { type: 'string' },
        each: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        'fail-on': { type: 'string' },
      },
      allowPositionals: true,
      tokens: true,
    })
    const by = Object.hasOwn(normalisations, values.by) ? normalisations[values.by] : null
    if (!by) return '--by takes `time`, `share` or `call`.'
    const percent = values['fail-on']
    const limit = percent === undefined ? null : Number(percent.replace(/ ?%$/, '')) / 100
    if (Number.isNaN(limit) || percent === '') return `--fail-on takes a percentage such as 5%, and got “${percent}”.`
    const split = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Number.NaN
    const files = tokens.filter(token => token.kind === 'positional')
    const valuesOf = (side: typeof files) => side.map(({ value }) => value)
    const before = valuesOf(Number.isNaN(split) ? files.slice(0, 1) : files.filter(({ index }) => index < split))
    const after = valuesOf(Number.isNaN(split) ? files.slice(1) : files.filter(({ index }) => index > split))
    if (before.length === 0 || after.length === 0 || (Number.isNaN(split) && files.length !== 2))
      return `compare takes two profiles, before and after, or several of each with -- between them, and ${files.length} were given.`
    return { by, program: values.program, each: values.each, all: values.all, limit, before, after }
  } catch (error) {
    return sayError(error)
  }
}

/** Changes first, then, where `all` is asked for, what may be noise. */
function tableOf(first: Profile, compared: Compared, by: Normalisation, all: boolean): string {
  const changes = compared.rows.filter(({ rate }) => rate <= SIGNIFICANT)
  const shown = all ? compared.rows : changes
  const unit = { time: first.unit, share: '% of all', perCall: `${first.unit}/call` }[by]
  const figure = (value: number) => (by === 'share' ? (100 * value).toFixed(2) : printed(value))
  const lines = shown.map(({ before, after, low, high, rate, label, only }) => [
    figure(before),
    figure(after),
    signed(figure, after - before),
    `${signed(figure, low)} to ${signed(figure, high)}`,
    rate <= SIGNIFICANT ? chance(rate) : 'noise',
    `${label}${only === 'before' ? ' (gone)' : only === 'after' ? ' (new)' : ''}`,
  ])
  const head = ['before', 'after', 'change', '95 % range', 'chance', `function (self, ${unit})`]
  const noise = compared.rows.length - changes.length
  const rest = all || noise === 0 ? '' : `${noise} more with time that may not have changed; --all shows them.\n`
  const table = shown.length > 0 ? printTable([head, ...lines]) : 'No function surely changed.\n'
  return `${summary(first, compared)}\n${table}${rest}`
}

function summary({ unit }: Profile, { all: { a, b, p, interval }, functions, method }: Compared): string {
  const sure = p <= SIGNIFICANT ? `chance ${chance(p)}` : 'may be noise'
  return (
    `All: ${printed(a)} to ${printed(b)} ${unit}, ${signed(printed, b - a)} ` +
    `(${signed(printed, interval[0])} to ${signed(printed, interval[1])}), ${sure}.\n` +
    `${functions.both} functions in both, ${functions.gone} gone, ${functions.fresh} new.\n` +
    `${method}\n`
  )
}

/** What became slower, surely, and by more than this part of the time of the whole program before. */
function slowdowns({ all, rows }: Compared, limit: number): string[] {
  const least = limit * all.a
  const percent = (time: number) => `${((100 * time) / all.a).toFixed(1)} %`
  const sentences: string[] = []
  if (all.b - all.a > least && all.p <= SIGNIFICANT)
    sentences.push(`The program takes ${percent(all.b - all.a)} longer than before.`)
  for (const { more, only, rate, label } of rows)
    if (only !== 'before' && more > least && rate <= SIGNIFICANT)
      sentences.push(`${label} takes ${percent(more)} of the program's time more than before.`)
  return sentences
}

function failed(sentence: string): 2 {
  say(sentence)
  return 2
}
