import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanOf } from '../processes/selectProcesses.ts'
import { sumProfiles } from '../processes/sumProfiles.ts'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { bothProfiles } from './bothProfiles.ts'
import { changeSteps } from './changeSteps.ts'
import { type ComparedSides, compareMeans, compareSides, rangeOfCall, rangeOfChange } from './compareSides.ts'
import type { Normalisation } from './weigh.ts'

const meanOfRuns = (runs: readonly Profile[]) => meanOf(sumProfiles(runs).profile, runs.length)

function compared(a: readonly Profile[], b: readonly Profile[], by: Normalisation = 'time') {
  const both = bothProfiles(meanOfRuns(a), meanOfRuns(b))
  const found = compareMeans(both, by, { a, b })
  return { ...found, both, row: (name: string) => both.profile.functions.name.indexOf(name) }
}

/** In listings of one program functions stand in the order of their times, and those that took none need not be there. */
const before = [
  profileOf('main 0.10 -> work x4, wild x1, old x2\n work 2.00\n wild 1.00\n old 0.50'),
  profileOf('wild 3.00\n main 0.10 -> wild x1, work x4, old x2\n old 0.52\n work 2.05'),
  profileOf('old 0.48\n work 1.95\n main 0.10 -> old x2, work x4'),
]
const after = [
  profileOf('main 0.11 -> work x4, wild x1, fresh x1\n work 4.00\n wild 2.00\n fresh 0.40'),
  profileOf('fresh 0.41\n work 4.10\n main 0.10 -> fresh x1, work x4, wild x1\n wild 5.00'),
  profileOf('work 3.95\n fresh 0.42\n main 0.09 -> work x4, fresh x1'),
]

test('of two means the runs tell what surely changed, whatever the order of their functions', () => {
  const found = compared(before, after)
  const { row, self } = found
  const told = (name: string) => [self.a[row(name)], self.b[row(name)]].map(each => Number(each.toFixed(9)))
  expect([told('work'), told('wild')]).toEqual([
    [2, 4.016666667],
    [1.333333333, 2.333333333],
  ])
  expect([told('old'), told('fresh')]).toEqual([
    [0.5, 0],
    [0, 0.41],
  ])
  const sure = ['main', 'work', 'wild', 'old', 'fresh'].filter(name => self.rate[row(name)] <= 0.05)
  expect(sure).toEqual(['work', 'old', 'fresh'])
  expect(found.runs).toMatchObject({ a: 3, b: 3 })
  // By sampling alone, all but main would be sure.
  expect(compareSides(found.both, 'time').self.rate[row('wild')]).toBeLessThan(0.001)
  const [low, high] = rangeOfChange(found, 'self', row('wild'))
  expect([low < 0, high > 2]).toEqual([true, true])
  const steps = changeSteps(found, 'self')
  expect([steps[row('work')], steps[row('wild')]]).toEqual([3, 0])
})

test('a colour makes as much of a change as the runs surely tell, not as much as counts do', () => {
  const runsOf = (...times: number[]) => times.map(time => profileOf(`main 0.00 -> work x4\n work ${time}`))
  const steps = (found: ReturnType<typeof compared>) =>
    [found, { ...found, runs: null }].map(each => changeSteps(each, 'self')[found.row('work')])
  expect(steps(compared(runsOf(2, 2, 2.1), runsOf(3.5, 3.6, 3.7)))).toEqual([3, 3])
  expect(steps(compared(runsOf(2, 2, 2.1), runsOf(3, 3.6, 4.2)))).toEqual([2, 3])
})

const timed = fc.array(
  fc.array(fc.nat({ max: 200 }), { minLength: 5, maxLength: 5 }).map(ticks => {
    const names = ['main', 'f0', 'f1', 'f2', 'f3', 'f4']
    const calls = ticks.map((_, i): [number, number, number] => [0, i + 1, i + 1])
    return profileFrom(names, [0, ...ticks.map(count => count / 100)], calls)
  }),
  { minLength: 1, maxLength: 4 },
)
const normalisations = fc.constantFrom<Normalisation[]>('time', 'share', 'perCall')
const near = (value: number) => (Number.isFinite(value) ? expect.closeTo(value, 9) : value)

test('figures are those of the means, which every range is about; the other way round all is mirrored', () => {
  fc.assert(
    fc.property(timed, timed, normalisations, (a, b, by) => {
      fc.pre(a.length + b.length > 2)
      const [there, back] = [compared(a, b, by), compared(b, a, by)]
      const plain = compareSides(there.both, by)
      for (const which of ['self', 'total'] as const) {
        expect([there[which].a, there[which].b]).toEqual([plain[which].a, plain[which].b])
        for (const [row, name] of there.both.profile.functions.name.entries()) {
          const { a, b, rate } = there[which]
          const [low, high] = rangeOfChange(there, which, row)
          if (Number.isFinite(high)) {
            expect(low - 1e-9).toBeLessThanOrEqual(b[row] - a[row])
            expect(high + 1e-9).toBeGreaterThanOrEqual(b[row] - a[row])
          }
          const other = back.row(name)
          expect(back[which].rate[other]).toEqual(near(rate[row]))
          expect(rangeOfChange(back, which, other)).toEqual([near(-high), near(-low)])
          expect(rangeOfCall(back, other)).toEqual([...rangeOfCall(there, row)].reverse().map(end => near(-end)))
        }
      }
      expect(back.all.p).toEqual(near(there.all.p))
    }),
  )
})

test('means of the same runs have no change', () => {
  fc.assert(
    fc.property(timed, normalisations, (runs, by) => {
      fc.pre(runs.length > 1)
      const same: ComparedSides = compared(runs, runs, by)
      expect([...same.self.rate, ...same.total.rate, same.all.p].every(rate => rate === 1)).toBe(true)
      expect([...changeSteps(same, 'total')].every(step => step === 0)).toBe(true)
    }),
  )
})
