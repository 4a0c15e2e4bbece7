import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutFlame } from '../layout/flame.ts'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { findingsOf } from '../query/findings.ts'
import { labelsOf } from '../query/names.ts'
import { findMatches } from '../query/search.ts'
import { anyMatch, anyProfile, anyTransform, byMatch, checkProfile, expectSame, said } from './laws.fixture.ts'
import { applyTransforms, type Transform } from './transform.ts'

const after = (profile: Profile, ...transforms: Transform[]) => applyTransforms(profile, transforms).profile
test('whatever the transforms, flows add up, what is lost is told, and ranges hold what is said', () => {
  fc.assert(
    fc.property(anyProfile(), fc.array(anyTransform, { minLength: 1, maxLength: 4 }), (profile, transforms) => {
      const { profile: result, row, steps } = applyTransforms(profile, transforms)
      checkProfile(result)
      expect(result.total + steps.reduce((sum, step) => sum + step.lost, 0)).toBeCloseTo(profile.total, 9)
      for (const [i, step] of steps.entries())
        if (['pruneBelow', 'foldRecursion', 'collapse', 'groupBy', 'cut'].includes(transforms[i].kind))
          expect(step.lost).toBeCloseTo(0, 9)
      expect(Math.max(-1, ...row)).toBe(result.functions.length - 1)
      const labels = labelsOf(result)
      if (transforms.every(({ kind }) => !['groupBy', 'foldRecursion', 'collapse'].includes(kind)))
        for (const [fn, to] of row.entries()) if (to >= 0) expect(labels[to]).toBe(profile.functions.name[fn])
    }),
    { numRuns: 600 },
  )
})

test('focus and ignore are the whole, in every function and every arc', () => {
  fc.assert(
    fc.property(anyProfile(), anyMatch, (profile, match) => {
      const through = said(after(profile, { kind: 'focus', match }))
      const around = said(after(profile, { kind: 'ignore', match }))
      if (!profile.functions.name.some(name => new RegExp(match.slice(1, -1)).test(name))) return
      for (const [fact, time] of said(profile))
        if (!/ calls$|^ ->/.test(fact) && !Number.isNaN(time))
          expect((through.get(fact) || 0) + (around.get(fact) || 0)).toBeCloseTo(time, 6)
    }),
  )
})

test('where nothing is recursive, what focus keeps is what the search says is below the hits', () => {
  fc.assert(
    fc.property(anyProfile({ acyclic: true }), anyMatch, (profile, match) => {
      const { time, rows } = findMatches(profile, match) ?? { time: 0, rows: [] }
      if (rows.length === 0) return
      for (const kind of ['focus', 'showFrom'] as const)
        expect(after(profile, { kind, match }).total).toBeCloseTo(time, 9)
      expect(after(profile, { kind: 'ignore', match }).total).toBeCloseTo(profile.total - time, 9)
    }),
  )
})

test('a second time, ignore, hide and prune below change nothing', () => {
  fc.assert(
    fc.property(anyProfile(), anyMatch, fc.constantFrom('ignore', 'hide', 'pruneBelow'), (profile, match, kind) => {
      const once = after(profile, { kind, match })
      expectSame(after(once, { kind, match }), once)
    }),
  )
})

test('nor do focus and show from where no match is below another', () => {
  fc.assert(
    fc.property(
      anyProfile({ acyclic: true }),
      fc.nat(8).map(fn => `f${fn}`),
      fc.constantFrom('focus', 'showFrom'),
      (profile, match, kind) => {
        const once = after(profile, { kind, match })
        expectSame(after(once, { kind, match }), once)
      },
    ),
  )
})

test('focusing on what everything passes through changes nothing', () => {
  fc.assert(
    fc.property(anyProfile(), profile => {
      const all = after(profile, { kind: 'focus', match: '/./' })
      expectSame(all, profile)
      expectSame(after(profile, { kind: 'groupBy', by: '/.+/' }), profile)
    }),
  )
  const rooted = profileOf(`
    main 1 -> a x1, b x2
    a    2 -> c x1
    b    3 -> c x3, b x9
    c    4 -> d x1
    d    5 -> c x2`)
  expectSame(after(rooted, { kind: 'focus', match: 'main' }), rooted)
  expectSame(after(rooted, { kind: 'showFrom', match: 'main' }), rooted)
})

test('what is matched by label is that function alone, also where others share its name or another is left', () => {
  const profile = profileFrom(
    ['main', 'init', 'init', '/odd/'],
    [1, 2, 4, 8],
    [
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
    ],
  )
  const { steps, profile: result } = applyTransforms(profile, [
    { kind: 'hide', match: 'init [3]' },
    { kind: 'hide', match: 'init [3]' },
    { kind: 'focus', match: 'gone' },
    { kind: 'hide', match: '/odd/' },
  ])
  expect(steps.map(step => step.matched)).toEqual([1, 0, 0, 1])
  expect(labelsOf(result)).toEqual(['main', 'init [2]'])
  expect([...findingsOf(result).doubles.values()]).toEqual(['init [2]']) // nor is the label lost on the way to a page
})

test('a label stays with its function where the others of its name are in a group or a cycle now', () => {
  const profile = profileFrom(
    ['main', 'init', 'init', 'run'],
    [1, 2, 4, 8],
    [
      [0, 1, 1],
      [0, 2, 1],
      [2, 3, 1],
      [3, 2, 1],
    ],
  )
  for (const transform of [{ kind: 'collapse', match: 'run' }, { kind: 'foldRecursion' }] as const)
    expect(labelsOf(after(profile, transform))).toEqual(['<cycle 1: run +1>', 'init [2]', 'main'])
  expect(labelsOf(after(profile, { kind: 'groupBy', by: '/^run/' }))).toEqual(['run', 'init [3]', 'init [2]', 'main'])
})

test('names as linkers know them stay with their functions; a group has its own name', () => {
  const profile = {
    ...profileOf(`
      main    0 -> a::f() x1
      a::f()  1 -> a::g() x1
      a::g()  3
      b::h()  2`),
    symbols: ['main', '_ZN1a1fEv', '_ZN1a1gEv', '_ZN1b1hEv'],
  }
  expect(after(profile, { kind: 'hide', match: 'a::f()' }).symbols).toEqual(['_ZN1a1gEv', '_ZN1b1hEv', 'main'])
  const grouped = after(profile, { kind: 'groupBy', by: '/^a/' })
  expect([grouped.functions.name, grouped.symbols]).toEqual([
    ['a', 'b::h()', 'main'],
    ['a', '_ZN1b1hEv', 'main'],
  ])
})

test('a cycle is matched by its label', () => {
  const profile = profileOf(`
    main 1 -> a x1
    a    2 -> b x1
    b    3 -> a x1`)
  const { steps, profile: result } = applyTransforms(profile, [{ kind: 'hide', match: '<cycle 1>' }])
  expect(steps[0].matched).toBe(2)
  expect([...result.functions.self]).toEqual([6])
})

test('a broken expression changes nothing and says why', () => {
  const profile = profileOf('main 1')
  for (const transform of [
    { kind: 'focus', match: '/(/' },
    { kind: 'groupBy', by: '/(/' },
  ] as Transform[]) {
    const { profile: same, steps } = applyTransforms(profile, [transform])
    expect(same).toBe(profile)
    expect(steps[0].error?.message).toMatch(/missing closing/)
  }
})

test('a list that begins as before is not worked out again', () => {
  const profile = profileOf(`
    main 1 -> a x1
    a    2`)
  const hide = { kind: 'hide', match: 'a' } as const
  const first = after(profile, hide)
  expect(after(profile, { ...hide }, { kind: 'focus', match: 'nothing' })).toBe(first)
  expect(after(profile, { kind: 'focus', match: 'a' })).not.toBe(first)
})

test('in a cut listing, all transforms leave what can be shown, and no more time than there was', () => {
  const whole = profileOf(`
    main  1 -> gone x1, a x2
    gone  2 -> piece x1, a x1
    a     4 -> b x1
    b     8 -> a x3
    piece 1 -> leaf x2
    leaf  3`)
  const holes = cutOut(whole, ['gone'], ['piece'])
  for (const name of [...holes.functions.name, '<cycle 1>'])
    for (const kind of [...byMatch, 'collapse'] as const) {
      const { profile } = applyTransforms(holes, [{ kind, match: name }])
      expect(profile.total).toBeLessThanOrEqual(holes.total)
      const boxes = layoutFlame(profile, { cut: 1e-4, path: [] })
      expect([...boxes.start].every((start, box) => start >= 0 && start + boxes.width[box] <= 1 + 1e-9)).toBe(true)
    }
  expect(after(holes, { kind: 'focus', match: 'piece' }).total).toBe(4)
  expect(after(holes, { kind: 'groupBy', by: '/^[ab]$/' }).functions.length).toBe(6)
  expect(after(holes, { kind: 'foldRecursion' }).cycles.length).toBe(0)
  const { steps } = applyTransforms(holes, [{ kind: 'cut', arcs: [{ caller: 'a', callee: 'b' }] }])
  expect(steps[0].error?.message).toMatch(/must be whole/)
})

test('a chain of 100,000 calls and a cycle of 10,000 members overflow no stack', () => {
  const n = 100_000
  const chain = profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, () => 1),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )
  const m = 10_000
  const ring = profileFrom(
    Array.from({ length: m }, (_, i) => `f${i}`),
    Array.from({ length: m }, () => 1),
    Array.from({ length: m }, (_, i) => [i, (i + 1) % m, 1]),
  )
  for (const profile of [chain, ring]) {
    for (const kind of byMatch) {
      const { steps, profile: result } = applyTransforms(profile, [{ kind, match: '/0$/' }])
      expect(result.total + steps[0].lost).toBeCloseTo(profile.total, 3)
    }
    expect(after(profile, { kind: 'groupBy', by: '/^f\\d/' }).functions.self[0]).toBeGreaterThan(1000)
    expect(after(profile, { kind: 'foldRecursion' }).total).toBe(profile.total)
    expect(after(profile, { kind: 'collapse', match: 'f7' }).cycles.length).toBe(0)
    const arcs = [{ caller: 'f5', callee: 'f6' }]
    expect(after(profile, { kind: 'cut', arcs }).cycles.length).toBe(0)
  }
})
