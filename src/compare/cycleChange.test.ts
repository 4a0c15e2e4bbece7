import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_CYCLE } from '../profile.ts'
import { membersOf } from '../query/entry.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { bothProfiles } from './bothProfiles.ts'
import { comparedOf } from './comparedSides.fixture.ts'
import { compareSides } from './compareSides.ts'
import { cycleChange } from './cycleChange.ts'

const straight = 'main 1 -> a x1\na 1 -> b x1\nb 1 -> c x1\nc 1'
const two = 'main 1 -> a x1\na 1 -> b x1\nb 1 -> a x1, c x1\nc 1'
const three = 'main 1 -> a x1\na 1 -> b x1\nb 1 -> c x1\nc 1 -> a x1'

function change(before: string, after: string) {
  const { profile, compared } = comparedOf(before, after)
  const { joined, left, outside, ...rest } = cycleChange(profile, compared, 0)
  const names = (rows: number[]) =>
    rows
      .map(fn => profile.functions.name[fn])
      .sort()
      .join(' ')
  return { ...rest, joined: names(joined), left: names(left), outside: names(outside) }
}

test('a cycle that both sides have is told from one that is new, gone, or has other members', () => {
  const none = { joined: '', left: '', outside: '' }
  expect(change(three, three)).toEqual({ kind: 'both', cycles: { a: 1, b: 1 }, ...none })
  expect(change(straight, three)).toEqual({ kind: 'new', cycles: { a: 0, b: 1 }, ...none, joined: 'a b c' })
  expect(change(three, straight)).toEqual({ kind: 'gone', cycles: { a: 1, b: 0 }, ...none, left: 'a b c' })
  expect(change(two, three)).toEqual({ kind: 'changed', cycles: { a: 1, b: 1 }, ...none, joined: 'c' })
})

test('a cycle that only the calls of both together close is one of neither side', () => {
  const back = 'main 1 -> b x1\nb 1 -> a x1\na 1'
  const forth = 'main 1 -> a x1\na 1 -> b x1\nb 1'
  expect(change(back, forth)).toMatchObject({ kind: 'neither', cycles: { a: 0, b: 0 }, outside: 'a b' })
  // Before, a and b are a cycle of their own; the calls of the one after join c to them, which none of them calls back there.
  const onward = 'main 1 -> c x1\nc 1 -> a x1\na 1 -> b x1\nb 1'
  expect(change(two, onward)).toMatchObject({ kind: 'gone', cycles: { a: 1, b: 0 }, left: 'a b', outside: 'c' })
})

test('several cycles of one side may be one of both', () => {
  const apart = 'main 1 -> a x1\na 1 -> b x1\nb 1 -> a x1, c x1\nc 1 -> d x1\nd 1 -> c x1'
  const closed = `${apart}, a x1`
  expect(change(apart, closed)).toMatchObject({ kind: 'changed', cycles: { a: 2, b: 1 }, joined: '', left: '' })
})

test('swapped sides mirror it, and of one profile with itself each cycle is the same', () => {
  fc.assert(
    fc.property(anyProfile(), anyProfile(), (one, other) => {
      const { profile, ...sides } = bothProfiles(one, other)
      const compared = compareSides(sides, 'time')
      for (let cycle = 0; cycle < profile.cycles.length; cycle++) {
        const found = cycleChange(profile, compared, cycle)
        const mirrored = cycleChange(profile, { a: compared.b, b: compared.a }, cycle)
        expect([mirrored.joined, mirrored.left, mirrored.outside]).toEqual([found.left, found.joined, found.outside])
        const inBoth = membersOf(profile, cycle).filter(
          fn => compared.a.cycle[fn] !== NO_CYCLE && compared.b.cycle[fn] !== NO_CYCLE,
        )
        const apart = found.joined.length + found.left.length + found.outside.length
        expect(inBoth.length + apart).toBe(membersOf(profile, cycle).length)
      }
      const twice = bothProfiles(one, one)
      const same = compareSides(twice, 'time')
      for (let cycle = 0; cycle < twice.profile.cycles.length; cycle++)
        expect(cycleChange(twice.profile, same, cycle).kind).toBe('both')
    }),
  )
})
