import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { compareProfiles, SIGNIFICANT } from './compareProfiles.ts'
import { compareRepeated } from './compareRepeated.ts'
import { poissonCount, variedCount } from './simulation.fixture.ts'
import type { Normalisation } from './weigh.ts'

const run = (ticks: number[], calls = 1): Profile =>
  profileFrom(
    ['main', ...ticks.map((_, i) => `f${i}`)],
    [0, ...ticks.map(count => count / 100)],
    ticks.map((_, i) => [0, i + 1, calls]),
  )

test('means of the runs are compared, and what some runs lack took no time in them', () => {
  const before = [profileOf('main 1.00 -> a x1\n a 2.00'), profileOf('main 1.10 -> a x1\n a 2.20')]
  const after = [profileOf('main 1.05 -> a x1\n a 4.00'), profileOf('main 1.00 -> a x1, b x1\n a 4.20\n b 0.30')]
  const { functions, self, selfTime, all } = compareRepeated(before, after, 'time')
  expect(functions.label).toEqual(['main', 'a', 'b'])
  expect(functions.rows.map(rows => [...rows])).toEqual([
    [0, 1, -1],
    [0, 1, -1],
    [0, 1, -1],
    [0, 1, 2],
  ])
  expect([...self.a]).toEqual([1.05, 2.1, 0])
  expect([...self.b]).toEqual([1.025, 4.1, 0.15])
  expect([...self.rate].map(rate => rate <= SIGNIFICANT)).toEqual([false, true, false])
  expect(self.low[1]).toBeGreaterThan(1)
  expect(self.high[1]).toBeLessThan(3)
  expect([all.a, all.b].map(total => Number(total.toFixed(9)))).toEqual([3.15, 5.275])
  expect(compareRepeated(before, after, 'share').selfTime).toEqual(selfTime)
})

test('runs that agree by chance are not taken for runs that never vary', () => {
  // Nothing varies on either side, and still 0 and 2 samples are no change.
  const { self } = compareRepeated([run([0, 50]), run([0, 50])], [run([1, 50]), run([1, 50])], 'time')
  expect(self.p[1]).toBeGreaterThan(0.3)
  expect(self.low[1]).toBeLessThan(0)
  expect(self.p[2]).toBe(1)
})

test('of time per call, runs without a call say nothing', () => {
  const before = [run([100], 10), run([110], 10), profileOf('main 0.5')]
  const { self } = compareRepeated(before, [run([220], 20), run([200], 20)], 'perCall')
  expect([self.a[1], self.b[1]].map(each => Number(each.toFixed(9)))).toEqual([0.105, 0.105])
  expect(self.p[1]).toBe(1)
})

test('shares are those of the mean of the runs, in which a long run says more than a short one', () => {
  const before = [run([100, 100]), run([10, 90])]
  const { self, total } = compareRepeated(before, [run([30, 70]), run([60, 140])], 'share')
  const rounded = (column: Float64Array) => [...column].map(each => Number(each.toFixed(9)))
  expect([rounded(self.a), rounded(self.b)]).toEqual([
    [0, 0.366666667, 0.633333333],
    [0, 0.3, 0.7],
  ])
  expect(total.a[0]).toBe(1)
  // Without one run the share would be that of the other, so the two lie ±0.2 about the mean: an error of 0.2 at least.
  expect((self.high[1] - self.low[1]) / 2).toBeGreaterThan(12.7 * 0.2)
})

const runs = fc.array(
  fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 5 }).map(ticks => run(ticks)),
  { minLength: 1, maxLength: 4 },
)
const normalisations = fc.constantFrom<Normalisation[]>('time', 'share', 'perCall')

const near = (value: number) => (Number.isFinite(value) ? expect.closeTo(value, 9) : value)

test('compared with themselves runs have no change, and the other way round every difference has the other sign', () => {
  fc.assert(
    fc.property(runs, runs, normalisations, (a, b, normalisation) => {
      fc.pre(a.length + b.length > 2)
      const there = compareRepeated(a, b, normalisation)
      const back = compareRepeated(b, a, normalisation)
      for (const which of ['self', 'total'] as const)
        there.functions.label.forEach((label, row) => {
          const other = back.functions.label.indexOf(label)
          const { b, p, rate, low, high } = there[which]
          const found = [back[which].a, back[which].p, back[which].rate, back[which].low, back[which].high]
          const wanted = [b[row], p[row], rate[row], -high[row], -low[row]]
          expect(found.map(column => column[other])).toEqual(wanted.map(near))
        })
      if (a.length === 1) return
      const same = compareRepeated(a, a, normalisation)
      expect([...same.self.rate, ...same.total.rate, same.all.p].every(rate => rate === 1)).toBe(true)
    }),
  )
})

/** How often functions, and how often any function of a pair of sets, are called changed where nothing changed. */
function falseChanges(countOf: () => number, before: number, after: number, pairs: number) {
  const functions = 8
  const draw = (many: number) => Array.from({ length: many }, () => run(Array.from({ length: functions }, countOf)))
  const called = { bySpread: 0, byCounts: 0, anyRate: 0 }
  for (let pair = 0; pair < pairs; pair++) {
    const [a, b] = [draw(before), draw(after)]
    const { self } = compareRepeated(a, b, 'time')
    called.bySpread += self.p.filter(p => p <= 0.05).length / functions
    called.byCounts += compareProfiles(a[0], b[0], 'time').self.p.filter(p => p <= 0.05).length / functions
    if (self.rate.some(rate => rate <= SIGNIFICANT)) called.anyRate++
  }
  return { bySpread: called.bySpread / pairs, byCounts: called.byCounts / pairs, anyRate: called.anyRate / pairs }
}

test.each([
  [5, 5, 200, 25],
  [3, 3, 200, 25],
  [5, 5, 30, 4],
  [6, 1, 200, 25],
  [2, 2, 100, 10],
])(
  '%i and %i runs of one truth that vary (mean %i, shape %i): by their spread one in twenty is called changed, by their counts many more',
  (before, after, mean, shape) => {
    const random = randomNumbers(11)
    const { bySpread, byCounts, anyRate } = falseChanges(() => variedCount(random, mean, shape), before, after, 1250)
    expect(bySpread).toBeLessThanOrEqual(0.06)
    expect(anyRate).toBeLessThanOrEqual(0.07) // 5 %, and three standard errors of 1,250 pairs
    expect(byCounts).toBeGreaterThan(0.15)
  },
)

test('runs of one truth and of unlike length are as seldom called changed by shares', () => {
  const random = randomNumbers(14)
  let [called, tested] = [0, 0]
  for (let pair = 0; pair < 600; pair++) {
    const draw = () =>
      Array.from({ length: 5 }, (_, i) => run(Array.from({ length: 8 }, () => variedCount(random, 40 * (i + 1), 25))))
    const { self } = compareRepeated(draw(), draw(), 'share')
    called += self.p.filter(p => p <= 0.05).length
    tested += 8
  }
  expect(called / tested).toBeLessThanOrEqual(0.06)
  expect(called).toBeGreaterThan(0)
})

test.each([0.3, 2, 10, 100])('runs that differ by chance alone, of %d samples, are as seldom called changed', mean => {
  const random = randomNumbers(12)
  const { bySpread, anyRate } = falseChanges(() => poissonCount(random, mean), 4, 4, 1250)
  expect(bySpread).toBeLessThanOrEqual(0.06)
  expect(anyRate).toBeLessThanOrEqual(0.07) // 5 %, and three standard errors of 1,250 pairs
})

test('a change that exceeds the spread is found', () => {
  const random = randomNumbers(13)
  let found = 0
  for (let pair = 0; pair < 400; pair++) {
    const [a, b] = [200, 300].map(mean => Array.from({ length: 5 }, () => run([variedCount(random, mean, 100)])))
    if (compareRepeated(a, b, 'time').self.p[1] <= 0.05) found++
  }
  // 100 samples against a standard error of √((200 + 400 + 300 + 900) ÷ 5) = 19: more than five errors.
  expect(found / 400).toBeGreaterThan(0.97)
})
