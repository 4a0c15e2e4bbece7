import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { isRoot, visibleGraph } from './visibleGraph.ts'

const shown = (profile: Profile, minShare = Number.NaN, pins: string[] = []) => {
  const { name } = profile.functions
  const graph = visibleGraph(profile, { minShare, pinned: pins.map(pin => name.indexOf(pin)) })
  return {
    ...graph,
    names: graph.functions.map(fn => name[fn]),
    calls: graph.arcs.map(arc => `${name[profile.arcs.caller[arc]]}->${name[profile.arcs.callee[arc]]}`),
    links: graph.elided.map(({ caller, callee }) => `${name[caller]}..${name[callee]}`),
  }
}

const thousand = profileOf(`
  main  0   -> heavy x1, light x1
  heavy 990 -> leaf x9
  light 1   -> leaf x1
  leaf  9`)

test('shows the functions that reach the minimum share of the time, and counts the rest', () => {
  const graph = shown(thousand)
  expect(graph.names).toEqual(['main', 'heavy', 'leaf'])
  expect(graph.calls).toEqual(['main->heavy', 'heavy->leaf'])
  expect([graph.hidden, graph.minShare, graph.capped]).toEqual([1, 0.005, false])
  expect(graph.explained).toBeCloseTo(0.999, 12)
})

test('a share that somebody asked for is obeyed', () => {
  expect(shown(thousand, 0.5).names).toEqual(['main', 'heavy'])
  expect(shown(thousand, 0.001).names).toEqual(['main', 'heavy', 'light', 'leaf'])
})

test('an arc is shown from a fifth of the share of functions', () => {
  // light -> leaf carries 0.9 of 1,000; light 1.9 of them.
  expect(shown(thousand, 0.0018).calls).toContain('light->leaf')
  expect(shown(thousand, 0.0048, ['light']).calls).not.toContain('light->leaf')
})

test('a function that was chosen is shown with its heaviest shown caller', () => {
  expect(shown(thousand, 0.5, ['light']).calls).toEqual(['main->heavy', 'main->light'])
})

test('where all callers are hidden, a link leads from the nearest shown function above', () => {
  const profile = profileOf(`
    main 100 -> a x1
    a    0   -> b x1
    b    0   -> c x1
    c    0.1`)
  const graph = shown(profile, 0.5, ['c'])
  expect(graph.names).toEqual(['main', 'c'])
  expect(graph.links).toEqual(['main..c'])
})

test('a function whose many callers are all light is still joined to one of them', () => {
  const callers = Array.from({ length: 40 }, (_, i) => `c${i}`)
  const profile = profileOf(`
    main 0 -> ${callers.map(name => `${name} x1`).join(', ')}
    ${callers.map((name, i) => `${name} 0 -> f x${i + 1}`).join('\n')}
    f 10`)
  const graph = shown(profile, 0.9)
  expect(graph.names).toEqual(['main', 'f'])
  expect(graph.links).toEqual(['main..f'])
})

test('the time of a cycle counts for the member through which it is entered', () => {
  const profile = profileOf(`
    main 10 -> a x1
    a    1  -> b x9
    b    89 -> a x8`)
  const graph = shown(profile, 0.5)
  expect(graph.names).toEqual(['main', 'a', 'b'])
  expect(graph.calls).toEqual(['main->a', 'a->b', 'b->a'])
  expect(graph.cycles).toEqual([0])
})

test('calls of a function to itself are no arc of the picture', () => {
  expect(shown(profileOf('main 0 -> f x1\nf 1 -> f x99')).calls).toEqual(['main->f'])
})

test('a profile without any time is shown by calls', () => {
  const graph = shown(
    profileOf(`
      main 0 -> a x999, b x1
      a 0
      b 0`),
  )
  expect(graph.of).toBe('calls')
  expect(graph.names).toEqual(['main', 'a'])
  expect(graph.explained).toBeNaN()
})

test('functions that have an entry but no known time are shown', () => {
  const profile = profileOf('main 1 -> a x1, b x1\na 1\nb 1')
  const { self, children, explained } = profile.functions
  self.set([Number.NaN, Number.NaN, Number.NaN])
  children.set([Number.NaN, Number.NaN, Number.NaN])
  explained.set([1, 0, 0])
  profile.arcs.self.set([0.8, 0.001])
  profile.arcs.children.set([0, 0])
  expect(shown({ ...profile, total: 1 }).names).toEqual(['main', 'a'])
})

test('a function of unknown time is at least as heavy as what it passes on', () => {
  const profile = profileOf('a 0 -> f x9\nb 0 -> f x1\nf 1')
  const { self, children, explained } = profile.functions
  self.set([Number.NaN, Number.NaN])
  children.set([Number.NaN, Number.NaN])
  explained.set([0, 0])
  expect(shown(profile, 0.5).names).toEqual(['a', 'f'])
})

test('more functions than fit raise the minimum, and say so', () => {
  const leaves = Array.from({ length: 200 }, (_, i) => `f${i}`)
  const profile = profileOf(`
    main 0 -> ${leaves.map(name => `${name} x1`).join(', ')}
    ${leaves.map((name, i) => `${name} ${200 + i}`).join('\n')}`)
  const graph = shown(profile)
  expect(graph.functions.length).toBe(80)
  expect(graph.capped).toBe(true)
  expect(graph.minShare).toBeCloseTo(321 / profile.total, 12)
  expect(shown(profile, 0.005).functions.length).toBe(101)
})

test('a chain of 100,000 functions of the same share is cut to what can be drawn', () => {
  const n = 100_000
  const chain = profileFrom(
    Array.from({ length: n }, (_, i) => `f${i}`),
    Array.from({ length: n }, (_, i) => (i === n - 1 ? 5 : 0)),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )
  const graph = shown(chain, 0.0001)
  expect(graph.functions.length).toBeLessThanOrEqual(300)
  expect(graph.capped).toBe(true)
  expect(graph.names).toContain('f99999')
})

const generated = fc.integer({ min: 2, max: 15 }).chain(n =>
  fc.record({
    ticks: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
    calls: fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 9 })), {
      maxLength: 40,
      selector: ([from, to]) => from * n + to,
    }),
    pin: fc.nat(n - 1),
    minShare: fc.constantFrom(Number.NaN, 0.5, 0.1, 0.01, 1),
  }),
)

test('nothing hangs in the air: all but roots and pins have an edge, all edges join what is shown, pins are shown', () => {
  fc.assert(
    fc.property(generated, ({ ticks, calls, pin, minShare }) => {
      const profile = profileFrom(
        ticks.map((_, i) => `f${i}`),
        ticks,
        calls as [number, number, number][],
      )
      const { functions, arcs, elided } = visibleGraph(profile, { minShare, pinned: [pin] })
      const all = new Set(functions)
      expect(all.has(pin)).toBe(true)
      const edges = [
        ...arcs.map(arc => ({ caller: profile.arcs.caller[arc], callee: profile.arcs.callee[arc] })),
        ...elided,
      ]
      for (const { caller, callee } of edges) expect([all.has(caller), all.has(callee)]).toEqual([true, true])
      expect(new Set(edges.map(({ caller, callee }) => `${caller} ${callee}`)).size).toBe(edges.length)
      for (const fn of functions)
        if (fn !== pin && !isRoot(profile, fn))
          expect(edges.some(({ caller, callee }) => caller === fn || callee === fn)).toBe(true)
      // Where the pin has callers at all, it has one in the picture.
      if (!isRoot(profile, pin) && profile.functions.cycle[pin] < 0 && functions.length > 1)
        expect(edges.some(({ callee }) => callee === pin) || !hasShownAncestor(profile, all, pin)).toBe(true)
    }),
  )
})

function hasShownAncestor(profile: Profile, shownSet: Set<number>, fn: number): boolean {
  const seen = new Set([fn])
  const queue = [fn]
  for (const at of queue)
    for (let arc = 0; arc < profile.arcs.length; arc++) {
      const from = profile.arcs.caller[arc]
      if (profile.arcs.callee[arc] !== at || from < 0 || seen.has(from)) continue
      if (shownSet.has(from)) return true
      seen.add(from)
      queue.push(from)
    }
  return false
}
