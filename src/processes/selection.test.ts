import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFiles } from '../readProfile.ts'
import { selectProcesses } from './selection.ts'

const fixture = join(import.meta.dirname, '../fixtures/cycles-O2')
const file = (name: string, as = name) => ({ name: as, blob: new Blob([readFileSync(join(fixture, name))]) })

async function read(...names: string[]) {
  const { result } = await readFiles([file('program'), ...names.map(name => file('gmon.out', name))])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

test('one process of a set is what its file alone gives, and two are their sum', async () => {
  const set = await read('1/gmon.out', '2/gmon.out', '3/gmon.out')
  const { profile: one } = await selectProcesses(set, { processes: ['2'], mean: false })
  const alone = (await read('2/gmon.out')).profile
  expect(one).toStrictEqual(alone)
  const { profile: two } = await selectProcesses(set, { processes: ['3', '1'], mean: false })
  expect(two.total).toBeCloseTo(2 * alone.total, 9)
  expect(two.fingerprint).toBe((await read('3/gmon.out', '1/gmon.out')).profile.fingerprint)
})

test('the mean of processes that are alike is one of them, as sure as their sum', async () => {
  const set = await read('1/gmon.out', '2/gmon.out', '3/gmon.out', '4/gmon.out')
  const { profile: mean } = await selectProcesses(set, { processes: [], mean: true })
  const { profile: one } = await read('1/gmon.out')
  for (const [column, other] of [
    [mean.functions.self, one.functions.self],
    [mean.functions.calls, one.functions.calls],
    [mean.arcs.count, one.arcs.count],
    [mean.arcs.children, one.arcs.children],
  ])
    column.forEach((value, row) => {
      expect(value || 0).toBeCloseTo(other[row] || 0, 9) // blanks stay blank
    })
  expect(mean.total / mean.samplePeriod).toBeCloseTo((4 * one.total) / one.samplePeriod, 6)
  expect(mean.title).toMatch(/^mean of 4: /)
})

test('no names, or names of nobody, stand for all; a profile of one process is all there is', async () => {
  const set = await read('1/gmon.out', '2/gmon.out')
  expect(await selectProcesses(set, { processes: [], mean: false })).toBe(set)
  expect(await selectProcesses(set, { processes: ['99'], mean: false })).toBe(set)
  expect(await selectProcesses(set, { processes: ['1', '2'], mean: false })).toBe(set)
  const one = await read('1/gmon.out')
  expect(await selectProcesses(one, { processes: ['1'], mean: true })).toBe(one)
})
