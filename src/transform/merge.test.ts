import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { anyProfile, drawn, expectSame, said } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

test('functions of a group are one: their self times add up, and calls among them are calls to itself', () => {
  const { profile, row, steps } = applyTransforms(
    profileOf(`
      main      1 -> io::read x2, log x1
      io::read  2 -> io::fill x4, log x1
      io::fill  3
      log       8`),
    [{ kind: 'groupBy', by: 'namespace' }],
  )
  expect(drawn(profile)).toEqual(['log 8+0', 'io 5+4 -> io x4 NaN, log x1 4', '*14 main 1+13 -> io x2 9, log x1 4'])
  expect([...row]).toEqual([2, 1, 1, 0])
  expect([profile.functions.calls[1], profile.functions.selfCalls[1]]).toEqual([2, 4])
  expect(steps[0].matched).toBe(2)
})

test('groups that call one another are a cycle, though their functions were none', () => {
  const { profile } = applyTransforms(
    profileOf(`
      app::main  1 -> net::send x1, log x1
      net::send  2 -> net::pack x4, log x1
      net::pack  3 -> app::hook x4
      app::hook  4
      log        8`),
    [{ kind: 'groupBy', by: 'namespace' }],
  )
  expect(drawn(profile)).toEqual([
    'log 8+0',
    '*18 app 5+4 -> net x1 NaN, log x1 4',
    'net 5+4 -> net x4 NaN, log x1 4, app x4 NaN',
  ])
  expect([profile.cycles.self[0], profile.cycles.children[0]]).toEqual([10, 8])
})

test('a group may be a root for some of its functions, and called for others', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main      1 -> sig_block x1
      sig_block 2
      sig_alarm 4`),
    [{ kind: 'groupBy', by: '/^(sig)_/' }],
  )
  expect(drawn(profile)).toEqual(['*4 sig 6+0', '*3 main 1+2 -> sig x1 2'])
})

test('recursion folded: a cycle is one function named by its heaviest member, and nothing calls itself', () => {
  const { profile, steps } = applyTransforms(
    profileOf(`
      main 0 -> a x1, c x1, d x1
      a    1 -> b x4
      b    2 -> c x2, leaf x6
      c    3 -> a x5
      d    1 -> d x9
      leaf 6`),
    [{ kind: 'foldRecursion' }],
  )
  expect(drawn(profile)).toEqual([
    '<cycle 1: b +2> 6+6 -> leaf x6 6',
    'leaf 6+0',
    'd 1+0',
    '*13 main 0+13 -> <cycle 1: b +2> x2 12, d x1 1',
  ])
  expect(steps[0]).toEqual({ matched: 4, lost: 0, estimated: false, error: null, saving: null })
})

test('a cycle collapsed: it alone is one function, and other recursion stays as it is', () => {
  const profile = profileOf(`
    main 0 -> a x1, c x1, x x1, d x1
    a    1 -> b x4
    b    2 -> c x2, leaf x6, b x3
    c    3 -> a x5
    x    1 -> y x2
    y    1 -> x x1
    d    1 -> d x9
    leaf 6`)
  for (const match of ['a', 'c', '<cycle 1>', '/^[bcd]$/']) {
    const { profile: collapsed, steps, row } = applyTransforms(profile, [{ kind: 'collapse', match }])
    expect(drawn(collapsed)).toEqual([
      '<cycle 1: b +2> 6+6 -> leaf x6 6',
      'leaf 6+0',
      'x 1+0 -> y x2 NaN',
      'y 1+0 -> x x1 NaN',
      'd 1+0 -> d x9 NaN',
      '*15 main 0+15 -> <cycle 1: b +2> x2 12, x x1 2, d x1 1',
    ])
    expect(steps[0]).toEqual({ matched: 3, lost: 0, estimated: false, error: null, saving: null })
    expect([...row]).toEqual([5, 0, 0, 0, 2, 3, 4, 1])
    expect([...collapsed.functions.selfCalls]).toEqual([0, 0, 0, 0, 9, 0])
    expect([...collapsed.cycles.number]).toEqual([2])
  }
  for (const match of ['d', 'main', '<cycle 3>', 'nothing'])
    expect(applyTransforms(profile, [{ kind: 'collapse', match }]).profile).toBe(profile)
})

test('all cycles collapsed one by one, and then the self calls folded, are all recursion folded', () => {
  fc.assert(
    fc.property(anyProfile({ functions: 9, calls: 14 }), profile => {
      const one = [...profile.cycles.number].map(number => ({ kind: 'collapse', match: `<cycle ${number}>` }) as const)
      const folded = applyTransforms(profile, [{ kind: 'foldRecursion' }]).profile
      expectSame(applyTransforms(profile, [...one, { kind: 'foldRecursion' }]).profile, folded)
    }),
  )
})

test('a cycle collapsed is no longer there to be collapsed, and all else says what it said', () => {
  fc.assert(
    fc.property(anyProfile({ functions: 9, calls: 14 }), fc.nat(8), (profile, fn) => {
      const transform = { kind: 'collapse', match: `f${fn}` } as const
      const { profile: collapsed, steps } = applyTransforms(profile, [transform])
      expect(profile.cycles.length - collapsed.cycles.length).toBe(steps[0].matched > 0 ? 1 : 0)
      expect(applyTransforms(collapsed, [transform]).profile).toBe(collapsed)
      const before = said(profile)
      for (const [fact, value] of said(collapsed))
        if (before.has(fact)) expect(value || 0, fact).toBeCloseTo(before.get(fact) || 0, 9)
        else expect(fact).toMatch(/<cycle \d+: f\d \+\d>/)
    }),
  )
})

test('after folding there is nothing left to fold', () => {
  fc.assert(
    fc.property(anyProfile(), profile => {
      const folded = applyTransforms(profile, [{ kind: 'foldRecursion' }]).profile
      expect(folded.cycles.length).toBe(0)
      expect(applyTransforms(folded, [{ kind: 'foldRecursion' }]).profile).toBe(folded)
    }),
  )
})

test('what is left of a cycle stays in one, whatever groups its members are in', () => {
  const { profile } = applyTransforms(
    profileOf(`
      main 0 -> a x1, c x1
      a    1 -> b x4
      b    2 -> c x2
      c    3 -> a x5`),
    [
      { kind: 'ignore', match: 'b' },
      { kind: 'groupBy', by: '/.+/' },
    ],
  )
  expect(profile.cycles.length).toBe(1)
  expect(drawn(profile)).toEqual(['c 3+0 -> a x5 NaN', 'a 1+0', '*4 main 0+4 -> a x1 2, c x1 2'])
})
