import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOut, profileFrom, profileOf } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { anyMatch, anyProfile } from '../transform/laws.fixture.ts'
import { applyTransforms } from '../transform/transform.ts'
import { isExact } from './bounds.ts'
import type { DrawnEdges } from './entrances.ts'
import { flowOf } from './flow.ts'
import { chooseGraph } from './graph/chooseGraph.ts'
import { heaviestPaths } from './heaviestPaths.ts'

const row = (profile: Profile, name: string) => profile.functions.name.indexOf(name)
const arc = (profile: Profile, from: string, to: string) =>
  [...profile.arcs.caller.keys()].find(
    each => profile.arcs.caller[each] === row(profile, from) && profile.arcs.callee[each] === row(profile, to),
  ) ?? Number.NaN

/** All arcs, as if all of the call graph were drawn. */
const allOf = ({ arcs }: Profile): DrawnEdges => ({
  arcs: [...arcs.caller.keys()].filter(
    each => arcs.caller[each] !== SPONTANEOUS && arcs.caller[each] !== arcs.callee[each],
  ),
  elided: [],
})

/** The ways to a function as text, heaviest first: `main a f 3 s`, with `=` where the time is exact. */
function waysTo(profile: Profile, to: string, graph = allOf(profile), count = 9): string[] {
  return heaviestPaths(profile, graph, row(profile, to), count).map(path => {
    expect(path.arcs.length + path.elided.length).toBe(path.functions.length - 1)
    const names = path.functions.map(each => profile.functions.name[each])
    const sign = isExact(profile, path.certain, path.most) ? '= ' : ''
    return `${names.join(' ')} ${sign}${Math.round(path.time * 1e6) / 1e6} s, x${Math.round(path.calls * 1e6) / 1e6}`
  })
}

test('ways are in the order of the time that came by them, as gprof divides it', () => {
  const profile = profileOf(`
    main 0 -> a x1, b x3
    a    1 -> f x2
    b    2 -> f x1, c x1
    c    0 -> f x1
    f    4`)
  expect(waysTo(profile, 'f')).toEqual(['main a f 2 s, x2', 'main b f 1 s, x1', 'main b c f 1 s, x1'])
  expect(waysTo(profile, 'f', allOf(profile), 2)).toHaveLength(2)
  expect(waysTo(profile, 'main')).toEqual(['main 7 s, xNaN'])
})

test('the heaviest way is that of the most time as a whole, which need not be by the heaviest caller', () => {
  const profile = profileOf(`
    main 0 -> a x1, b x1, c x1, d x1
    a    0 -> f x3
    b    0 -> m x1
    c    0 -> m x1
    d    0 -> m x1
    m    0 -> f x5
    f    8`)
  expect(waysTo(profile, 'f')[0]).toBe('main a f 3 s, x3')
})

test('a way is exact where no call had another one', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x2, c x1
    b    2 -> c x3
    c    4`)
  expect(waysTo(profile, 'b')).toEqual(['main a b 5 s, x2'])
  expect(waysTo(profile, 'c')).toEqual(['main a b c 3 s, x3', 'main a c 1 s, x1'])
  const chain = profileOf(`
    main 0 -> a x1
    a    1 -> b x2
    b    2 -> b x9`)
  expect(waysTo(chain, 'b')).toEqual(['main a b = 2 s, x2'])
  const link = { caller: row(chain, 'main'), callee: row(chain, 'b'), time: 2 }
  expect(waysTo(chain, 'b', { arcs: [], elided: [link] })).toEqual(['main b = 2 s, x2'])
})

test('calls are divided where there is no time', () => {
  expect(waysTo(profileOf('main 0 -> a x1, b x1\na 0 -> f x7\nb 0 -> f x2'), 'f')).toEqual([
    'main a f = 0 s, x7',
    'main b f = 0 s, x2',
  ])
})

test('a cycle is entered by any arc from outside, and crossed by the fewest steps', () => {
  const profile = profileOf(`
    main 1 -> x x1, y x1
    x    1 -> a x3
    y    1 -> c x1
    a    1 -> b x1
    b    1 -> c x1
    c    1 -> a x1, g x1
    g    4`)
  // Of all time in the cycle, x brought 3/4; c has 5 s of it.
  expect(waysTo(profile, 'c')).toEqual(['main x a b c 3.75 s, x3', 'main y c 1.25 s, x1'])
  expect(waysTo(profile, 'a')).toEqual(['main x a 0.75 s, x3', 'main y c a 0.25 s, x1'])
  expect(waysTo(profile, 'g')).toEqual(['main x a b c g 3 s, x0.75', 'main y c g 1 s, x0.25'])
})

test('a cycle that nobody calls begins at the member that gprof takes for its root', () => {
  expect(waysTo(profileOf('a 1 -> b x1\nb 1 -> c x1\nc 1 -> a x1'), 'c')).toEqual(['a b c = 1 s, xNaN'])
})

test('hidden functions are passed over by their link, with what it carries', () => {
  const hidden = profileOf('main 100 -> a x1\na 0 -> b x1\nb 0.1')
  const drawn = chooseGraph(hidden, { minShare: 0.5, pinned: [row(hidden, 'b')] })
  expect(waysTo(hidden, 'b', drawn)).toEqual(['main b = 0.1 s, x1'])

  const profile = profileOf(`
    main 100 -> w x1, b x1
    w    0   -> f x9
    b    0   -> f x1
    f    10`)
  const link = { caller: row(profile, 'main'), callee: row(profile, 'f'), time: 9 }
  const arcs = [arc(profile, 'main', 'b'), arc(profile, 'b', 'f')]
  expect(waysTo(profile, 'f', { arcs, elided: [link] })).toEqual(['main f 9 s, x9', 'main b f 1 s, x1'])
  // Of a link that cannot say what it carries, nothing is known.
  expect(waysTo(profile, 'f', { arcs, elided: [{ ...link, time: Number.NaN }] })).toEqual([
    'main b f 1 s, x1',
    'main f NaN s, xNaN',
  ])
})

test('a link inside a cycle is a step like any other there', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> h x1
    h    1 -> b x1
    b    2 -> a x1`)
  const link = { caller: row(profile, 'a'), callee: row(profile, 'b'), time: Number.NaN }
  expect(waysTo(profile, 'b', { arcs: [arc(profile, 'main', 'a')], elided: [link] })).toEqual(['main a b = 2 s, x1'])
})

test('a way begins where the drawing does', () => {
  const profile = profileOf(`
    main 0 -> a x1, f x1
    a    0 -> f x3
    f    4`)
  expect(waysTo(profile, 'f', { arcs: [arc(profile, 'a', 'f')], elided: [] })).toEqual(['a f 3 s, x3'])
  expect(waysTo(profile, 'f', { arcs: [], elided: [] })).toEqual(['f = 4 s, x4'])
})

test('in a cut listing, ways begin below what is missing; what its times do not tell is not made up', () => {
  const whole = profileOf(`
    main 0 -> gone x1, a x1
    gone 0 -> f x3, g x1
    a    0 -> f x1
    f    4
    g    1`)
  const holes = cutOut(whole, ['gone'], ['f'])
  expect(waysTo(holes, 'f')).toEqual(['main a f 1 s, x1'])
  expect(waysTo(holes, 'g')).toEqual(['main gone g = 1 s, x1'])
  const untold: Profile = {
    ...whole,
    arcs: {
      ...whole.arcs,
      self: whole.arcs.self.map((time, each) => (each === arc(whole, 'a', 'f') ? Number.NaN : time)),
    },
  }
  expect(waysTo(untold, 'f')).toEqual(['main gone f 3 s, x3', 'main a f NaN s, xNaN'])
})

test('an arc that closes a loop where a listing knows no cycle is not followed round', () => {
  const ring = profileOf('main 1 -> a x1\na 1 -> b x1\nb 1 -> a x1')
  const profile = { ...ring, functions: { ...ring.functions, cycle: ring.functions.cycle.map(() => NO_CYCLE) } }
  expect(waysTo(profile, 'b').map(way => way.split(' ').slice(0, 3))).toEqual([['main', 'a', 'b']])
})

/** All ways to a function, one by one: the arcs that enter it or its cycle, and so on up; and the part that came by each. */
function everyWay(profile: Profile, graph: DrawnEdges, to: number): { entered: string; part: number }[] {
  const { functions, cycles, arcs } = profile
  const isInner = (from: number, callee: number) =>
    functions.cycle[from] !== NO_CYCLE && functions.cycle[from] === functions.cycle[callee]
  const found: { entered: string; part: number }[] = []
  const climb = (fn: number, entered: number[], part: number) => {
    const cycle = functions.cycle[fn]
    const total =
      cycle === NO_CYCLE ? functions.self[fn] + functions.children[fn] : cycles.self[cycle] + cycles.children[cycle]
    const calls = (cycle === NO_CYCLE ? functions.calls[fn] : cycles.calls[cycle]) || 0
    const above = new Set([fn])
    for (const member of above)
      for (const each of graph.arcs)
        if (arcs.callee[each] === member && isInner(arcs.caller[each], member)) above.add(arcs.caller[each])
    const entrances = graph.arcs.filter(
      each => above.has(arcs.callee[each]) && !isInner(arcs.caller[each], arcs.callee[each]),
    )
    for (const each of entrances) {
      const share = total > 0 ? (arcs.self[each] + arcs.children[each]) / total : arcs.count[each] / calls
      climb(arcs.caller[each], [each, ...entered], part * share)
    }
    const root = [...arcs.caller.keys()].find(each => arcs.caller[each] === SPONTANEOUS && above.has(arcs.callee[each]))
    if (root !== undefined) {
      const share = total > 0 ? (arcs.self[root] + arcs.children[root]) / total : Number(calls === 0)
      found.push({ entered: entered.join(' '), part: part * share })
    } else if (entrances.length === 0) found.push({ entered: entered.join(' '), part })
  }
  climb(to, [], 1)
  return found.sort((a, b) => b.part - a.part)
}

const anyPlace = fc.record({
  profile: anyProfile({ functions: 7, calls: 16 }),
  fn: fc.nat(6),
  seed: fc.nat(),
  left: fc.nat(3),
})

test('of all ways in small graphs, in whole or in part, those asked for are the heaviest, in their order', () => {
  fc.assert(
    fc.property(anyPlace, fc.integer({ min: 1, max: 40 }), ({ profile, fn, seed, left }, count) => {
      const to = fn % profile.functions.length
      const all = allOf(profile)
      const graph = { ...all, arcs: all.arcs.filter(each => left === 0 || (seed >> each) % 4 !== 0) }
      const every = everyWay(profile, graph, to)
      const paths = heaviestPaths(profile, graph, to, count)
      const size = flowOf(profile).size[to]
      expect(paths.length).toBe(Math.min(count, every.length))
      for (const [i, path] of paths.entries()) {
        expect(path.time).toBeCloseTo(size * every[i].part, 9)
        if (path.calls > 0) expect(path.calls / paths[0].calls).toBeCloseTo(every[i].part / every[0].part, 6)
        expect(path.certain).toBeLessThanOrEqual(path.time)
        expect(path.most).toBeGreaterThanOrEqual(path.time)
        const steps = path.functions.slice(1).map((callee, step) => [path.functions[step], callee])
        expect(steps).toEqual(path.arcs.map(each => [profile.arcs.caller[each], profile.arcs.callee[each]]))
        expect(new Set(path.functions).size).toBe(path.functions.length)
      }
      if (count < every.length) return
      const entered = (arcs: number[]) =>
        arcs
          .filter(each => {
            const [from, callee] = [profile.arcs.caller[each], profile.arcs.callee[each]]
            return (
              profile.functions.cycle[from] === NO_CYCLE ||
              profile.functions.cycle[from] !== profile.functions.cycle[callee]
            )
          })
          .join(' ')
      expect(paths.map(path => entered(path.arcs)).sort()).toEqual(every.map(way => way.entered).sort())
      const sum = paths.reduce((time, path) => time + path.time, 0)
      expect(sum).toBeLessThanOrEqual(size + 1e-9)
      if (left === 0) expect(sum).toBeCloseTo(size, 9)
    }),
    { numRuns: 500 },
  )
})

test('after a transform, too, all ways together have the time of the function', () => {
  fc.assert(
    fc.property(
      anyPlace,
      anyMatch,
      fc.constantFrom('focus', 'ignore', 'showFrom', 'hide'),
      ({ profile, fn }, match, kind) => {
        const changed = applyTransforms(profile, [{ kind, match }]).profile
        if (changed.functions.length === 0) return
        const to = fn % changed.functions.length
        const paths = heaviestPaths(changed, allOf(changed), to, 1000)
        expect(paths.reduce((time, path) => time + path.time, 0)).toBeCloseTo(flowOf(changed).size[to], 6)
      },
    ),
  )
})

test('of 2 ** 100 ways, those asked for are found without a look at the others', () => {
  const n = 100
  const calls: [number, number, number][] = []
  for (let i = 0; i < n; i++)
    calls.push([3 * i, 3 * i + 1, 1], [3 * i, 3 * i + 2, 2], [3 * i + 1, 3 * i + 3, 1], [3 * i + 2, 3 * i + 3, 2])
  const names = Array.from({ length: 3 * n + 1 }, (_, i) => `f${i}`)
  const profile = profileFrom(
    names,
    names.map((_, i) => Number(i === 3 * n)),
    calls,
  )
  const paths = heaviestPaths(profile, allOf(profile), 3 * n, 2000)
  expect(paths.length).toBe(1000)
  expect(paths[0].functions.filter(fn => fn % 3 === 2).length).toBe(n)
  expect(paths[0].time).toBeCloseTo((2 / 3) ** n, 30)
  expect(paths[1].time / paths[0].time).toBeCloseTo(1 / 2, 9)
  expect(paths[101].time / paths[0].time).toBeCloseTo(1 / 4, 9)
})
