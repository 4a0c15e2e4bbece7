import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { SPONTANEOUS } from '../profile.ts'
import { adjacencyOf, rowsOf } from '../query/adjacency.ts'

test('a caller gets the share of time that its calls have among all calls', () => {
  const { functions, arcs } = profileOf(`
    main 0 -> a x1, b x1
    a    1 -> f x3
    b    2 -> f x1
    f    4`)
  expect([...functions.children]).toEqual([7, 3, 1, 0])
  expect([...arcs.self]).toEqual([1, 2, 3, 1, 0])
})

test('a cycle is one function: its members share no time among themselves', () => {
  const { functions, arcs, cycles } = profileOf(`
    main 0.2 -> a x1
    a    0.5 -> b x3
    b    0.3 -> a x2, c x4
    c    1.0`)
  expect(cycles.length).toBe(1)
  expect([cycles.self[0], cycles.children[0], cycles.calls[0], cycles.innerCalls[0]]).toEqual([0.8, 1, 1, 5])
  expect([...functions.children]).toEqual([1.8, 0, 1, 0])
  expect(arcs.self[1]).toBeNaN()
  expect(arcs.self[0] + arcs.children[0]).toBeCloseTo(1.8, 12)
})

test('calls of a function to itself are kept apart and pass no time', () => {
  const { functions, arcs, cycles } = profileOf(`
    main 0 -> f x10
    f    1 -> f x250`)
  expect(cycles.length).toBe(0)
  expect([functions.calls[1], functions.selfCalls[1]]).toEqual([10, 250])
  expect(functions.children[0]).toBe(1)
  expect(arcs.self[1]).toBeNaN()
})

test('what nobody is recorded to call hangs under a spontaneous caller', () => {
  const { arcs } = profileOf(`
    main    1
    handler 2`)
  expect([...arcs.caller]).toEqual([SPONTANEOUS, SPONTANEOUS])
  expect([...arcs.self]).toEqual([1, 2])
})

test('a chain of 100,000 calls and a cycle of 10,000 members overflow no stack', () => {
  const n = 100_000
  const chain = profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, (_, i) => (i === n - 1 ? 5 : 0)),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )
  expect(chain.functions.children[0]).toBe(5)
  const m = 10_000
  const ring = profileFrom(
    Array.from({ length: m }, (_, i) => `f${i}`),
    Array.from({ length: m }, () => 1),
    Array.from({ length: m }, (_, i) => [i, (i + 1) % m, 1]),
  )
  expect(ring.cycles.length).toBe(1)
  expect(ring.cycles.self[0]).toBe(m)
})

const generated = fc
  .integer({ min: 1, max: 12 })
  .chain(n =>
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
      fc.array(
        fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 9 })) as fc.Arbitrary<
          [number, number, number]
        >,
        { maxLength: 30 },
      ),
    ),
  )

test('no time is lost or made: what roots receive is the sum of all self times, and in equals out everywhere', () => {
  fc.assert(
    fc.property(generated, ([ticks, calls]) => {
      const seen = new Set<string>()
      const distinct = calls.filter(([from, to]) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`))
      const profile = profileFrom(
        ticks.map((_, i) => `f${i}`),
        ticks.map(t => t / 100),
        distinct,
      )
      const { functions, arcs } = profile
      const rooted = [...arcs.caller.keys()]
        .filter(arc => arcs.caller[arc] === SPONTANEOUS)
        .reduce((sum, arc) => sum + arcs.self[arc] + arcs.children[arc], 0)
      expect(rooted).toBeCloseTo(profile.total, 9)
      const { callers } = adjacencyOf(profile)
      for (let fn = 0; fn < functions.length; fn++) {
        if (functions.cycle[fn] >= 0) continue
        const passed = [...rowsOf(callers, fn)]
          .filter(arc => arcs.caller[arc] !== fn)
          .reduce((sum, arc) => sum + arcs.self[arc] + arcs.children[arc], 0)
        expect(passed).toBeCloseTo(functions.self[fn] + functions.children[fn], 9)
      }
    }),
  )
})
