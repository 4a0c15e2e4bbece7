import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { printRun } from './export/gprofReport.ts'
import { demangle } from './parse/demangle/demangle.ts'
import { readDamaged } from './readDamaged.fixture.ts'
import { readProfile } from './readProfile.ts'
import { readRun } from './readRun.ts'

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
