import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeGmonSum } from './export/gmonSum.ts'
import { printRun } from './export/gprofReport.ts'
import { gnuGmon } from './gmon.fixture.ts'
import { allBins } from './parse/bins.ts'
import { demangle } from './parse/demangle/demangle.ts'
import { readGmonOut } from './parse/gmonOut.ts'
import { readDamaged } from './readDamaged.fixture.ts'
import { readProfile } from './readProfile.ts'
import { readRun, runByLine } from './readRun.ts'

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url))
const names = readdirSync(fixtures)
const samples = fileURLToPath(new URL('../../shared/samples/', import.meta.url))

const source = (path: string) => ({ name: path, source: new Blob([readFileSync(path)]) })

interface Options {
  brief: boolean
  parts: 'pq' | 'p' | 'q' | ''
  unused: boolean
  raw: boolean
}

async function report(
  program: string,
  profiles: readonly string[],
  { brief, parts, unused, raw }: Options,
): Promise<string> {
  const result = await readRun(source(program), profiles.map(source))
  if (!result.ok) throw new Error(result.errors[0].message)
  const { run, functions, files } = result.value
  const shown = raw ? functions.name : functions.name.map(demangle)
  const flat = parts === '' ? run.hasHistogram : parts.includes('p')
  const graph = parts === '' ? run.hasArcs : parts.includes('q')
  return printRun(run, { shown, file: files, withUnused: unused }, { flat, graph, legends: !brief })
}

test.each(names)('%s prints what gprof prints, to the last byte', async name => {
  const folder = `${fixtures}${name}/`
  const whole: Options = { brief: false, parts: '', unused: false, raw: false }
  const pair = [`${folder}program`, [`${folder}gmon.out`]] as const
  expect(await report(...pair, whole)).toBe(readFileSync(`${folder}report.txt`, 'latin1'))
  const unused = { ...whole, brief: true, unused: true }
  expect(await report(...pair, unused)).toBe(readFileSync(`${folder}report-bz.txt`, 'latin1'))
})

test.each(names)('%s is summed up as gprof sums it up, to the last byte', async name => {
  const result = await readRun(source(`${fixtures}${name}/program`), [source(`${fixtures}${name}/gmon.out`)])
  if (!result.ok) throw new Error(result.errors[0].message)
  const sum = writeGmonSum((await runByLine(result.value)).run, result.value.sum.histograms, result.value.elf.form)
  expect(Buffer.from(sum).equals(readFileSync(`${fixtures}${name}/gmon.sum`))).toBe(true)
})

interface Output {
  out: string
  cmd: string
}
const known = new Set(['-b', '-p', '-q', '-z', '--no-demangle'])
const cases = existsSync(samples)
  ? readdirSync(samples)
      .filter(name => name !== 'postgres' && existsSync(`${samples}${name}/meta.json`))
      .flatMap(name => {
        const outputs = JSON.parse(readFileSync(`${samples}${name}/meta.json`, 'utf8')).outputs as Output[] | undefined
        return (outputs ?? []).map(({ out, cmd }) => ({ name, out, args: cmd.split(' ').slice(1) }))
      })
      .filter(({ args }) => args.every(arg => !arg.startsWith('-') || known.has(arg)))
      .filter(({ name, out }) => existsSync(`${samples}${name}/expected/${out}`))
  : []

test.runIf(cases.length > 0)('recorded profiles of real programs print the same too', async () => {
  const differing: string[] = []
  for (const { name, out, args } of cases) {
    const [program, ...profiles] = args.filter(arg => !arg.startsWith('-')).map(file => `${samples}${name}/${file}`)
    const has = (option: string) => args.includes(option)
    const parts = has('-p') ? 'p' : has('-q') ? 'q' : ''
    const options: Options = { brief: has('-b'), parts, unused: has('-z'), raw: has('--no-demangle') }
    const wanted = readFileSync(`${samples}${name}/expected/${out}`, 'latin1')
    if ((await report(program, profiles, options)) !== wanted) differing.push(`${name} ${out}`)
  }
  expect(differing).toEqual([])
})

const dropped = (folder: string, file: string) => ({
  name: file,
  blob: new Blob([readFileSync(`${fixtures}${folder}/${file}`)]),
})

test('a pair opens as one profile in either order', async () => {
  const pair = [dropped('cycles-O2', 'program'), dropped('cycles-O2', 'gmon.out')]
  const [a, b] = await Promise.all([readProfile(pair), readProfile([...pair].reverse())])
  expect(a.ok && a.value.length).toBe(1)
  expect(a.ok && b.ok && a.value[0].fingerprint === b.value[0].fingerprint).toBe(true)
})

test('two runs of one program are added up', async () => {
  const gmon = dropped('cycles-O2', 'gmon.out')
  const one = await readProfile([dropped('cycles-O2', 'program'), gmon])
  const two = await readProfile([dropped('cycles-O2', 'program'), gmon, { ...gmon, name: 'again' }])
  expect(one.ok && two.ok && two.value[0].total / one.value[0].total).toBeCloseTo(2)
})

test('the wrong executable is told, with the addresses that show it', async () => {
  const result = await readProfile([dropped('empty', 'program'), dropped('cycles-O2', 'gmon.out')])
  const warnings = result.ok ? result.value[0].warnings : result.errors
  expect(warnings.map(({ message }) => message).join(' ')).toMatch(/does not fit this executable.*0x/)
})

test('a program that was moved when it ran is told so, with the distance', async () => {
  const form = { wide: true, littleEndian: true }
  const gmon = readGmonOut(new Uint8Array(readFileSync(`${fixtures}statics-O0/gmon.out`)), form)
  if (!gmon.ok) throw new Error(gmon.errors[0].message)
  const { histograms, arcs } = gmon.value
  const moved = 0x555555554000n
  const bytes = gnuGmon([
    ...histograms.map(each => ({ ...each, low: each.low + moved, high: each.high + moved, bins: allBins(each.bins) })),
    ...Array.from(arcs.from, (from, i) => ({ from: from + moved, self: arcs.self[i] + moved, count: arcs.count[i] })),
  ])
  const [error] = await warningsOf('statics-O0', bytes)
  expect(error).toMatch(/Taken 0x555555554000 lower, 100\u202f% would: .* -no-pie/)
})

/** What is said of the program of a fixture with a gmon.out of the test's making. */
async function warningsOf(fixture: string, gmon: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const result = await readProfile([dropped(fixture, 'program'), { name: 'gmon.out', blob: new Blob([gmon]) }])
  return (result.ok ? result.value[0].warnings : result.errors).map(({ message }) => message)
}

const low = 0x400000n
const high = 0x401418n
const odd: [what: string, gmon: Uint8Array<ArrayBuffer>, sentence: RegExp][] = [
  ['a header only', gnuGmon([]), /neither samples nor arcs/],
  [
    'arcs only',
    gnuGmon([{ from: 0x401060n, self: 0x401264n, count: 7 }]),
    /no histogram, only 1 arcs with 7 calls: calls are known, times are not/,
  ],
  [
    'no sample',
    gnuGmon([{ low, high, bins: new Uint16Array(1288) }]),
    /in 1\u202f288 bins there is not one sample.*Nor are there arcs/,
  ],
  [
    'a rate of 0',
    gnuGmon([{ low, high, rate: 0, bins: new Uint16Array(1288).fill(1) }]),
    /rate of 0 samples per second/,
  ],
  ['a full bin', gnuGmon([{ low, high, bins: new Uint16Array(1288).fill(65535) }]), /has reached 65\u202f535/],
  [
    'a range that ends before it begins',
    gnuGmon([{ low: high, high: low, bins: [1] }]),
    /0x401418 to 0x400000.*damaged/,
  ],
  [
    'a cut within the bins',
    gnuGmon([{ low, high, bins: new Uint16Array(1288) }]).slice(0, 600),
    /ends at byte 600 in the middle of a histogram of 1\u202f288 bins/,
  ],
  [
    'addresses of 4 bytes',
    gnuGmon([{ low, high, bins: [1, 2] }], { wide: false, littleEndian: true }),
    /written by a 32-bit little-endian program.*a 64-bit little-endian one/,
  ],
  [
    'the other byte order',
    gnuGmon([{ low, high, bins: [1, 2] }], { wide: true, littleEndian: false }),
    /comes from a big-endian machine/,
  ],
]
test.each(odd)('%s has a sentence of its own, with its evidence', async (_, gmon, sentence) => {
  expect((await warningsOf('cycles-O2', gmon)).join('\n')).toMatch(sentence)
})

test.each<[string, string, RegExp]>([
  ['a Mach-O file', '\xcf\xfa\xed\xfe\x07\0\0\x01', /Mach-O file \(macOS\).*run gprof where/],
  ['a PE file', 'MZ\x90\0', /PE file \(Windows\).*run gprof where/],
  ['a WebAssembly module', '\0asm\x01\0\0\0', /WebAssembly module.*run gprof where/],
  ['an archive', '!<arch>\nmain.o/', /library archive.*that was linked from it/],
])('%s in place of the executable is called by its name', async (_, head, sentence) => {
  const program = { name: 'program', blob: new Blob([Uint8Array.from(head, letter => letter.charCodeAt(0))]) }
  for (const files of [[program], [program, dropped('cycles-O2', 'gmon.out')]]) {
    const result = await readProfile(files)
    expect(result.ok ? '' : result.errors[0].message).toMatch(sentence)
  }
})

test('a program linked but not compiled with -pg has times and no calls', async () => {
  const result = await readProfile([dropped('no-calls', 'program'), dropped('no-calls', 'gmon.out')])
  expect(result.ok && result.value[0].completeness.callGraph.state).toBe('none')
  expect(result.ok && result.value[0].total).toBeGreaterThan(0)
})

test('damaged files are told or tolerated, never thrown', async () => {
  const thrown: string[] = []
  for (let seed = 1; seed <= 2000; seed++)
    await readDamaged(seed).catch(error => thrown.push(`npm run fuzz -- ${seed} 1: ${error}`))
  expect(thrown).toEqual([])
})
