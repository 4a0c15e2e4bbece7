import { expect, test } from 'vitest'
import { trendOf } from '../../../src/index.ts'
import { profileOf } from '../../../src/profile.fixture.ts'
import { changesOf, largestOf } from './trendChanges.ts'
import { runAt, trendPicture, xOfRun } from './trendChart.ts'
import { FEW, trendRows, WHOLE } from './trendRows.ts'

/** `up` steps up with the fourth of six runs and back down with the sixth to less; `flat` stays; `odd` is not called in any. */
const runs = [1, 1, 1, 4, 4, 0.5].map(up => profileOf(`main 0 -> up x1, flat x1\n up ${up}\n flat 2\n odd 0.5`))
const trend = trendOf(runs, 'time')
const placeOf = (name: string) => trend.functions.label.indexOf(name)
const room = { width: 120, height: 64 }

test('each run has a dot above nought, levels meet at the changes, and each change is drawn as more or less', () => {
  const { dots, levels, changes } = trendPicture(trend.self, placeOf('up'), 6, room)
  const [first, ...rest] = [...dots.matchAll(/M([\d.]+) ([\d.]+)h0/g)].map(([, x, y]) => [Number(x), Number(y)])
  expect([first[0], ...rest.map(([x]) => x)]).toEqual([10, 30, 50, 70, 90, 110])
  const y = [first, ...rest].map(each => each[1])
  expect(y[0]).toBe(y[2])
  expect(y[3]).toBeLessThan(y[0]) // more is higher
  expect(y[5]).toBeGreaterThan(y[0])
  expect((60 - y[3]) / (60 - y[0])).toBeCloseTo(4, 2) // and y begins at nought
  expect([...levels.matchAll(/M([\d.]+) [\d.]+H([\d.]+)/g)].map(([, from, to]) => [from, to])).toEqual([
    ['0', '60'],
    ['60', '100'],
    ['100', '120'],
  ])
  expect(changes).toEqual([
    { x: 60, grows: true },
    { x: 100, grows: false },
  ])
})

test('ranges hold their dots, and stay within the room', () => {
  const { ranges, dots } = trendPicture(trend.self, placeOf('up'), 6, room)
  const spans = [...ranges.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)].map(([, , bottom, top]) => [
    Number(bottom),
    Number(top),
  ])
  const heights = [...dots.matchAll(/ ([\d.]+)h0/g)].map(([, y]) => Number(y))
  expect(spans).toHaveLength(6)
  spans.forEach(([bottom, top], run) => {
    expect(bottom).toBeGreaterThan(heights[run])
    expect(top).toBeLessThan(heights[run])
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(room.height)
  })
})

test('what is not known has no dot', () => {
  const perCall = trendOf(runs, 'perCall')
  const { dots, ranges, levels } = trendPicture(perCall.self, placeOf('odd'), 6, room)
  expect([dots, ranges, levels]).toEqual(['', '', ''])
})

test('every place of a picture belongs to the run that is drawn there', () => {
  for (const count of [3, 20, 200])
    for (let run = 0; run < count; run++) expect(runAt(xOfRun(run, count, 240), count, 240)).toBe(run)
  expect([runAt(-5, 20, 240), runAt(999, 20, 240)]).toEqual([0, 19])
})

test('a change has the runs before and after it, up to the next change', () => {
  const changes = changesOf(trend.self, placeOf('up'), 6)
  expect(changes).toEqual([
    { run: 3, difference: expect.closeTo(3), from: 0, to: 5 },
    { run: 5, difference: expect.closeTo(-3.5), from: 3, to: 6 },
  ])
  expect(largestOf(changes)?.run).toBe(5)
  expect(largestOf([])).toBeNull()
})

const followed = { fn: Uint32Array.from({ length: 40 }, (_, i) => 100 + i), moved: 5 }

test('what moved comes first, behind the whole program; of the rest there are few until all are asked for', () => {
  const few = trendRows(followed, null, false, 4)
  expect(few.rows.slice(0, 4)).toEqual([
    { kind: 'moved' },
    { kind: 'cards', places: [WHOLE, 0, 1, 2], first: 0 },
    { kind: 'cards', places: [3, 4], first: 4 },
    { kind: 'rest' },
  ])
  expect(few).toMatchObject({ moved: 5, rest: 35 })
  expect(few.places).toHaveLength(1 + 5 + FEW)
  const all = trendRows(followed, null, true, 4)
  expect(all.places).toEqual([WHOLE, ...followed.fn.keys()])
  expect(all.rows.flatMap(row => (row.kind === 'cards' ? row.places : []))).toEqual(all.places)
})

test('what is looked for by name is alone, without the whole program', () => {
  const found = trendRows(followed, place => place === 2 || place === 30, false, 4)
  expect(found.places).toEqual([2, 30])
  expect(trendRows(followed, () => false, false, 4)).toMatchObject({ rows: [{ kind: 'moved' }], moved: 0, rest: 0 })
})
