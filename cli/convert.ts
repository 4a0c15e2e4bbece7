import { parseArgs } from 'node:util'
import {
  type Format,
  formats,
  type ProfileRead,
  processesByName,
  processesToCsv,
  processesToJson,
  type Result,
  readFiles,
  type Selection,
  selectProcesses,
  writeFormat,
} from '../src/index.ts'
import { filesOf } from './files.ts'
import { fail, say, sayError, sayIssue } from './messages.ts'

const options = {
  to: { type: 'string' },
  processes: { type: 'boolean', default: false },
  process: { type: 'string', multiple: true, default: [] as string[] },
  mean: { type: 'boolean', default: false },
} as const

interface Asked {
  to: Format
  files: string[]
  /** The table of processes, instead of a profile. */
  asTable: boolean
  /** Names of processes; none for all of them. */
  chosen: string[]
  as: Selection['as']
}

/**
 * `convert --to FORMAT [--processes] [--process NAME…] [--mean] FILE…`, with a format of the library's table. Returns the
 * exit status.
 */
export async function convert(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return fail([asked])
  const { to, files } = asked
  if (to.isBinary && process.stdout.isTTY)
    return fail([`${to.title} is binary, and a terminal would not show it: add \`> NAME.${to.ending}\`.`])
  try {
    const { result } = await readFiles(await filesOf(files))
    const written = result.ok ? await write(result.value, asked) : result
    if (!written.ok) return fail([written.errors.map(sayIssue).join(' ')])
    if (result.ok) for (const warning of result.warnings) say(sayIssue(warning))
    if (!asked.asTable) say(`${to.title}: ${to.lacks}`)
    process.stdout.write(written.value)
    return 0
  } catch (error) {
    return fail([sayError(error)])
  }
}

async function write(reads: ProfileRead[], { to, asTable, chosen, as }: Asked): Promise<Result<Uint8Array | string>> {
  // Listings are what was given, and their sum was not asked for.
  const profiles = reads.filter(({ source, processes }) => source || !processes).map(({ profile }) => profile)
  if (!asTable && chosen.length === 0 && as === 'sum') return writeFormat(to.name, profiles)
  const sum = reads.find(({ processes }) => processes !== null)
  if (!sum?.processes) throw new Error('There are not several processes in what was given.')
  const { table } = sum.processes
  if (asTable) {
    const text = to.name === 'json' ? processesToJson(sum.profile, table) : processesToCsv(sum.profile, table)
    return { ok: true, value: text, warnings: [] }
  }
  const rows = chosen.length === 0 ? table.name.map((_, row) => row) : processesByName(table, chosen)
  const unknown = chosen.find(name => !table.name.includes(name))
  if (unknown !== undefined)
    throw new Error(`There is no process “${unknown}”: they are called ${table.name.slice(0, 5).join(', ')} and so on.`)
  const selected = await selectProcesses(sum.processes, { rows, as })
  return selected.ok ? writeFormat(to.name, [selected.value.profile]) : selected
}

function parse(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const to = formats.find(({ name }) => name === values.to)
    if (!to) return `convert needs \`--to\` and one of ${formats.map(({ name }) => name).join(', ')}.`
    if (positionals.length === 0) return 'convert needs a FILE.'
    if (values.processes && to.name !== 'csv' && to.name !== 'json')
      return `A table of processes can be csv or json, and \`--to ${to.name}\` was given.`
    if (values.processes && (values.process.length > 0 || values.mean))
      return '`--processes` makes a table of all processes, `--process` and `--mean` make a profile of some: one or the other.'
    const as = values.mean ? 'mean' : 'sum'
    return { to, files: positionals, asTable: values.processes, chosen: values.process, as }
  } catch (error) {
    return sayError(error)
  }
}
