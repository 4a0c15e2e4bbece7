import { expect, test } from 'vitest'
import { listingSet } from '../processes/listingSet.ts'
import { profileOf } from '../profile.fixture.ts'
import type { ProfileRead } from '../profileRead.ts'
import { areRepeated, repeatedRunsKeeper, type SideAsked } from './repeatedRuns.ts'

const listing = (drawing: string): ProfileRead => ({
  profile: { ...profileOf(drawing), times: 'recomputed' },
  source: null,
  processes: null,
})

const setOf = (drawings: string[]): ProfileRead => {
  const set = listingSet(drawings.map((drawing, i) => ({ path: `run${i}.txt`, read: listing(drawing) })))
  if (!set) throw new Error('no set')
  return set
}

const set = setOf(
  Array.from({ length: 4 }, (_, i) => `main 0.1 -> work x1${i > 0 ? ', leaf x2\n leaf 0.2' : ''}\n work ${i}.5`),
)
const alone: SideAsked = { read: listing('main 0.1 -> work x1\n work 2.0'), selection: null }
const some = (as: 'sum' | 'mean', ...rows: number[]): SideAsked => ({ read: set, selection: { rows, as } })

test('means of three runs in all are repeated runs; sums, and two runs, are not', () => {
  expect(areRepeated(some('mean', 0, 1), some('mean', 2))).toBe(true)
  expect(areRepeated(alone, some('mean', 0, 1))).toBe(true)
  expect(areRepeated(some('mean', 0), some('mean', 1, 1))).toBe(false)
  expect(areRepeated(some('sum', 0, 1), some('sum', 2, 3))).toBe(false)
  expect(areRepeated(alone, some('sum', 0, 1))).toBe(false)
  expect(areRepeated(alone, alone)).toBe(false)
})

const countOf = (found: Awaited<ReturnType<ReturnType<typeof repeatedRunsKeeper>>>) =>
  found && ('unread' in found ? found.unread.map(({ says }) => says?.id) : [found.a.length, found.b.length])

test('runs are read and transformed once, the other way round, too; a profile by itself is one run', async () => {
  const readRuns = repeatedRunsKeeper()
  const told: string[] = []
  const onRun = (done: number, of: number) => told.push(`${done} of ${of}`) > 0
  const sides = { a: alone, b: some('mean', 1, 2) }
  const found = await readRuns(sides, [{ kind: 'hide', match: 'leaf' }], onRun)
  expect(countOf(found)).toEqual([1, 2])
  const names = found && 'a' in found ? found.b.map(({ functions }) => functions.name.toSorted().join(' ')) : []
  expect(names).toEqual(['main work', 'main work'])
  expect(told.splice(0)).toEqual(['1 of 3', '2 of 3', '3 of 3'])
  expect(countOf(await readRuns({ a: sides.b, b: sides.a }, [{ kind: 'hide', match: 'leaf' }], onRun))).toEqual([2, 1])
  expect(told).toEqual([])
  expect(await readRuns(sides, [], done => done < 2)).toBeNull()
})

test('where the runs cannot be had as the means can, it is said', async () => {
  const readRuns = repeatedRunsKeeper()
  const sides = { a: some('mean', 0, 1), b: some('mean', 2, 3) }
  const go = () => true
  expect(countOf(await readRuns(sides, [{ kind: 'foldRecursion' }], go))).toEqual(['unlikeRuns'])
  // The first run has no leaf to focus on.
  expect(countOf(await readRuns(sides, [{ kind: 'focus', match: 'leaf' }], go))).toEqual(['unlikeRuns'])
  expect(countOf(await readRuns({ ...sides, a: some('mean', 1) }, [{ kind: 'focus', match: 'leaf' }], go))).toEqual([
    1, 2,
  ])
  const many = setOf(Array.from({ length: 201 }, () => 'main 0.1'))
  const all = {
    read: many,
    selection: { rows: many.processes?.table.name.map((_, row) => row) ?? [], as: 'mean' as const },
  }
  expect(countOf(await readRuns({ a: alone, b: all }, [], go))).toEqual(['manyRuns'])
  const gone = { ok: false as const, errors: [{ code: 'empty' as const, message: 'The file is gone.', says: null }] }
  const lost = set.processes && { ...set, processes: { ...set.processes, read: async () => gone } }
  if (!lost) throw new Error('no set')
  const found = await readRuns({ a: alone, b: { read: lost, selection: { rows: [0, 1], as: 'mean' } } }, [], go)
  expect(found).toEqual({ unread: gone.errors })
})
