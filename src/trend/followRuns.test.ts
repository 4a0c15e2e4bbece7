import { expect, test } from 'vitest'
import { SIGNIFICANT } from '../compare/compareProfiles.ts'
import { dropped, folder, program } from '../processes/processes.fixture.ts'
import type { ProfileRead } from '../profileRead.ts'
import { readFiles } from '../readProfile.ts'
import type { DroppedFile } from '../sortFiles.ts'
import { type FollowedRuns, followRuns, type RunsAsked, readRunProfiles } from './followRuns.ts'
import { orderRuns } from './runOrder.ts'
import { listingsOfRuns, STEP } from './runs.fixture.ts'
import { trendOf } from './trendOf.ts'

const RUNS = 9
const listings = listingsOfRuns(RUNS).map(({ name, text }) => dropped(name, text))

async function open(files: DroppedFile[]): Promise<ProfileRead> {
  const { result } = await readFiles(files)
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[result.value.length - 1]
}

async function follow({ profile, processes }: ProfileRead, asked: RunsAsked): Promise<FollowedRuns> {
  const runs = processes && (await readRunProfiles(processes, profile, asked.rows))
  if (!runs?.ok) throw new Error('The runs could not be read.')
  return followRuns(runs.value, asked)
}

const inOrder = Array.from({ length: RUNS }, (_, run) => run)

test('listings of a set are followed by function of their sum, those that moved first', async () => {
  const read = await open(listings)
  const { fn, moved, figures, all } = await follow(read, { rows: inOrder, time: 'self', normalisation: 'time' })
  expect(Array.from(fn, row => read.profile.functions.name[row])).toEqual(['work', 'cache', 'parse', 'main'])
  expect(moved).toBe(2)
  const stretches = (place: number) =>
    Array.from(
      { length: figures.start[place + 1] - figures.start[place] },
      (_, i) => figures.firstRun[figures.start[place] + i],
    )
  expect([0, 1, 2, 3].map(stretches)).toEqual([[0, STEP], [0, STEP], [0], [0]])
  expect(figures.level[figures.start[0] + 1] - figures.level[figures.start[0]]).toBeCloseTo(0.84, 1)
  expect([...figures.value.subarray(RUNS, 2 * RUNS)]).toEqual([0, 0, 0, 0, 0, 0, 0.3, 0.3, 0.3])
  expect(all.rate[0]).toBeLessThanOrEqual(SIGNIFICANT)
  expect(all.value[0]).toBeCloseTo(1.55)
})

test('in another order, by another time and normalisation the figures are those of the same trend of profiles', async () => {
  const read = await open(listings)
  const rows = [...inOrder].reverse()
  const { fn, figures } = await follow(read, { rows, time: 'total', normalisation: 'share' })
  const runs = await Promise.all(rows.map(row => read.processes?.read([row])))
  const trend = trendOf(
    runs.flatMap(run => (run?.ok ? [run.value.profile] : [])),
    'share',
  )
  const labels = Array.from(fn, row => read.profile.functions.name[row])
  for (const [place, label] of labels.entries()) {
    const row = trend.functions.label.indexOf(label)
    expect(figures.rate[place]).toBe(trend.total.rate[row])
    expect([...figures.value.subarray(place * RUNS, (place + 1) * RUNS)]).toEqual([
      ...trend.total.value.subarray(row * RUNS, (row + 1) * RUNS),
    ])
  }
})

test('processes of gmon.out files are followed, too, and what has no time in any is left out', async () => {
  const read = await open([program, ...folder(4)])
  const { fn, figures } = await follow(read, { rows: [0, 1, 2, 3], time: 'self', normalisation: 'time' })
  expect(fn.length).toBeGreaterThan(0)
  fn.forEach((row, place) => {
    const sum = figures.value.subarray(place * 4, (place + 1) * 4).reduce((all, each) => all + each, 0)
    expect(sum).toBeCloseTo(read.profile.functions.self[row], 6)
    expect(sum).toBeGreaterThan(0)
  })
})

test('each run is read once, and reading ends where it is said to', async () => {
  const { profile, processes } = await open(listings)
  const read: number[] = []
  const set = {
    ...processes!,
    read: (rows: readonly number[]) => {
      read.push(...rows)
      return processes!.read(rows)
    },
  }
  expect(await readRunProfiles(set, profile, inOrder, done => done < 3)).toBeNull()
  expect(read).toEqual([0, 1, 2])
  await readRunProfiles(set, profile, inOrder)
  expect(read).toEqual([0, 1, 2, ...inOrder])
})

test('runs come by name as people count, or by date where every file has one', async () => {
  const table = { path: ['r10.txt', 'r9.txt', 'r1.txt'], date: Float64Array.of(1, 3, 3) }
  expect(orderRuns(table, 'name')).toEqual([2, 1, 0])
  expect(orderRuns(table, 'date')).toEqual([0, 2, 1])
  expect(orderRuns({ ...table, date: Float64Array.of(1, Number.NaN, 3) }, 'date')).toEqual([2, 1, 0])
})

test('files know when they were written, unless they come without that', async () => {
  const dated = listings.map(({ name, blob }, run) => ({
    name,
    blob: new File([blob], name, { lastModified: 1000 - run }),
  }))
  expect([...((await open(dated)).processes?.table.date ?? [])]).toEqual(inOrder.map(run => 1000 - run))
  expect((await open(listings)).processes?.table.date.every(Number.isNaN)).toBe(true)
})
