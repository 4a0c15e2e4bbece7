import { parseArgs } from 'node:util'
import {
  type Comparison,
  compareProfiles,
  intervalOf,
  labelsOf,
  type Normalisation,
  orderByChange,
  type Profile,
  readProfile,
  SIGNIFICANT,
} from '../src/index.ts'
import { filesOf } from './files.ts'
import { say, sayError } from './messages.ts'

const normalisations: Record<string, Normalisation> = { time: 'time', share: 'share', call: 'perCall' }

/**
 * `compare [--by time|share|call] [--program PROGRAM] [--all] [--fail-on PERCENT] BEFORE AFTER`: a table of what changed.
 * Returns the exit status: 1 where `--fail-on` finds a slow-down, 2 where there is nothing to compare.
 */
export async function compare(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return failed(asked)
  const { by, program, all, limit, files } = asked
  const profiles: Profile[] = []
  for (const file of files) {
    const profile = await read(file, program)
    if (typeof profile === 'string') return failed(profile)
    profiles.push(profile)
  }
  const [a, b] = profiles
  const comparison = compareProfiles(a, b, by)
  for (const { message } of comparison.warnings) say(message)
  process.stdout.write(tableOf(a, b, comparison, all))
  const slower = limit === null ? [] : slowdowns(a, b, comparison, limit)
  for (const sentence of slower) say(sentence)
  return slower.length > 0 ? 1 : 0
}

interface Asked {
  by: Normalisation
  program: string | undefined
  all: boolean
  /** Of the time before, 0..1; null where nothing fails. */
  limit: number | null
  files: string[]
}

function parse(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        by: { type: 'string', default: 'time' },
        program: { type: 'string' },
        all: { type: 'boolean', default: false },
        'fail-on': { type: 'string' },
      },
      allowPositionals: true,
    })
    const by = Object.hasOwn(normalisations, values.by) ? normalisations[values.by] : null
    if (!by) return '--by takes `time`, `share` or `call`.'
    const percent = values['fail-on']
    const limit = percent === undefined ? null : Number(percent.replace(/ ?%$/, '')) / 100
    if (Number.isNaN(limit) || percent === '') return `--fail-on takes a percentage such as 5%, and got “${percent}”.`
    if (positionals.length !== 2)
      return `compare takes two profiles, before and after, and ${positionals.length} were given.`
    return { by, program: values.program, all: values.all, limit, files: positionals }
  } catch (error) {
    return sayError(error)
  }
}

async function read(file: string, program: string | undefined): Promise<Profile | string> {
  try {
    const result = await readProfile(await filesOf(program === undefined ? [file] : [program, file]))
    return result.ok ? result.value[0] : result.errors.map(({ message }) => message).join(' ')
  } catch (error) {
    return sayError(error)
  }
}

/** Changes first, then, where `all` is asked for, what may be noise. */
function tableOf(a: Profile, b: Profile, comparison: Comparison, all: boolean): string {
  const { self, pairs, normalisation } = comparison
  const labels = [labelsOf(a), labelsOf(b)]
  const rows = [...orderByChange(self)].filter(row => self.a[row] > 0 || self.b[row] > 0)
  const shown = all ? rows : rows.filter(row => self.rate[row] <= SIGNIFICANT)
  const unit = { time: a.unit, share: '% of all', perCall: `${a.unit}/call` }[normalisation]
  const figure = (value: number) => (normalisation === 'share' ? (100 * value).toFixed(2) : printed(value))
  const lines = shown.map(row => {
    const [low, high] = intervalOf(a, b, comparison, 'self', row)
    const name = pairs.a[row] >= 0 ? labels[0][pairs.a[row]] : labels[1][pairs.b[row]]
    const kind = pairs.b[row] < 0 ? ' (gone)' : pairs.a[row] < 0 ? ' (new)' : ''
    return [
      figure(self.a[row]),
      figure(self.b[row]),
      signed(figure, self.b[row] - self.a[row]),
      `${signed(figure, low)} to ${signed(figure, high)}`,
      self.rate[row] <= SIGNIFICANT ? chance(self.rate[row]) : 'noise',
      `${name}${kind}`,
    ]
  })
  const head = ['before', 'after', 'change', '95 % range', 'chance', `function (self, ${unit})`]
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map(line => line[i].length)))
  const print = (line: string[]) =>
    `${line.map((text, i) => (i === line.length - 1 ? text : text.padStart(widths[i]))).join('  ')}\n`
  const noise = rows.length - rows.filter(row => self.rate[row] <= SIGNIFICANT).length
  const rest = all || noise === 0 ? '' : `${noise} more with time that may not have changed; --all shows them.\n`
  const table = shown.length > 0 ? [head, ...lines].map(print).join('') : 'No function surely changed.\n'
  return `${summary(a, comparison)}\n${table}${rest}`
}

function summary({ unit }: Profile, { all: { a, b, p, interval }, pairs }: Comparison): string {
  const only = (rows: Int32Array) => rows.filter(row => row < 0).length
  const sure = p <= SIGNIFICANT ? `chance ${chance(p)}` : 'may be noise'
  return (
    `All: ${printed(a)} to ${printed(b)} ${unit}, ${signed(printed, b - a)} ` +
    `(${signed(printed, interval[0])} to ${signed(printed, interval[1])}), ${sure}.\n` +
    `${pairs.paired} functions in both, ${only(pairs.b)} gone, ${only(pairs.a)} new.\n`
  )
}

const printed = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(4)).toString() : '-')
const signed = (print: (value: number) => string, value: number) =>
  Number.isFinite(value) ? `${value > 0 ? '+' : ''}${print(value)}` : '-'
const chance = (p: number) => (p < 1e-4 ? '<0.0001' : p.toFixed(4))

/** What became slower, surely, and by more than this part of the time of the whole program before. */
function slowdowns(a: Profile, b: Profile, { all, self, pairs }: Comparison, limit: number): string[] {
  const least = limit * a.total
  const sentences: string[] = []
  if (all.b - all.a > least && all.p <= SIGNIFICANT)
    sentences.push(`The program takes ${percentOf(all.b - all.a, a)} longer than before.`)
  const labels = labelsOf(b)
  for (let row = 0; row < pairs.length; row++) {
    const fn = pairs.b[row]
    const before = pairs.a[row] < 0 ? 0 : a.functions.self[pairs.a[row]]
    const more = fn < 0 ? 0 : b.functions.self[fn] - before
    if (more > least && self.rate[row] <= SIGNIFICANT)
      sentences.push(`${labels[fn]} takes ${percentOf(more, a)} of the program's time more than before.`)
  }
  return sentences
}

const percentOf = (time: number, { total }: Profile) => `${((100 * time) / total).toFixed(1)} %`

function failed(sentence: string): 2 {
  say(sentence)
  return 2
}
