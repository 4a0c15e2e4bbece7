import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../../profile.fixture.ts'
import type { Profile } from '../../profile.ts'
import { chooseGraph, type GraphOptions } from './chooseGraph.ts'

const shown = (profile: Profile, options: Partial<GraphOptions> = {}, pins: string[] = []) => {
  const { name } = profile.functions
  const graph = chooseGraph(profile, { minShare: Number.NaN, pinned: pins.map(pin => name.indexOf(pin)), ...options })
  return {
    ...graph,
    names: graph.functions.map(fn => name[fn]),
    calls: graph.arcs.map(arc => `${name[profile.arcs.caller[arc]]}->${name[profile.arcs.callee[arc]]}`),
    links: graph.elided.map(({ caller, callee }) => `${name[caller]}..${name[callee]}`),
    sumsOf: graph.sums.map(({ fn, side, functions, time }) => `${name[fn]} ${side} ${functions} ${+time.toFixed(9)}`),
  }
}
const row = (profile: Profile, name: string) => profile.functions.name.indexOf(name)
const list = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`)

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
  expect(shown(thousand, { minShare: 0.5 }).names).toEqual(['main', 'heavy'])
  expect(shown(thousand, { minShare: 0.001 }).names).toEqual(['main', 'heavy', 'light', 'leaf'])
})

test('an arc is shown from a fifth of the share of functions', () => {
  // light -> leaf carries 0.9 of 1,000; light 1.9 of them.
  expect(shown(thousand, { minShare: 0.0018 }).calls).toContain('light->leaf')
  expect(shown(thousand, { minShare: 0.0048 }, ['light']).calls).not.toContain('light->leaf')
})

test('a function that was chosen is shown with its heaviest shown caller', () => {
  expect(shown(thousand, { minShare: 0.5 }, ['light']).calls).toEqual(['main->heavy', 'main->light'])
})

test('where all callers are hidden, a dashed edge leads from the nearest shown function above', () => {
  const profile = profileOf(`
    main 100 -> a x1
    a    0   -> b x1
    b    0   -> c x1
    c    0.1`)
  const graph = shown(profile, { minShare: 0.5 }, ['c'])
  expect(graph.names).toEqual(['main', 'c'])
  expect(graph.links).toEqual(['main..c'])
  expect(graph.elided[0].time).toBeCloseTo(0.1, 12)
  expect(graph.sums).toEqual([])
})

test('a dashed edge carries what comes through all hidden functions between, the sums carry the rest', () => {
  const callers = list('c', 40)
  const profile = profileOf(`
    main 0 -> ${callers.map(name => `${name} x1`).join(', ')}
    ${callers.map((name, i) => `${name} 0.01 -> f x${i + 1}`).join('\n')}
    f 10`)
  const graph = shown(profile, { minShare: 0.9 })
  expect(graph.names).toEqual(['main', 'f'])
  expect(graph.links).toEqual(['main..f'])
  expect(graph.elided[0].time).toBeCloseTo(10, 9)
  expect(graph.sumsOf).toEqual(['main callees 40 0.4'])
})

test('the time of a cycle counts for the member through which it is entered', () => {
  const profile = profileOf(`
    main 10 -> a x1
    a    1  -> b x9
    b    89 -> a x8`)
  const graph = shown(profile, { minShare: 0.5 })
  expect(graph.names).toEqual(['main', 'a', 'b'])
  expect(graph.calls).toEqual(['main->a', 'a->b', 'b->a'])
  expect(graph.cycles).toEqual([0])
})

test('within a cycle a dashed edge has no time to state, as gprof has none', () => {
  const profile = profileOf(`
    main 10 -> a x1
    a    40 -> b x9
    b    0  -> c x9
    c    40 -> a x8`)
  const graph = shown(profile, { minShare: 0.3 })
  expect(graph.names).toEqual(['main', 'a', 'c'])
  expect(graph.links).toEqual(['a..c'])
  expect(graph.elided[0].time).toBeNaN()
  expect(graph.sumsOf).toEqual(['a callees 1 0', 'c callers 1 0'])
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
  expect(graph.sums).toEqual([{ fn: 0, side: 'callees', functions: 1, time: 0, calls: 1 }])
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
  expect(shown(profile, { minShare: 0.5 }).names).toEqual(['a', 'f'])
})

const wide = profileOf(`
  main 0 -> ${list('f', 200).map(name => `${name} x1`)}
  ${list('f', 200)
    .map((name, i) => `${name} ${400 + i}`)
    .join('\n')}`)

test('the page chooses within a budget, which what is pinned does not use up', () => {
  expect(shown(wide, { budget: 20 }).functions.length).toBe(20)
  expect(shown(wide, { budget: 20, minShare: 0 }).functions.length).toBe(201)
  expect(shown(wide).functions.length).toBe(60)
  expect(shown(wide).capped).toBe(true)
  expect(shown(wide, {}, ['f0', 'f1']).functions.length).toBe(62)
})

test('the heaviest by self time are there, however little their arcs tell', () => {
  const steps = list('step', 20)
  const profile = profileOf(`
    main 0 -> step0 x1
    ${steps.map((name, i) => `${name} 0 -> leaf${i} x1${i < 19 ? `, ${steps[i + 1]} x1` : ''}`).join('\n')}
    ${list('leaf', 20)
      .map((name, i) => `${name} ${i < 17 ? 5 : 6}`)
      .join('\n')}`)
  const leaves = shown(profile, { budget: 8 }).names.filter(name => name.startsWith('leaf'))
  expect(leaves).toEqual(['leaf0', 'leaf17', 'leaf18', 'leaf19'])
})

test('wrappers that only pass time on give way to functions where paths split', () => {
  const wrappers = list('w', 30)
  const leaves = list('leaf', 8)
  const profile = profileOf(`
    main 0 -> w0 x1
    ${wrappers.map((name, i) => `${name} 0 -> ${wrappers[i + 1] ?? 'split'} x1`).join('\n')}
    split 0 -> ${leaves.map(name => `${name} x1`)}
    ${leaves.map(name => `${name} 1`).join('\n')}`)
  const graph = shown(profile, { budget: 10 })
  expect(graph.names).toEqual(['main', 'split', ...leaves])
  expect(graph.links).toEqual(['main..split'])
  expect(graph.elided[0].time).toBeCloseTo(8, 9)
})

test('a share asked for is raised where more functions reach it than can be drawn', () => {
  const many = profileOf(`
    main 0 -> ${list('f', 400).map(name => `${name} x1`)}
    ${list('f', 400)
      .map((name, i) => `${name} ${400 + i}`)
      .join('\n')}`)
  const graph = shown(many, { minShare: 0.0001 })
  expect([graph.functions.length, graph.capped]).toEqual([300, true])
  expect(graph.minShare).toBeCloseTo(501 / many.total, 12)
})

test('a chain of 100,000 functions of the same share is cut to what can be drawn', () => {
  const n = 100_000
  const chain = profileFrom(
    list('f', n),
    Array.from({ length: n }, (_, i) => (i === n - 1 ? 5 : 0)),
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1, 1]),
  )
  const graph = shown(chain, { minShare: 0.0001 })
  expect(graph.functions.length).toBeLessThanOrEqual(300)
  expect(graph.capped).toBe(true)
  expect(graph.names).toContain('f99999')
})

test('edges stay few: the lightest that nothing hangs by become part of sums', () => {
  const names = list('f', 20)
  const profile = profileOf(
    names
      .map((name, i) => `${name} 1 -> ${names.slice(i + 1).map((to, j) => `${to} x${j + 1}`)}`.replace(/-> $/, ''))
      .join('\n'),
  )
  const graph = shown(profile, { minShare: 0 })
  expect(graph.functions.length).toBe(20)
  expect(graph.arcs.length).toBe(40)
  expect(graph.sums.length).toBeGreaterThan(20)
})

const hub = profileOf(`
  main 100 -> hub x1, other x1
  hub  0   -> a x3, b x2, c x1
  other 0  -> c x1
  a    0.3
  b    0.1 -> deep x1
  c    0.2
  deep 0.1`)

test('opening brings in the heaviest of what is hidden, and the sum shrinks by it', () => {
  const at = (count: number) =>
    shown(hub, { minShare: 0.5, opened: [{ fn: row(hub, 'hub'), side: 'callees', count }] }, ['hub'])
  expect(at(0).sumsOf).toContain('hub callees 3 0.6')
  expect(at(1).names).toEqual(['main', 'hub', 'a'])
  expect(at(2).names).toEqual(['main', 'hub', 'a', 'b'])
  expect(at(2).calls).toEqual(['main->hub', 'hub->a', 'hub->b'])
  expect(at(2).sumsOf).toEqual(['main callees 1 0.1', 'hub callees 1 0.1', 'b callees 1 0.1'])
})

test('callers open too, and what was opened can be opened further', () => {
  const fn = row(hub, 'c')
  expect(shown(hub, { minShare: 0.5, opened: [{ fn, side: 'callers', count: 9 }] }).names).toEqual([
    'main',
    'hub',
    'other',
    'c',
  ])
  const twice = shown(hub, {
    minShare: 0.5,
    opened: [
      { fn: row(hub, 'b'), side: 'callees', count: 1 },
      { fn: row(hub, 'deep'), side: 'callers', count: 1 },
    ],
  })
  expect(twice.names).toEqual(['main', 'b', 'deep'])
  expect(twice.links).toEqual(['main..b'])
})

test('a folded function hides what is reached through it alone, and shows the sum', () => {
  const folded = shown(hub, { minShare: 0, folded: [row(hub, 'hub')] })
  expect(folded.names).toEqual(['main', 'hub', 'other', 'c'])
  expect(folded.sumsOf).toEqual(['hub callees 2 0.5'])
  const both = shown(hub, { minShare: 0, folded: [row(hub, 'hub'), row(hub, 'other')] })
  expect(both.names).toEqual(['main', 'hub', 'other'])
})

test('what was pinned stays in sight when it is folded away; what was opened does not', () => {
  const fold = [row(hub, 'hub')]
  expect(shown(hub, { minShare: 0, folded: fold }, ['deep']).links).toEqual(['hub..deep'])
  const opened = [{ fn: row(hub, 'hub'), side: 'callees' as const, count: 1 }]
  expect(shown(hub, { minShare: 0.5, folded: fold, opened }).names).toEqual(['main', 'hub'])
})

test('around a function are only its callers and callees within so many calls', () => {
  const around = (callers: number, callees: number) =>
    shown(hub, { around: { fn: row(hub, 'b'), callers, callees } }).names
  expect(around(1, 1)).toEqual(['hub', 'b', 'deep'])
  expect(around(2, 0)).toEqual(['main', 'hub', 'b'])
  expect(around(0, 0)).toEqual(['b'])
})

test('around a function others weigh what they have to do with it', () => {
  const profile = profileOf(`
    main 0 -> job x1, bulk x1
    bulk 0 -> shared x99
    job  5 -> own x1, shared x1
    own  4
    shared 100`)
  const around = { fn: row(profile, 'job'), callers: 1, callees: 1 }
  expect(shown(profile, { budget: 3, around }).names).toEqual(['main', 'job', 'own'])
  expect(shown(profile, { minShare: 0.03, around }).names).toEqual(['main', 'job', 'own'])
})

test('what is opened around a function may lie further away', () => {
  const opened = [{ fn: row(hub, 'hub'), side: 'callees' as const, count: 1 }]
  const graph = shown(hub, { around: { fn: row(hub, 'b'), callers: 1, callees: 0 }, opened })
  expect(graph.names).toEqual(['hub', 'a', 'b'])
  expect(graph.sumsOf).toContain('hub callers 1 0.6')
})
