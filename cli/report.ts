import { type FileHandle, open, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { demangle, type NamedSource, type PairRead, printRun, readRun, runByLine, writeGmonSum } from '../src/index.ts'
import { fail, say, sayError, sayIssue } from './messages.ts'

const options = {
  brief: { type: 'boolean', short: 'b' },
  'flat-profile': { type: 'boolean', short: 'p' },
  graph: { type: 'boolean', short: 'q' },
  'display-unused-functions': { type: 'boolean', short: 'z' },
  sum: { type: 'boolean', short: 's' },
  'no-demangle': { type: 'boolean' },
} as const

/** `report [-b] [-p] [-q] [-z] [-s] [--no-demangle] PROGRAM [GMON…]`: what gprof prints. Returns the exit status. */
export async function report(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return fail([asked])
  const { values, files } = asked
  const opened: FileHandle[] = []
  try {
    const sources: NamedSource[] = []
    for (const name of files) sources.push(await openSource(name, opened))
    const [program, ...profiles] = sources
    const result = await readRun(program, profiles)
    if (!result.ok) return fail(result.errors.map(sayIssue))
    // Where gprof stops at the first file that it cannot read or add, so does this: a sum of some is not the sum of all.
    const fatal = [...result.warnings.filter(({ code }) => code === 'truncated'), ...result.value.failed]
    if (fatal.length > 0) return fail(fatal.map(sayIssue))
    for (const warning of result.warnings) say(sayIssue(warning))
    return await print(result.value, values)
  } catch (error) {
    return fail([sayError(error)])
  } finally {
    for (const file of opened) await file.close()
  }
}

type Values = { [name in keyof typeof options]?: boolean }

async function print(pair: PairRead, values: Values): Promise<number> {
  const { sum, elf } = pair
  if (elf.symbols.source === 'dynsym')
    return fail(['The executable has no symbols: it was stripped. Give the one from before `strip`.'])
  // To gprof, summing up means counting by line, for what it prints as well.
  const { run, places } = values.sum ? await runByLine(pair) : { run: pair.run, places: null }
  if (values.sum) await writeFile('gmon.sum', writeGmonSum(run, sum.histograms, elf.form))
  const chosen = values['flat-profile'] || values.graph
  if (values.sum && !chosen) return 0
  const flat = chosen ? values['flat-profile'] === true : run.hasHistogram
  const graph = chosen ? values.graph === true : run.hasArcs
  if (flat && !run.hasHistogram)
    return fail(['gmon.out holds no histogram, so there is no flat profile. Without -p, the call graph is printed.'])
  if (graph && !run.hasArcs)
    return fail([
      'gmon.out holds no arcs, so there is no call graph: calls are recorded where the program is compiled with -pg, not only linked with it. Without -q, the flat profile is printed.',
    ])
  const { name } = run.functions
  const shown = values['no-demangle'] ? name : name.map(demangle)
  const names = {
    shown: places ? shown.map((each, row) => each + places[row]) : shown,
    file: places ? [] : pair.files,
    withUnused: values['display-unused-functions'] === true,
    byLine: places !== null,
  }
  const text = printRun(run, names, { flat, graph, legends: values.brief !== true })
  process.stdout.write(Buffer.from(text, 'latin1'))
  return 0
}

function parse(args: string[]): { values: Values; files: string[] } | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length === 0) return 'report needs the PROGRAM that wrote gmon.out.'
    return { values, files: positionals.length === 1 ? [...positionals, 'gmon.out'] : positionals }
  } catch (error) {
    return sayError(error)
  }
}

/** A file that is read in ranges, so that an executable of any size takes no more memory than its symbols. */
async function openSource(name: string, opened: FileHandle[]): Promise<NamedSource> {
  const file = await open(name).catch(error => {
    throw new Error(
      error.code === 'ENOENT'
        ? `There is no file “${name}”. A gmon.out is written when the program exits normally, in the directory it is in then.`
        : `“${name}” cannot be read: ${error.message}.`,
    )
  })
  opened.push(file)
  const stat = await file.stat()
  if (stat.isDirectory())
    throw new Error(`“${name}” is a folder: name the executable and the gmon.out files in it one by one.`)
  const { size } = stat
  const slice = (start: number, end: number) => ({
    async arrayBuffer() {
      const buffer = new ArrayBuffer(Math.max(0, Math.min(end, size) - start))
      const { bytesRead } = await file.read(new Uint8Array(buffer), 0, buffer.byteLength, start)
      return bytesRead === buffer.byteLength ? buffer : buffer.slice(0, bytesRead)
    },
  })
  return { name, source: { size, slice } }
}
