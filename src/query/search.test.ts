import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import type { Said } from '../saying.ts'
import { findMatches } from './search.ts'
import { expressionFaults } from './sentences.ts'

const profile = profileOf(`
  main     0.1 -> SyncWait x1, send x1
  SyncWait 0.2 -> SyncWake x1, send x1
  SyncWake 0.3
  send     0.4
  idle     1.0`)
const found = (text: string) => findMatches(profile, text)
const names = (text: string) => found(text)?.rows.map(row => profile.functions.name[row])

test('plain text matches any part of a name in whatever case', () => {
  expect(names('sync')).toEqual(['SyncWake', 'SyncWait'])
})

test('text between slashes is a regular expression, in the case it is written', () => {
  expect(names('/^s/')).toEqual(['send'])
  expect(names('/^s/i')).toEqual(['send', 'SyncWake', 'SyncWait'])
})

test('a broken regular expression finds nothing and says why', () => {
  expect(found('/(/')?.error?.message).toBe('missing closing ) `(`')
  expect(names('/(/')).toEqual([])
})

test('an expression with more ways to match than can be tried is held against the longest names in no time', () => {
  const long = profileFrom(['main', `${'a'.repeat(20_000)}!`, `${'ab'.repeat(10_000)}!`], [1, 1, 1], [])
  const counts = ['/(a+)+$/', '/(a|aa)*$/', '/^(a*)*b*!$/', '/.*.*.*.*=/', '/(\\w+\\s?)*[.]$/'].map(
    text => findMatches(long, text)?.rows.length,
  )
  expect(counts).toEqual([0, 3, 1, 0, 0])
  expect(findMatches(long, '/(a|b)*a(a|b){900}=/')?.error?.message).toMatch(/too long/)
})

test('what cannot be matched in one pass is refused with the part that asks for it', () => {
  expect(found('/s(?=y)/')?.error?.message).toBe('invalid or unsupported Perl syntax `(?=`')
  expect(found('/(.)\\1/')?.error?.message).toBe('invalid escape sequence `\\1`')
})

test('expressions are written as in JavaScript', () => {
  expect(names('/\\u0053ync(?<what>Wa[^k]|\\bx)/')).toEqual(['SyncWait'])
  expect(names('/^SYNC.{3}e$/i')).toEqual(['SyncWake'])
})

test('time of a hit under another hit is counted once', () => {
  // SyncWait 0.2 + SyncWake 0.3 under it + half of send
  expect(found('sync')?.time).toBeCloseTo(0.7, 12)
  expect(found('main')?.time).toBeCloseTo(1.0, 12)
  expect(found('/./')?.time).toBeCloseTo(2.0, 12)
})

test('within a cycle a hit is worth its own time and what it calls outside', () => {
  const ring = profileOf(`
    main 0.0 -> a x1
    a    0.5 -> b x3, leaf x1
    b    0.3 -> a x2
    leaf 1.0`)
  expect(findMatches(ring, 'a')?.time).toBeCloseTo(1.8, 12) // main, by its name, holds everything
  expect(findMatches(ring, '/^a$/')?.time).toBeCloseTo(1.5, 12)
  expect(findMatches(ring, '/^[ab]$/')?.time).toBeCloseTo(1.8, 12)
  expect(findMatches(ring, '/^(b|leaf)$/')?.time).toBeCloseTo(1.3, 12)
})

test('no search takes more than all time, and matching everything takes exactly all', () => {
  const graph = fc.integer({ min: 1, max: 9 }).chain(n =>
    fc.tuple(
      fc.array(fc.nat(20), { minLength: n, maxLength: n }),
      fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 5 })), {
        maxLength: 20,
        selector: ([from, to]) => `${from} ${to}`,
      }),
      fc.array(fc.nat(n - 1), { maxLength: n }),
    ),
  )
  fc.assert(
    fc.property(graph, ([ticks, calls, wanted]) => {
      const generated = profileFrom(
        ticks.map((_, i) => `f${i}`),
        ticks,
        calls as [number, number, number][],
      )
      expect(findMatches(generated, 'f')?.time).toBeCloseTo(generated.total, 9)
      const some = findMatches(generated, `/^f(${wanted.join('|')})$/`)
      expect(some?.time).toBeLessThanOrEqual(generated.total + 1e-9)
      const selfOfHits = [...new Set(wanted)].reduce((sum, fn) => sum + ticks[fn], 0)
      expect(some?.time).toBeGreaterThanOrEqual(selfOfHits - 1e-9)
    }),
  )
})

test('what hangs below the missing part of a cut listing is counted once too', () => {
  const cut = cutOut(
    profileOf(`
      main  0.0 -> gone x1
      gone  0.0 -> piece x1
      piece 1.0`),
    ['gone'],
    ['piece'],
  )
  expect(findMatches(cut, 'piece')?.time).toBeCloseTo(1.0, 12)
  expect(findMatches(cut, '/^(main|piece)$/')?.time).toBeCloseTo(1.0, 12)
})

test('whatever the engine finds wrong with an expression is known by name', () => {
  const broken = ['[b-a]', '(a)\\1', '(?P<n', '(?', 'a**', 'a{2000}', '[a', '(', '*', '(?P<n>a)(?P<n>b)', ')']
  for (const source of broken) {
    const says = found(`/${source}/`)?.error?.says
    const id = says?.id === 'faultIn' ? (says.values.fault as Said).says?.id : says?.id
    expect([source, Object.keys(expressionFaults)]).toEqual([source, expect.arrayContaining([id])])
  }
})
