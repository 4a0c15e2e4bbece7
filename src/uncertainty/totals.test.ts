import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { totalOf } from '../query/totals.ts'
import { uncertaintyOfTotal } from './totals.ts'

test('what more samples would mend and what none would are told apart', () => {
  const profile = profileOf('slow 0 -> f x1\n fast 0 -> f x1\n f 10')
  const slow = uncertaintyOfTotal(profile, 0)!
  expect(slow.sampling.error).toBeCloseTo((Math.sqrt(1000) / 2) * profile.samplePeriod)
  expect(slow.assumption).toEqual([0, 10])
  expect(uncertaintyOfTotal(profile, 2)!.assumption).toBeNull()
})

test('a function that stands on every way to another has all of its time, whichever way that went', () => {
  const profile = profileOf('main 1 -> a x1, b x1\n a 1 -> g x1\n b 1 -> g x3\n g 4')
  const rangeOf = (fn: number) => uncertaintyOfTotal(profile, fn)!.assumption
  expect(rangeOf(0)).toBeNull()
  expect(rangeOf(1)).toEqual([1, 5])
  expect(boundsOf(profile).certain[0]).toBe(3)
})

test('of a member of a cycle, what others of the cycle call is open, and what it alone calls is not', () => {
  const profile = profileOf('main 0 -> a x1\n a 1 -> b x1, own x2, both x1\n b 1 -> a x1, both x1\n own 2\n both 4')
  expect(uncertaintyOfTotal(profile, 1)!.assumption).toEqual([3, 7])
  expect(uncertaintyOfTotal(profile, 0)!.assumption).toBeNull()
})

test('where nothing is known of samples, nothing is said', () =>
  expect(uncertaintyOfTotal({ ...profileOf('main 1'), samplePeriod: Number.NaN }, 0)).toBeNull())

/** Self time of all that cannot be reached from where the program is entered once a function is gone, its own too. */
function timeWithout({ functions, arcs }: Profile, gone: number): number {
  const reached = new Set<number>()
  const reach = (fn: number) => {
    if (fn === gone || reached.has(fn)) return
    reached.add(fn)
    for (let arc = 0; arc < arcs.length; arc++) if (arcs.caller[arc] === fn) reach(arcs.callee[arc])
  }
  for (let arc = 0; arc < arcs.length; arc++) if (arcs.caller[arc] === SPONTANEOUS) reach(arcs.callee[arc])
  return functions.self.reduce((sum, self, fn) => (reached.has(fn) ? sum : sum + self), 0)
}

test('the least that a function can have is what is not reached without it', () => {
  const call = fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(call, { maxLength: 16 }), calls => {
      const pairs = new Map(calls.map(each => [`${each[0]} ${each[1]}`, each]))
      const names = Array.from({ length: 9 }, (_, row) => `f${row}`)
      const profile = profileFrom(
        names,
        names.map((_, row) => 2 ** row),
        [...pairs.values()],
      )
      const { certain, most } = boundsOf(profile)
      for (let fn = 0; fn < names.length; fn++) {
        if (profile.functions.cycle[fn] !== NO_CYCLE) continue
        const [least, high] = uncertaintyOfTotal(profile, fn)!.assumption ?? [most[fn], most[fn]]
        expect(least).toBeCloseTo(timeWithout(profile, fn), 6)
        expect(least).toBeGreaterThanOrEqual(certain[fn])
        expect(high).toBeGreaterThanOrEqual(totalOf(profile)[fn] - 1e-9)
      }
    }),
  )
})
