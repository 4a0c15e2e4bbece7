import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { randomNumbers } from '../randomNumbers.fixture.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { applyTransforms } from '../transform/transform.ts'
import { boundsOf, isExact } from './bounds.ts'
import { flowOf } from './flow.ts'
import { allRuns, type Call, costsOf, isReachedTwice, pathOfCall, runOf } from './runs.fixture.ts'
import { totalOf } from './totals.ts'

test('what every call reached one way is certain, what two callers share is not', () => {
  const profile = profileOf(`
    main 1 -> only x1, slow x1
    only 2 -> f x3
    slow 3 -> f x1
    f    4`)
  const { certain, most, arcCertain, arcMost, certainShare } = boundsOf(profile)
  expect([...certain]).toEqual([6, 2, 3, 4])
  expect([...most]).toEqual([10, 6, 7, 4])
  expect([...arcCertain.slice(0, 4)]).toEqual([2, 3, 0, 0])
  expect([...arcMost.slice(0, 4)]).toEqual([6, 7, 4, 4])
  expect(certainShare).toBe(0.6)
})

test('a call of the function to itself takes nothing from what is certain', () => {
  const { certain } = boundsOf(
    profileOf(`
      main 0 -> f x1
      f    3 -> f x99`),
  )
  expect(certain[0]).toBe(3)
})

test('an arc that is known from the code alone was never called, and takes and gets nothing', () => {
  const { arcCertain, arcMost, certain } = boundsOf(
    profileOf(`
      main  0 -> a x1, b x1
      a     1 -> f x5
      b     1 -> f x0
      f     3`),
  )
  expect([...arcCertain.slice(2, 4)]).toEqual([3, 0])
  expect([...arcMost.slice(2, 4)]).toEqual([3, 0])
  expect([...certain]).toEqual([5, 4, 1, 3])
})

test('a cycle counts as one function, and each member holds what it alone calls', () => {
  const profile = profileOf(`
    main 0   -> a x1, b x2
    a    0.5 -> b x3, c x1
    b    0.25 -> a x2, d x4, e x1
    c    1
    d    2
    e    4
    x    0   -> e x1`)
  const { certain, most, cycleCertain, cycleMost, arcCertain, arcMost } = boundsOf(profile)
  expect([cycleCertain[0], cycleMost[0]]).toEqual([3.75, 7.75])
  expect([...certain.slice(0, 3)]).toEqual([3.75, 1.5, 2.25])
  expect([...most.slice(0, 3)]).toEqual([7.75, 1.5, 6.25])
  expect([...arcCertain.slice(0, 2)]).toEqual([0, 0]) // which of the two entrances the time went through is open
  expect(arcMost[0]).toBe(7.75)
  expect(arcCertain[2]).toBeNaN() // a to b, inside
})

test('a cycle that a function enters at two members is below it once', () => {
  const { most } = boundsOf(
    profileOf(`
      main  0 -> a x1, b x1
      a     1 -> b x1
      b     2 -> a x1
      other 9`),
  )
  expect(most[0]).toBe(3)
})

test('callers that the listing does not name leave nothing certain', () => {
  const profile = profileOf(`
    main 0 -> f x1
    f    3`)
  const calls = Float64Array.from([Number.NaN, 5])
  const { certain, arcCertain } = boundsOf({ ...profile, functions: { ...profile.functions, calls } })
  expect([certain[0], arcCertain[0]]).toEqual([0, 0])
})

test('what a transform left without callers is at the top, and there its time is certain', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main 0 -> a x2, b x3
      a    1 -> f x1
      b    2 -> f x3
      f    4`),
    [{ kind: 'hide', match: 'main' }],
  )
  const { certain, certainShare } = boundsOf(profile)
  expect([...certain]).toEqual([4, 2, 1])
  expect(certainShare).toBeCloseTo(3 / 7, 12)
})

test('unknown times count as nothing at least and as everything at most', () => {
  const profile = profileOf(`
    main 1 -> f x1
    f    2
    g    4`)
  const self = Float64Array.from([1, Number.NaN, 4])
  const children = Float64Array.from([Number.NaN, Number.NaN, 0])
  const { certain, most } = boundsOf({ ...profile, functions: { ...profile.functions, self, children } })
  expect([...certain]).toEqual([1, 0, 4])
  expect([...most]).toEqual([7, 7, 4])
})

test('a range under half a sample is called exact', () => {
  const profile = profileOf('main 1')
  expect(isExact(profile, 1, 1.004)).toBe(true)
  expect(isExact(profile, 1, 1.006)).toBe(false)
})

/** Any calls, self calls and cycles included; or, where `acyclic`, only from lower rows to higher ones. */
const drawn = (acyclic: boolean, most: { functions: number; calls: number }) =>
  fc.integer({ min: 1, max: most.functions }).chain(n =>
    fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
        fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 9 })), {
          maxLength: most.calls,
          selector: ([from, to]) => `${from} ${to}`,
        }),
      )
      .map(([ticks, calls]) =>
        profileFrom(
          ticks.map((_, i) => `f${i}`),
          ticks.map(t => t / 100),
          calls.filter(([from, to]) => !acyclic || from < to),
        ),
      ),
  )

test('certain ≤ what gprof says ≤ most, for functions, cycles and arcs', () => {
  fc.assert(
    fc.property(drawn(false, { functions: 12, calls: 30 }), profile => {
      const { certain, most, cycleCertain, cycleMost, arcCertain, arcMost } = boundsOf(profile)
      const { cycles, arcs } = profile
      const check = (low: number, value: number, high: number) => {
        expect(low).toBeLessThanOrEqual(value + 1e-9)
        expect(high).toBeGreaterThanOrEqual(value - 1e-9)
      }
      for (const [fn, total] of totalOf(profile).entries()) check(certain[fn], total, most[fn])
      for (let c = 0; c < cycles.length; c++) check(cycleCertain[c], cycles.self[c] + cycles.children[c], cycleMost[c])
      for (let a = 0; a < arcs.length; a++) {
        const time = arcs.self[a] + arcs.children[a]
        if (!Number.isNaN(time)) check(arcCertain[a], time, arcMost[a])
      }
    }),
  )
})

/**
 * The truth could be anything that gives each function's time to its callers in some way. Totals are linear in how each
 * single function's time is split, so the extremes are among the ways that give all of it to one caller.
 */
function extremes(profile: Profile): { least: number[]; greatest: number[]; leastOnOwnPath: number[] } {
  const { functions, arcs } = profile
  const n = functions.length
  const callersOf = Array.from({ length: n }, (_, fn) =>
    [...arcs.caller].filter((from, arc) => arcs.callee[arc] === fn && from !== SPONTANEOUS),
  )
  const least = Array<number>(n).fill(Number.POSITIVE_INFINITY)
  const greatest = Array<number>(n).fill(0)
  const chosen = Array<number>(n).fill(-1)
  const ways = callersOf.reduce((product, callers) => product * Math.max(1, callers.length), 1)
  for (let way = 0; way < ways; way++) {
    let digits = way
    for (let fn = 0; fn < n; fn++) {
      const callers = callersOf[fn]
      chosen[fn] = callers.length > 0 ? callers[digits % callers.length] : -1
      digits = Math.floor(digits / Math.max(1, callers.length))
    }
    const total = [...functions.self]
    for (let fn = n - 1; fn >= 0; fn--) if (chosen[fn] >= 0) total[chosen[fn]] += total[fn] // callers have lower rows
    for (let fn = 0; fn < n; fn++) {
      least[fn] = Math.min(least[fn], total[fn])
      greatest[fn] = Math.max(greatest[fn], total[fn])
    }
  }
  // What is below a function along one chain of calls only, whichever way is taken.
  const leastOnOwnPath = Array<number>(n).fill(0)
  for (let fn = 0; fn < n; fn++)
    for (let above = fn; ; above = callersOf[above][0]) {
      leastOnOwnPath[above] += functions.self[fn]
      if (callersOf[above].length !== 1) break
    }
  return { least, greatest, leastOnOwnPath }
}

test('against every way of splitting the time: certain is never more than the least, most never less than the greatest', () => {
  fc.assert(
    fc.property(drawn(true, { functions: 6, calls: 9 }), profile => {
      const { certain, most } = boundsOf(profile)
      const { least, greatest, leastOnOwnPath } = extremes(profile)
      for (let fn = 0; fn < profile.functions.length; fn++) {
        expect(certain[fn]).toBeLessThanOrEqual(least[fn] + 1e-9)
        expect(certain[fn]).toBeCloseTo(leastOnOwnPath[fn], 9)
        expect(most[fn]).toBeGreaterThanOrEqual(greatest[fn] - 1e-9)
      }
    }),
    { numRuns: 300 },
  )
})

test('against every way of splitting the time: an arc is certain of exactly its least, itself or nothing', () => {
  fc.assert(
    fc.property(drawn(true, { functions: 6, calls: 9 }), profile => {
      const { arcs } = profile
      const { certain, arcCertain } = boundsOf(profile)
      for (let arc = 0; arc < arcs.length; arc++) {
        const rivals = [...arcs.callee].filter(to => to === arcs.callee[arc]).length
        expect(arcCertain[arc]).toBeCloseTo(rivals === 1 ? certain[arcs.callee[arc]] : 0, 9)
      }
    }),
  )
})

/** The true times of a run: by node, functions and then cycles, what is on the path of a call; by arc, what it led to. */
function truthOf(profile: Profile, run: Call[], costs: number[]): { nodes: number[]; arcs: number[] } {
  const { arcs, functions, cycles } = profile
  const { of } = flowOf(profile).units
  const nodes = Array<number>(functions.length + cycles.length).fill(0)
  const byPair = new Map<string, number>()
  run.forEach((_, call) => {
    for (const node of pathOfCall(profile, run, call)) nodes[node] += costs[call]
    for (let at = call; at >= 0; at = run[at].from) {
      const from = run[at].from < 0 ? SPONTANEOUS : run[run[at].from].fn
      if (from !== SPONTANEOUS && of[from] === of[run[at].fn]) continue
      const pair = `${from} ${run[at].fn}`
      byPair.set(pair, (byPair.get(pair) ?? 0) + costs[call])
    }
  })
  return { nodes, arcs: Array.from(arcs.caller, (from, arc) => byPair.get(`${from} ${arcs.callee[arc]}`) ?? 0) }
}

test('whatever each call cost, the true times of functions, cycles and arcs are between certain and most', () => {
  fc.assert(
    fc.property(anyProfile({ functions: 7, calls: 12 }), fc.nat(), (profile, seed) => {
      const random = randomNumbers(seed)
      const choose = (n: number) => Math.floor(random() * n)
      const bounds = boundsOf(profile)
      const certain = [...bounds.certain, ...bounds.cycleCertain]
      const most = [...bounds.most, ...bounds.cycleMost]
      const check = (low: number, time: number, high: number) => {
        expect(time).toBeGreaterThanOrEqual(low - 1e-9)
        expect(time).toBeLessThanOrEqual(high + 1e-9)
      }
      for (let i = 0; i < 10; i++) {
        const run = runOf(profile, choose)
        const truth = truthOf(profile, run, costsOf(profile, run, choose))
        for (const [node, time] of truth.nodes.entries()) check(certain[node], time, most[node])
        for (const [arc, time] of truth.arcs.entries())
          if (!Number.isNaN(bounds.arcCertain[arc])) check(bounds.arcCertain[arc], time, bounds.arcMost[arc])
      }
    }),
    { numRuns: 200 },
  )
})

test('where no function is reached two ways, some run spends only what is certain, and one the most', () => {
  fc.assert(
    fc.property(anyProfile({ acyclic: true, functions: 5, calls: 5, count: 2 }), profile => {
      const { arcs, functions } = profile
      const runs = allRuns(profile, 2000)
      if (!runs) return
      const { certain, most, arcCertain, arcMost } = boundsOf(profile)
      // All time of a function may have been spent in any one of its calls: at least it is where all of them were, at
      // most where one was.
      const limits = (isThere: (path: number[]) => boolean) => {
        let least = Number.POSITIVE_INFINITY
        let greatest = 0
        for (const run of runs) {
          const there = run.map((_, call) => isThere(pathOfCall(profile, run, call)))
          const time = (is: (calls: boolean[]) => boolean) =>
            functions.self.reduce((sum, self, fn) => {
              const calls = there.filter((_, call) => run[call].fn === fn)
              return sum + (calls.length > 0 && is(calls) ? self : 0)
            }, 0)
          least = Math.min(
            least,
            time(calls => calls.every(Boolean)),
          )
          greatest = Math.max(
            greatest,
            time(calls => calls.some(Boolean)),
          )
        }
        return { least, greatest }
      }
      for (let fn = 0; fn < functions.length; fn++) {
        if (isReachedTwice(profile, fn)) continue
        const { least, greatest } = limits(path => path.includes(fn))
        expect([least, greatest]).toEqual([expect.closeTo(certain[fn], 9), expect.closeTo(most[fn], 9)])
      }
      for (let arc = 0; arc < arcs.length; arc++) {
        const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
        if (from === SPONTANEOUS || isReachedTwice(profile, to)) continue
        const { least, greatest } = limits(path => path.some((fn, i) => fn === to && path[i - 1] === from))
        expect([least, greatest]).toEqual([expect.closeTo(arcCertain[arc], 9), expect.closeTo(arcMost[arc], 9)])
      }
    }),
    { numRuns: 200 },
  )
})

test('in a listing that contradicts itself, arcs that would close a loop pass nothing', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x1
    b    1`)
  const { arcs } = profile
  const looped: Profile = {
    ...profile,
    times: 'printed',
    arcs: {
      length: 4,
      caller: Int32Array.of(0, 1, 2, SPONTANEOUS),
      callee: Int32Array.of(1, 2, 1, 0),
      count: Float64Array.of(1, 1, 1, Number.NaN),
      self: Float64Array.of(1, 1, 1, arcs.self[2]),
      children: Float64Array.of(1, 0, 1, arcs.children[2]),
    },
  }
  expect([...flowOf(looped).arcTime].filter(time => time > 0).length).toBe(2)
  const { most } = boundsOf(looped)
  expect(most[0]).toBe(2)
})
