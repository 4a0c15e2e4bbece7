import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { readFiles } from '../readProfile.ts'
import { wordFigures } from './wordFigures.ts'

const profile = profileOf(`
  main  0.10 -> often x1, seldom x1, a x1
  often 0    -> fib x30
  seldom 0   -> fib x10
  fib   0.40 -> fib x90
  a     0.02 -> b x5
  b     0.03 -> a x4
`)
const row = (name: string) => profile.functions.name.indexOf(name)

test('without a choice, the words are shown by the function with most self time', () => {
  const { self, total, percent, calls, perCall, selfCalls, certain } = wordFigures(profile, -1)
  expect(self).toEqual({
    fn: row('fib'),
    time: 0.4,
    samples: 40,
    samplePeriod: 0.01,
    error: expect.closeTo(Math.sqrt(40) * 0.01),
  })
  expect(total).toEqual({ fn: row('fib'), self: 0.4, children: 0, total: 0.4 })
  expect(percent?.selfShare).toBeCloseTo(0.4 / 0.55)
  expect(calls).toEqual({ fn: row('fib'), calls: 40 })
  expect(perCall).toEqual({ fn: row('fib'), calls: 40, self: 0.01, total: 0.01 })
  expect(selfCalls).toEqual({ fn: row('fib'), others: 40, own: 90 })
  expect(certain?.share).toBeGreaterThan(0)
})

test('with one, by that, and by another only where it has nothing of a word', () => {
  const { self, total, percent, calls, selfCalls, index, spontaneous } = wordFigures(profile, row('often'))
  expect(self?.fn).toBe(row('fib'))
  expect(total).toEqual({ fn: row('often'), self: 0, children: expect.closeTo(0.3), total: expect.closeTo(0.3) })
  expect(percent?.fn).toBe(row('often'))
  expect(calls).toEqual({ fn: row('often'), calls: 1 })
  expect(selfCalls?.fn).toBe(row('fib'))
  expect(index).toEqual({ fn: row('often'), index: 2 })
  expect(spontaneous?.fn).toBe(row('main'))
})

test('a place is a range where samples do not tell the order', () => {
  expect(wordFigures(profile, -1).rank).toEqual({ fn: row('fib'), first: 1, last: 1, of: 6 })
  const { rank } = wordFigures(profile, row('b'))
  expect(rank?.last).toBeGreaterThan(rank?.first ?? 6)
})

test('n of m calls: the heaviest into the function, else out of it', () => {
  const into = { caller: row('often'), callee: row('fib'), here: 30, all: 40 }
  expect(wordFigures(profile, row('fib')).ofAll).toMatchObject({ ...into, time: expect.closeTo(0.3), least: 0 })
  expect(wordFigures(profile, row('seldom')).ofAll).toMatchObject({ caller: row('seldom'), here: 10, all: 40 })
  expect(wordFigures(profile, row('main')).ofAll).toMatchObject(into)
})

test('a cycle is the one that the function is in, with calls from outside and among members', () => {
  expect(wordFigures(profile, row('b')).cycle).toEqual({
    number: 1,
    members: 2,
    self: 0.05,
    children: 0,
    calls: 1,
    innerCalls: 9,
  })
})

test('what a profile does not have is shown by nothing', () => {
  const figures = wordFigures(profileOf('main 0'), -1)
  const { index, spontaneous, ...others } = figures
  expect(index).toEqual({ fn: 0, index: 1 })
  expect(spontaneous).toEqual({ fn: 0, total: 0 })
  expect(Object.values(others).every(each => each === null)).toBe(true)
})

test('functions with time and no recorded call are counted', () => {
  expect(wordFigures(profile, -1).blank).toEqual({ functions: 1 })
})

test('whatever function is chosen, total is self and children, and what lies between limits does', async () => {
  const bytes = readFileSync('public/samples/cyc.txt')
  const { result } = await readFiles([{ name: 'cyc.txt', blob: new Blob([bytes]) }])
  if (!result.ok) throw new Error('not read')
  const [{ profile: cyc }] = result.value
  fc.assert(
    fc.property(fc.integer({ min: -1, max: cyc.functions.length - 1 }), fn => {
      const { total, ofAll, self } = wordFigures(cyc, fn)
      expect(total && total.self + total.children).toBeCloseTo(total?.total ?? Number.NaN, 12)
      expect(self && self.samples * self.samplePeriod).toBeCloseTo(self?.time ?? Number.NaN, 12)
      if (!ofAll) throw new Error('there are such calls')
      expect(ofAll.here).toBeLessThan(ofAll.all)
      expect(ofAll.time).toBeGreaterThanOrEqual(ofAll.least - 1e-12)
      expect(ofAll.time).toBeLessThanOrEqual(ofAll.most + 1e-12)
    }),
  )
})
