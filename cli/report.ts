import { open, stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type DroppedFile,
  demangle,
  type FileKind,
  HEAD,
  isStripped,
  kindOfFile,
  type NamedSource,
  overflowing,
  type PairRead,
  printRun,
  readRun,
  runByLine,
  sortFiles,
  writeGmonSum,
} from '../src/index.ts'
import { filesOf, isFolder } from './files.ts'
import { fail, say, sayError, sayIssue } from './messages.ts'

const options = {
  brief: { type: 'boolean', short: 'b' },
  'flat-profile': { type: 'boolean', short: 'p' },
  graph: { type: 'boolean', short: 'q' },
  'display-unused-functions': { type: 'boolean', short: 'z' },
  sum: { type: 'boolean', short: 's' },
  'no-demangle': { type: 'boolean' },
} as const

/**
 * `report [-b] [-p] [-q] [-z] [-s] [--no-demangle] PROGRAM [GMON…]`: what gprof prints. Where GMON is a folder or an
 * archive, it stands for all gmon.out files in it. Returns the exit status.
 */
export async function report(args: string[]): Promise<number> {
  const asked = parse(args)
  if (typeof asked === 'string') return fail([asked])
  const { values, files } = asked
  try {
    const [program, ...given] = files
    const profiles: NamedSource[] = []
    for (const path of given) profiles.push(...(await profilesAt(path)))
    const result = await readRun(await sourceAt(program), profiles)
    if (!result.ok) return fail(result.errors.map(sayIssue))
    // Where gprof stops at the first file that it cannot read or add, so does this: a sum of some is not the sum of all.
    const fatal = [...result.warnings.filter(({ code }) => code === 'truncated'), ...result.value.failed]
    if (fatal.length > 0) return fail(fatal.map(sayIssue))
    // There would be something to print, but not what gprof prints, which is nothing.
    if (isStripped(result.value))
      return fail(['The executable has no symbols: it was stripped. Give the one from before `strip`.'])
    for (const warning of result.warnings) say(sayIssue(warning))
    return await print(result.value, values)
  } catch (error) {
    return fail([sayError(error)])
  }
}

type Values = { [name in keyof typeof options]?: boolean }

async function print(pair: PairRead, values: Values): Promise<number> {
  const { sum, elf } = pair
  // To gprof, summing up means counting by line, for what it prints as well.
  const { run, places } = values.sum ? await runByLine(pair) : { run: pair.run, places: null }
  if (values.sum) {
    const lost = overflowing(sum.histograms)
    if (lost > 0)
      say(`${lost} bins hold more than 65,535 samples, where a gmon.sum begins again at 0: sum fewer files.`)
    await writeFile('gmon.sum', writeGmonSum(run, sum.histograms, elf.form))
  }
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

const LEFT_AT_EXIT = ' A gmon.out is written when the program exits normally, in the directory it is in then.'

/** Files of these kinds hold others. */
const HOLDING: readonly FileKind[] = ['zip', 'tar', 'gzip']

/** The gmon.out files that a path stands for. What is named itself is taken for one; in folders and archives they are looked for. */
async function profilesAt(path: string): Promise<NamedSource[]> {
  if (!(await isFolder(path, LEFT_AT_EXIT))) {
    const named = await sourceAt(path)
    const head = await named.source.slice(0, HEAD).arrayBuffer()
    if (!HOLDING.includes(kindOfFile(new Uint8Array(head), named.source.size))) return [named]
  }
  const files = await filesOf([path])
  const pathOf = new Map(files.map(file => [file as DroppedFile, file.path]))
  const { profiles, failures } = await sortFiles(files)
  if (failures.length > 0) throw new Error(failures.map(sayIssue).join(' '))
  if (profiles.length === 0) throw new Error(`There is no gmon.out in “${path}”.`)
  // What lies there as it is takes half the time without a Blob around it.
  return Promise.all(
    profiles.map(async found =>
      found.source === found.file.blob
        ? { name: found.name, source: (await sourceAt(pathOf.get(found.file) ?? '')).source }
        : found,
    ),
  )
}

/** A file that is read in ranges, so that an executable of any size takes no more memory than its symbols. */
async function sourceAt(name: string): Promise<NamedSource> {
  if (await isFolder(name)) throw new Error(`“${name}” is a folder: name the executable itself.`)
  const { size } = await stat(name)
  const slice = (start: number, end: number) => ({
    async arrayBuffer() {
      const buffer = new ArrayBuffer(Math.max(0, Math.min(end, size) - start))
      const file = await open(name) // only now: of thousands of files, a process may have few open
      try {
        const { bytesRead } = await file.read(new Uint8Array(buffer), 0, buffer.byteLength, start)
        return bytesRead === buffer.byteLength ? buffer : buffer.slice(0, bytesRead)
      } finally {
        await file.close()
      }
    },
  })
  return { name, source: { size, slice } }
}
