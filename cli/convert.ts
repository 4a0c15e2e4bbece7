import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import {
  type Chart,
  foldedStacks,
  layoutFlame,
  type Profile,
  readProfile,
  speedscopeFile,
  toCsv,
  toJson,
  USUAL_CUT,
} from '../src/index.ts'

const writers = {
  json: toJson,
  csv: toCsv,
  folded: (profiles: Profile[]) =>
    profiles
      .map(chartOf)
      .flatMap(chart => foldedStacks(chart, profiles.length > 1 ? chart.profile.title : undefined))
      .map(line => `${line}\n`)
      .join(''),
  speedscope: (profiles: Profile[]) => `${JSON.stringify(speedscopeFile(profiles.map(chartOf)))}\n`,
}

const chartOf = (profile: Profile): Chart => ({ profile, table: layoutFlame(profile, { cut: USUAL_CUT, path: [] }) })

/** `convert --to json|csv|folded|speedscope FILE`. Returns the exit status. */
export async function convert(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return fail(asked)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await (asked.file === '-' ? buffer(process.stdin) : readFile(asked.file)))
  } catch (error) {
    return fail(`“${asked.file}” cannot be read: ${reasonOf(error)}.`)
  }
  const name = asked.file === '-' ? 'standard input' : basename(asked.file)
  const result = await readProfile([{ name, blob: new Blob([bytes]) }])
  if (!result.ok) return fail(result.errors.map(({ message }) => message).join(' '))
  process.stdout.write(writers[asked.to](result.value))
  return 0
}

function parse(args: string[]): { to: keyof typeof writers; file: string } | string {
  try {
    const { values, positionals } = parseArgs({ args, options: { to: { type: 'string' } }, allowPositionals: true })
    const to = values.to ?? ''
    if (!isWritten(to)) return 'convert needs `--to json`, `--to csv`, `--to folded` or `--to speedscope`.'
    if (positionals.length !== 1) return `convert takes one FILE, and ${positionals.length} were given.`
    return { to, file: positionals[0] }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const isWritten = (to: string): to is keyof typeof writers => Object.hasOwn(writers, to)

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder, and a file was expected'
  return error.message
}

function fail(sentence: string): 1 {
  process.stderr.write(`arcflame: ${sentence}\n`)
  return 1
}
