// What is known of a stripped executable, held against the same one with its symbols.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { GprofRun } from './analyse/gprofRun.ts'
import { readProfile } from './readProfile.ts'
import { type PairRead, readRun } from './readRun.ts'
import { droppedFrom, realPairs } from './realPairs.fixture.ts'
import type { DroppedFile } from './sortFiles.ts'
import { debugFileOf, sourceOfFile, strippedOf } from './stripped.fixture.ts'

async function readBoth([program, ...profiles]: string[]): Promise<{ whole: PairRead; stripped: PairRead }> {
  const gmon = profiles.map(path => sourceOfFile(path))
  const whole = await readRun(sourceOfFile(program), gmon)
  const stripped = await readRun(sourceOfFile(program, strippedOf(readFileSync(program))), gmon)
  if (!whole.ok || !stripped.ok) throw new Error(`${program} does not open`)
  return { whole: whole.value, stripped: stripped.value }
}

/** Arcs as `caller > callee`, with their counts. */
function arcsOf({ arcs }: GprofRun, ofFunction: (fn: number) => number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (let arc = 0; arc < arcs.length; arc++) {
    const ends = `${ofFunction(arcs.caller[arc])} > ${ofFunction(arcs.callee[arc])}`
    counts[ends] = (counts[ends] ?? 0) + arcs.count[arc]
  }
  return counts
}

test.each(realPairs)(
  '$name, stripped, has the functions, ticks and calls that it has with its symbols',
  async ({ files }) => {
    const { whole, stripped } = await readBoth(files)
    const { functions, run } = whole
    // gprof folds parts and copies of functions into the one before; by address they are functions of their own.
    const owner = (fn: number) => functions.address.findLastIndex(at => at <= stripped.functions.address[fn])
    const ticks = new Float64Array(functions.length)
    for (let fn = 0; fn < stripped.functions.length; fn++)
      if (owner(fn) >= 0) ticks[owner(fn)] += stripped.run.ticks[fn]
    const starts = new Set(stripped.functions.address)
    const used = Array.from(functions.name.keys()).filter(
      fn => run.ticks[fn] > 0 || run.arcs.calls[fn] > 0 || run.arcs.caller.includes(fn),
    )
    expect(used.filter(fn => !starts.has(functions.address[fn])).map(fn => functions.name[fn])).toEqual([])
    expect(used.filter(fn => Math.abs(ticks[fn] - run.ticks[fn]) > 1e-9).map(fn => functions.name[fn])).toEqual([])
    expect(arcsOf(stripped.run, owner)).toEqual(arcsOf(run, fn => fn))
  },
)

test.each(realPairs)('what has a name in $name, stripped, has that name with its symbols', async ({ files }) => {
  const { whole, stripped } = await readBoth(files)
  const { address, name, length } = stripped.functions
  const nameAt = new Map(Array.from(whole.functions.address, (at, fn) => [at, whole.functions.name[fn]]))
  const named = Array.from({ length: length - 1 }, (_, fn) => fn).filter(fn => !name[fn].startsWith('0x'))
  expect(named.map(fn => name[fn])).toEqual(named.map(fn => nameAt.get(address[fn])))
  const startsMain = whole.functions.name.includes('main') && stripped.elf.machine === 62
  expect(named.some(fn => name[fn] === 'main')).toBe(startsMain)
})

const fixture = fileURLToPath(new URL('fixtures/cycles-O2/', import.meta.url))
const program = new Uint8Array(readFileSync(`${fixture}program`))
const bsd = new Uint8Array(readFileSync(`${fixture}../bsd/program`))
const gmon = droppedFrom([`${fixture}gmon.out`])
const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({ name, blob: new Blob([bytes]) })

async function namesIn(...files: DroppedFile[]): Promise<string[]> {
  const result = await readProfile(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0].functions.name
}

test('a stripped executable has addresses for names, and is told to be stripped', async () => {
  const result = await readProfile([file('program', strippedOf(program)), ...gmon])
  expect(result.ok && result.value[0].functions.name.slice(0, 2)).toEqual(['0x4011f0', '0x4012a0'])
  expect(result.ok && result.value[0].warnings[0].message).toMatch(/was stripped.*13 of them are called by their/)
})

test('a debug file is as good as the executable', async () => {
  const names = await namesIn(file('program', program), ...gmon)
  expect(await namesIn(file('program.debug', debugFileOf(program)), ...gmon)).toEqual(names)
})

test('a stripped executable and its debug file, in whatever order, are the executable', async () => {
  const names = await namesIn(file('program', program), ...gmon)
  const [stripped, debug] = [file('program', strippedOf(program)), file('program.debug', debugFileOf(program))]
  expect(await namesIn(stripped, debug, ...gmon)).toEqual(names)
  expect(await namesIn(...gmon, debug, stripped)).toEqual(names)
})

test('the debug file of another build is none', async () => {
  const other = debugFileOf(new Uint8Array(readFileSync(`${fixture}../lambdas/program`)))
  const names = await namesIn(file('program', strippedOf(program)), file('program.debug', other), ...gmon)
  expect(names[0]).toMatch(/^0x/)
})

test('what does not even say where functions begin is refused, with what to do', async () => {
  const result = await readProfile([file('program', strippedOf(program, '.eh_frame')), ...gmon])
  expect(result.ok ? '' : result.errors[0].message).toMatch(
    /no unwind table.*from before `strip`, of the same build, or its separate debug file \(build id 9b53de.*without `-s`/,
  )
  const bare = await readProfile([file('program', strippedOf(bsd, '.eh_frame')), ...gmon])
  expect(bare.ok ? '' : bare.errors[0].message).toMatch(/it has no symbols, and its 277 bytes of code/)
})
