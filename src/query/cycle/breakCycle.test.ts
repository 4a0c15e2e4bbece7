import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../../profile.ts'
import { anyProfile } from '../../transform/laws.fixture.ts'
import { applyTransforms } from '../../transform/transform.ts'
import { labelsOf } from '../names.ts'
import { breakCycle, type CycleCut } from './breakCycle.ts'

const pairsOf = (profile: Profile, arcs: readonly number[]) =>
  arcs.map(arc => ({
    caller: labelsOf(profile)[profile.arcs.caller[arc]],
    callee: labelsOf(profile)[profile.arcs.callee[arc]],
  }))

/** A proposal as text: `a -> b, c -> a: 7 calls, 50 %, leaves 2`. */
const said = (profile: Profile, { arcs, calls, share, left, greatest }: CycleCut) => {
  const pairs = pairsOf(profile, arcs).map(({ caller, callee }) => `${caller} -> ${callee}`)
  return `${pairs.join(', ')}: ${calls} calls, ${Math.round(share * 100)} %, leaves ${left}${greatest === left ? '' : `, ${greatest} in one`}`
}

/** By cycle of the profile, how many of its members are in a cycle without some arcs, and how many in one. */
function without(profile: Profile, arcs: readonly number[], cycle: number): { left: number; greatest: number } {
  const { profile: result, row } = applyTransforms(profile, [{ kind: 'cut', arcs: pairsOf(profile, arcs) }])
  const sizes = new Map<number, number>()
  for (const [fn, to] of row.entries()) {
    const now = to < 0 ? NO_CYCLE : result.functions.cycle[to]
    if (profile.functions.cycle[fn] === cycle && now !== NO_CYCLE) sizes.set(now, (sizes.get(now) ?? 0) + 1)
  }
  return { left: [...sizes.values()].reduce((sum, size) => sum + size, 0), greatest: Math.max(0, ...sizes.values()) }
}

const innerArcs = ({ functions, arcs }: Profile, cycle: number) =>
  [...arcs.caller.keys()].filter(arc => {
    const [from, to] = [arcs.caller[arc], arcs.callee[arc]]
    return from !== SPONTANEOUS && from !== to && functions.cycle[from] === cycle && functions.cycle[to] === cycle
  })

test('the arcs of the fewest calls that break a cycle, and the one arc that does', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x90
    b    1 -> c x50, d x40, b x7
    c    1 -> a x3
    d    1 -> a x4`)
  const { whole, isLeast, single, isComplete } = breakCycle(profile, 0)
  expect(whole.map(each => said(profile, each))).toEqual([
    'd -> a, c -> a: 7 calls, 4 %, leaves 0',
    'a -> b: 90 calls, 48 %, leaves 0',
  ])
  expect([isLeast, isComplete]).toEqual([true, true])
  expect(single.map(each => said(profile, each))).toEqual([
    'a -> b: 90 calls, 48 %, leaves 0',
    'c -> a: 3 calls, 2 %, leaves 3',
    'd -> a: 4 calls, 2 %, leaves 3',
    'b -> d: 40 calls, 21 %, leaves 3',
    'b -> c: 50 calls, 27 %, leaves 3',
  ])
})

test('what leaves two cycles says how great the greater one is', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x9
    b    1 -> a x8, c x2
    c    1 -> d x9
    d    1 -> e x9
    e    1 -> c x5, a x1`)
  expect(breakCycle(profile, 0).single.map(each => said(profile, each))).toEqual([
    'c -> d: 9 calls, 21 %, leaves 2',
    'd -> e: 9 calls, 21 %, leaves 2',
    'a -> b: 9 calls, 21 %, leaves 3',
    'e -> a: 1 calls, 2 %, leaves 5, 3 in one',
    'b -> c: 2 calls, 5 %, leaves 5, 3 in one',
  ])
})

test('of two ways to break it by as many calls, that of fewer arcs; where no calls were counted, all arcs weigh the same', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x9
    b    1 -> c x1, d x1, e x1
    c    1 -> f x9
    d    1 -> f x9
    e    1 -> f x9
    f    1 -> a x3`)
  expect(breakCycle(profile, 0).whole.map(each => said(profile, each))).toEqual(['f -> a: 3 calls, 7 %, leaves 0'])
  const uncounted = { ...profile, arcs: { ...profile.arcs, count: profile.arcs.count.map(count => count * 0) } }
  expect(breakCycle(uncounted, 0).whole.map(({ arcs, calls, share }) => [arcs.length, calls, share])).toEqual([
    [1, 0, 0],
  ])
})

test('what a transform left of a cycle may hold together by no calls any more', () => {
  const profile = profileOf(`
    main 0 -> a x1, c x1
    a    1 -> b x4
    b    2 -> c x2
    c    3 -> a x5`)
  const rest = applyTransforms(profile, [{ kind: 'ignore', match: 'b' }]).profile
  expect(rest.cycles.length).toBe(1)
  expect(breakCycle(rest, 0)).toEqual({ whole: [], isLeast: true, single: [], isComplete: true })
})

test('in small cycles no fewer calls would do, no arc is cut in vain, and each single arc leaves what it says', () => {
  fc.assert(
    fc.property(anyProfile({ functions: 7, calls: 14 }), profile => {
      for (let cycle = 0; cycle < profile.cycles.length; cycle++) {
        const inner = innerArcs(profile, cycle)
        const calls = (arcs: readonly number[]) => arcs.reduce((sum, arc) => sum + profile.arcs.count[arc], 0)
        const { whole, isLeast, single, isComplete } = breakCycle(profile, cycle)
        expect([isLeast, isComplete]).toEqual([true, true])
        let [fewestCalls, fewestArcs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
        for (let set = 0; set < 1 << inner.length; set++) {
          const arcs = inner.filter((_, i) => set & (1 << i))
          if ((calls(arcs) >= fewestCalls && arcs.length >= fewestArcs) || hasCycle(profile, inner, arcs)) continue
          fewestCalls = Math.min(fewestCalls, calls(arcs))
          fewestArcs = Math.min(fewestArcs, arcs.length)
        }
        expect(whole[0].calls).toBe(fewestCalls)
        expect(Math.min(...whole.map(({ arcs }) => arcs.length))).toBe(fewestArcs)
        for (const { arcs, calls: held, share, left, greatest } of whole) {
          expect(held).toBe(calls(arcs))
          expect(share).toBeCloseTo(held / profile.cycles.innerCalls[cycle], 12)
          expect({ left, greatest }).toEqual({ left: 0, greatest: 0 })
          expect(without(profile, arcs, cycle)).toEqual({ left: 0, greatest: 0 })
          for (const kept of arcs)
            expect(
              hasCycle(
                profile,
                inner,
                arcs.filter(arc => arc !== kept),
              ),
            ).toBe(true)
        }
        const members = profile.functions.cycle.filter(each => each === cycle).length
        const breaking = inner.filter(arc => without(profile, [arc], cycle).greatest < members)
        expect(single.map(({ arcs }) => arcs[0]).sort((a, b) => a - b)).toEqual(breaking)
        for (const { arcs, left, greatest } of single) expect({ left, greatest }).toEqual(without(profile, arcs, cycle))
        expect(single.map(({ left }) => left)).toEqual(single.map(({ left }) => left).sort((a, b) => a - b))
      }
    }),
    { numRuns: 150 },
  )
})

/** Whether functions are left that call one another, when all that call none of the others are taken away in turn. */
function hasCycle({ arcs }: Profile, inner: readonly number[], cut: readonly number[]): boolean {
  let left = inner.filter(arc => !cut.includes(arc))
  for (let before = -1; before !== left.length; ) {
    before = left.length
    const callers = new Set(left.map(arc => arcs.caller[arc]))
    left = left.filter(arc => callers.has(arcs.callee[arc]))
  }
  return left.length > 0
}

/** A ring of so many functions, and calls across it. */
const ringOf = (members: number, across: [number, number, number][]) =>
  profileFrom(
    Array.from({ length: members }, (_, i) => `f${i}`),
    Array.from({ length: members }, () => 1),
    [
      ...Array.from({ length: members }, (_, i): [number, number, number] => [
        i,
        (i + 1) % members,
        1 + ((i * 7) % 50),
      ]),
      ...across,
    ],
  )

test('in greater cycles, too, the cut breaks all and cuts nothing in vain', () => {
  const across = fc
    .uniqueArray(fc.tuple(fc.nat(29), fc.nat(29), fc.integer({ min: 1, max: 99 })), {
      minLength: 30,
      maxLength: 140,
      selector: ([from, to]) => `${from} ${to}`,
    })
    .map(calls => calls.filter(([from, to]) => from !== to && (from + 1) % 30 !== to))
  fc.assert(
    fc.property(across, calls => {
      const profile = ringOf(30, calls)
      const inner = innerArcs(profile, 0)
      const { whole } = breakCycle(profile, 0)
      for (const { arcs } of whole) {
        expect(applyTransforms(profile, [{ kind: 'cut', arcs: pairsOf(profile, arcs) }]).profile.cycles.length).toBe(0)
        for (const kept of arcs)
          expect(
            hasCycle(
              profile,
              inner,
              arcs.filter(arc => arc !== kept),
            ),
          ).toBe(true)
      }
      expect(breakCycle(profile, 0)).toEqual(breakCycle(profile, 0))
    }),
    { numRuns: 3 },
  )
})

test('a ring of 20,000 members is broken by its arc of the fewest calls', () => {
  const profile = ringOf(20_000, [])
  const { whole, single } = breakCycle(profile, 0)
  expect(whole.map(({ calls, arcs }) => [calls, arcs.length])).toEqual([[1, 1]])
  expect(single.length).toBe(20)
  expect(single[0].left).toBe(0)
})

test('many members with calls in all directions come to an end', () => {
  const n = 1500
  const across: [number, number, number][] = []
  for (let i = 0; i < n; i++)
    for (const step of [31, 577, 899, 1301]) across.push([i, (i * 3 + step) % n, 1 + ((i * step) % 97)])
  const profile = ringOf(
    n,
    across.filter(([from, to]) => from !== to && (from + 1) % n !== to),
  )
  const { whole, isLeast, isComplete } = breakCycle(profile, 0)
  expect([isLeast, isComplete]).toEqual([false, false])
  const { arcs } = whole[0]
  expect(arcs.length).toBeLessThan(innerArcs(profile, 0).length / 3)
  expect(applyTransforms(profile, [{ kind: 'cut', arcs: pairsOf(profile, arcs) }]).profile.cycles.length).toBe(0)
})
