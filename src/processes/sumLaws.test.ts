// What must hold of sums: the order of the files does not matter, nor whether some of them were summed before, and the sum
// is gprof's. Only what is equal in time and count may be listed in another order.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeGmonSum } from '../export/gmonSum.ts'
import { readGmonOut } from '../parse/gmonOut.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { readProfile } from '../readProfile.ts'
import { readRun, runByLine } from '../readRun.ts'
import { dropped, gmonOf, program } from './processes.fixture.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The file of `gprof -s`. */
async function sumOf(of: Blob, files: Bytes[]): Promise<Bytes> {
  const sources = files.map((bytes, i) => ({ name: `gmon.${i}`, source: new Blob([bytes]) }))
  const result = await readRun({ name: 'program', source: of }, sources)
  if (!result.ok) throw new Error(result.errors[0].message)
  const { sum, elf } = result.value
  return writeGmonSum((await runByLine(result.value)).run, sum.histograms, elf.form) as Bytes
}

async function profileOf(files: Bytes[]): Promise<Profile> {
  const result = await readProfile([program, ...files.map((bytes, i) => dropped(`gmon.${i}`, bytes))])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

/** All figures by name. */
function figuresOf({ functions, arcs, cycles, total }: Profile) {
  const near = (value: number) => Number(value.toPrecision(9))
  const name = (fn: number) => (fn === SPONTANEOUS ? 'spontaneous' : functions.name[fn])
  const ofFunctions = functions.name.map((each, fn) => [
    each,
    ...[functions.self, functions.children, functions.calls, functions.selfCalls].map(column => near(column[fn])),
  ])
  const ofArcs = Array.from(arcs.count, (count, arc) => [
    `${name(arcs.caller[arc])} -> ${name(arcs.callee[arc])}`,
    ...[count, arcs.self[arc], arcs.children[arc]].map(near),
  ]).filter(([pair]) => !String(pair).startsWith('spontaneous')) // of a cycle, the member that gprof lists first has it
  const byText = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1)
  return { total: near(total), cycles: cycles.length, functions: ofFunctions.sort(byText), arcs: ofArcs.sort(byText) }
}

const seeds = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 6 })

test('sums are commutative', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer(), async (files, by) => {
      const shuffled = [...files].sort((a, b) => ((a * by) % 17) - ((b * by) % 17))
      const [one, other] = await Promise.all([files, shuffled].map(each => profileOf(each.map(gmonOf))))
      expect(figuresOf(other)).toEqual(figuresOf(one))
    }),
    { numRuns: 30 },
  )
})

/** Histograms, and arcs in an order of their own. */
function recordsOf(bytes: Bytes) {
  const gmon = readGmonOut(bytes, { wide: true, littleEndian: true })
  if (!gmon.ok) throw new Error(gmon.errors[0].message)
  const { histograms, arcs } = gmon.value
  return { histograms, arcs: Array.from(arcs.from, (from, i) => `${from} ${arcs.self[i]} ${arcs.count[i]}`).sort() }
}

test('sums are associative: of partial sums, the sum is that of all files', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, seeds, async (some, others) => {
      const [a, b] = [some, others].map(each => each.map(gmonOf))
      const [left, right] = await Promise.all([sumOf(program.blob, a), sumOf(program.blob, b)])
      const inTwo = await sumOf(program.blob, [left, right])
      expect(recordsOf(inTwo)).toEqual(recordsOf(await sumOf(program.blob, [...a, ...b])))
      expect(figuresOf(await profileOf([left, right]))).toEqual(figuresOf(await profileOf([...a, ...b])))
    }),
    { numRuns: 30 },
  )
})

const hasGprof = spawnSync('gprof', ['--version']).status === 0

test.runIf(hasGprof)('a sum is the one that gprof -s writes, to the last byte', async () => {
  const work = mkdtempSync(join(tmpdir(), 'arcflame-'))
  try {
    writeFileSync(join(work, 'program'), new Uint8Array(await program.blob.arrayBuffer()))
    for (const seeds of [[1], [2, 3], [4, 5, 6, 7, 8, 9, 4]]) {
      const names = seeds.map((seed, i) => {
        writeFileSync(join(work, `gmon.${i}`), gmonOf(seed))
        return `gmon.${i}`
      })
      expect(spawnSync('gprof', ['-s', 'program', ...names], { cwd: work }).status).toBe(0)
      const sum = await sumOf(program.blob, seeds.map(gmonOf))
      expect(withoutSpare(sum).equals(withoutSpare(readFileSync(join(work, 'gmon.sum'))))).toBe(true)
    }
  } finally {
    rmSync(work, { recursive: true })
  }
})

/** gprof leaves what happens to be in memory in the twelve spare bytes of the header. */
function withoutSpare(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(0, 8, 20)
  return copy
}

const forked = join(import.meta.dirname, '../../../shared/samples/fork-prefix')

test.runIf(existsSync(forked))('the processes of a recorded program have the sum that gprof recorded', async () => {
  const names = readdirSync(forked).filter(name => /^forker\.\d+$/.test(name))
  const files = names.sort().map(name => new Uint8Array(readFileSync(join(forked, name))))
  const sum = await sumOf(new Blob([new Uint8Array(readFileSync(join(forked, 'forker')))]), files)
  expect(withoutSpare(sum).equals(withoutSpare(readFileSync(join(forked, 'gmon.sum'))))).toBe(true)
})
