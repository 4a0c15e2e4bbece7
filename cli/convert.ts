import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Format, formats, readProfile, writeFormat } from '../src/index.ts'

/** `convert --to FORMAT FILE`, with a format of the library's table. Returns the exit status. */
export async function convert(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return fail(asked)
  const { to, file } = asked
  if (to.isBinary && process.stdout.isTTY)
    return fail(`${to.title} is binary, and a terminal would not show it: add \`> NAME.${to.ending}\`.`)
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await (file === '-' ? buffer(process.stdin) : readFile(file)))
  } catch (error) {
    return fail(`“${file}” cannot be read: ${reasonOf(error)}.`)
  }
  const name = file === '-' ? 'standard input' : basename(file)
  const read = await readProfile([{ name, blob: new Blob([bytes]) }])
  const written = read.ok ? await writeFormat(to.name, read.value) : read
  if (!written.ok) return fail(written.errors.map(({ message }) => message).join(' '))
  process.stderr.write(`arcflame: ${to.title}: ${to.lacks}\n`)
  process.stdout.write(written.value)
  return 0
}

function parse(args: string[]): { to: Format; file: string } | string {
  try {
    const { values, positionals } = parseArgs({ args, options: { to: { type: 'string' } }, allowPositionals: true })
    const to = formats.find(({ name }) => name === values.to)
    if (!to) return `convert needs \`--to\` and one of ${formats.map(({ name }) => name).join(', ')}.`
    if (positionals.length !== 1) return `convert takes one FILE, and ${positionals.length} were given.`
    return { to, file: positionals[0] }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

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
