import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainOf, cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { heaviestPaths } from '../query/heaviestPaths.ts'
import { labelsOf } from '../query/names.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { layoutFlame } from './flame.ts'
import { boxOfPath, ownWidth, pathOf } from './flameBoxes.ts'
import { below, sketch } from './flameSketch.fixture.ts'
import { type FlameTable, kindOf, levelEnd, levelsOf } from './flameTable.ts'
import { NOT_LISTED_LABEL } from './unfold.ts'

const CUT = 1e-9
const callersOf = (profile: Profile, root: string, cut = CUT, path: string[] = []) =>
  layoutFlame(profile, { cut, path, root, toward: 'callers' })
const calleesOf = (profile: Profile, root: string) => layoutFlame(profile, { cut: CUT, path: [], root })

const shared = profileOf(`
  main 1 -> a x1, b x1
  a    1 -> f x3
  b    4 -> f x1
  f    4 -> g x8
  g    8`)

test('below a chosen function stand its callees, above it its callers by their part of its calls', () => {
  expect(sketch(shared, calleesOf(shared, 'f'))).toEqual(['f 12 (12)', '  g 8 (8)'])
  expect(sketch(shared, callersOf(shared, 'f'))).toEqual([
    'f 12 (12)', //
    '  a 9 (0)',
    '    main 9 (0)',
    '  b 3 (0)',
    '    main 3 (0)',
  ])
})

test('a caller is certain where it made all calls, and so is its caller', () => {
  expect(sketch(shared, callersOf(shared, 'a'))).toEqual(['a 10 (1)', '  main 10 (1)'])
  expect(sketch(shared, callersOf(shared, 'g'))[1]).toBe('  f 8 (8)')
})

test('above a member of a cycle stands the cycle, and above that whoever entered it', () => {
  const profile = profileOf(`
    main 2 -> a x1, b x1
    x    1 -> a x2
    a    1 -> b x3, c x1
    b    2 -> a x2
    c    3`)
  expect(sketch(profile, callersOf(profile, 'c'))).toEqual([
    'c 3 (3)', //
    '  a 3 (3)',
    '    <cycle 1> 3 (3)',
    '      main 1.5 (0)',
    '      x 1.5 (0)',
  ])
  expect(sketch(profile, callersOf(profile, '<cycle 1>'))).toEqual(['<cycle 1> 6 (6)', '  main 3 (0)', '  x 3 (0)'])
})

test('callers that a cut listing leaves out are one box, above which nothing is known', () => {
  const profile = cutOut(
    profileOf(`
      main  1 -> loop x1
      loop  1 -> reply x5
      reply 1 -> free x7
      free  7`),
    ['loop', 'reply'],
    [],
  )
  expect(sketch(profile, callersOf(profile, 'free'))).toEqual([
    'free 7 (7)',
    '  reply 7 (7)',
    `    ${NOT_LISTED_LABEL} 7 (0)`,
  ])
})

test('callers narrower than the cut are summed, and unfold along a path', () => {
  const n = 50
  const profile = profileFrom(
    ['f', ...Array.from({ length: n }, (_, i) => `c${i}`)],
    [10, ...Array.from({ length: n }, () => 0)],
    Array.from({ length: n }, (_, i) => [1 + i, 0, i === 0 ? n - 1 : 1]),
  )
  expect(sketch(profile, callersOf(profile, 'f', 0.1))).toEqual(['f 10 (10)', '  c0 5 (0)', '  …49 5 (0)'])
  const zoomed = callersOf(profile, 'f', 0.02, ['f', '…'])
  expect([zoomed.resolved, zoomed.length]).toEqual([2, 3 + 49])
})

test('a path begins with the root', () => {
  const zoomed = layoutFlame(shared, { cut: 0.5, path: ['f', 'b', 'main'], root: 'f', toward: 'callers' })
  expect([zoomed.resolved, zoomed.zoomed]).toEqual([3, boxOfPath(zoomed, shared, labelsOf(shared), ['f', 'b', 'main'])])
  expect([calleesOf(shared, 'f').zoomed, callersOf(shared, 'f', CUT, ['main']).resolved]).toEqual([-1, 0])
  const root = callersOf(shared, 'f', CUT, ['f', 'gone'])
  expect([root.zoomed, root.resolved]).toEqual([0, 1])
})

test('without such a function, or without any for callers, there are no boxes', () => {
  expect(calleesOf(shared, 'gone').length).toBe(0)
  expect(layoutFlame(shared, { cut: CUT, path: [], toward: 'callers' }).length).toBe(0)
})

test('callers of the last of 100,000 functions that call one another in a row', () => {
  const n = 100_000
  const chain = chainOf(n)
  const table = callersOf(chain, `f${n - 1}`, 1e-4)
  expect([table.length, levelsOf(table), table.certain[n - 1]]).toEqual([n, n, 1])
})

/** A profile and one of its functions. */
const chosen = anyProfile().chain(profile =>
  fc.record({ profile: fc.constant(profile), fn: fc.nat(profile.functions.length - 1) }),
)

const upside = (path: string[]) => [...path].reverse()
const paths = (table: FlameTable, profile: Profile) =>
  Array.from({ length: table.length }, (_, box) => pathOf(table, profile, labelsOf(profile), box))

test('callers of one depth have at most the time of the root, and with what has no caller exactly that', () => {
  fc.assert(
    fc.property(chosen, fc.constantFrom(1e-9, 0.02, 0.2), ({ profile, fn }, cut) => {
      const table = callersOf(profile, `f${fn}`, cut)
      if (table.length === 0) return
      const { self, children } = profile.functions
      expect(table.width[0] * profile.total).toBeCloseTo(self[fn] + children[fn], 9)
      for (let depth = 0; depth < levelsOf(table); depth++) {
        let sum = 0
        for (let box = table.levelStart[depth]; box < levelEnd(table, depth); box++) sum += table.width[box]
        expect(sum).toBeLessThanOrEqual(table.width[0] + 1e-9)
      }
      let ends = 0
      for (let box = 0; box < table.length; box++) {
        const own = kindOf(table, box) <= 1 ? ownWidth(table, box) : 0
        ends += own + table.undrawn[box] * table.width[box]
      }
      expect(ends).toBeCloseTo(table.width[0], 6)
    }),
    { numRuns: 200 },
  )
})

test('up from f and down from g, the same path has the same width, and the same part of it is certain', () => {
  fc.assert(
    fc.property(chosen, ({ profile, fn }) => {
      const labels = labelsOf(profile)
      const up = callersOf(profile, `f${fn}`)
      for (const [box, path] of paths(up, profile).entries()) {
        if (up.width[box] < 1e-6) continue
        const down = calleesOf(profile, path[path.length - 1])
        const same = boxOfPath(down, profile, labels, upside(path))
        expect(pathOf(down, profile, labels, same)).toEqual(upside(path))
        expect(down.width[same]).toBeCloseTo(up.width[box], 9)
        expect(down.certain[same]).toBeCloseTo(up.certain[box], 5)
      }
    }),
  )
})

test('what has no caller at the end of a path up is what the whole chart draws on that path', () => {
  fc.assert(
    fc.property(chosen, ({ profile, fn }) => {
      const labels = labelsOf(profile)
      const whole = layoutFlame(profile, { cut: CUT, path: [] })
      const up = callersOf(profile, `f${fn}`)
      for (const [box, path] of paths(whole, profile).entries()) {
        if (whole.fn[box] !== fn || whole.width[box] < 1e-6) continue
        const end = boxOfPath(up, profile, labels, upside(path))
        expect(pathOf(up, profile, labels, end)).toEqual(upside(path))
        expect(ownWidth(up, end)).toBeCloseTo(whole.width[box], 6)
      }
    }),
  )
})

test('ways up are those of heaviestPaths, as heavy and as certain', () => {
  fc.assert(
    fc.property(anyProfile({ acyclic: true }), fc.nat(8), (profile, n) => {
      const fn = n % profile.functions.length
      const arcs = [...profile.arcs.caller.keys()].filter(arc => profile.arcs.caller[arc] !== SPONTANEOUS)
      const up = callersOf(profile, `f${fn}`)
      if (up.length === 0) return
      for (const way of heaviestPaths(profile, { arcs, elided: [] }, fn, 100)) {
        if (way.time < 1e-5) continue
        const names = way.functions.map(row => `f${row}`)
        const end = boxOfPath(up, profile, labelsOf(profile), upside(names))
        expect(ownWidth(up, end) * profile.total).toBeCloseTo(way.time, 6)
        expect(up.certain[end] * up.width[end] * profile.total).toBeCloseTo(way.certain, 5)
      }
    }),
  )
})

test('callers of a box lie within it, side by side', () => {
  fc.assert(
    fc.property(chosen, ({ profile, fn }) => {
      const up = callersOf(profile, `f${fn}`)
      for (let box = 0; box < up.length; box++) {
        const sum = below(up, box).reduce((width, caller) => width + up.width[caller], 0)
        expect(sum).toBeLessThanOrEqual(up.width[box] * (1 + 1e-9))
      }
    }),
  )
})
