import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import type { Profile } from '../profile.ts'
import { chooseGraph } from './graph/chooseGraph.ts'
import { heaviestPath } from './heaviestPath.ts'

const way = (profile: Profile, to: string, minShare = 0) => {
  const fn = profile.functions.name.indexOf(to)
  const path = heaviestPath(profile, chooseGraph(profile, { minShare, pinned: [fn] }), fn)
  expect(path.arcs.length + path.elided.length).toBe(path.functions.length - 1)
  return path.functions.map(row => profile.functions.name[row]).join(' ')
}

test('goes back by the caller that passes the most time, up to a root', () => {
  const profile = profileOf(`
    main 0 -> a x1, b x1
    a    0 -> f x1
    b    0 -> f x2
    f    3`)
  expect(way(profile, 'f')).toBe('main b f')
  expect(way(profile, 'main')).toBe('main')
})

test('goes by calls where there is no time', () => {
  expect(way(profileOf('main 0 -> a x1, b x1\na 0 -> f x7\nb 0 -> f x2'), 'f')).toBe('main a f')
})

test('crosses a cycle from where its heaviest caller enters it', () => {
  const profile = profileOf(`
    main 1 -> x x1, y x1
    x    1 -> a x9
    y    1 -> c x1
    a    1 -> b x1
    b    1 -> c x1
    c    1 -> a x1`)
  expect(way(profile, 'c')).toBe('main x a b c')
  expect(way(profile, 'a')).toBe('main x a')
})

test('starts at the member that gprof takes for the root of a cycle that nobody calls', () => {
  expect(way(profileOf('a 1 -> b x1\nb 1 -> c x1\nc 1 -> a x1'), 'c')).toBe('a b c')
})

test('passes over hidden functions by their link', () => {
  expect(way(profileOf('main 100 -> a x1\na 0 -> b x1\nb 0.1'), 'b', 0.5)).toBe('main b')
})

test('takes a dashed edge where it carries more than the heaviest arc', () => {
  const profile = profileOf(`
    main 100 -> w x1, b x1
    w    0   -> f x9
    b    0   -> f x1
    f    10`)
  const [main, w, b, f] = [0, 1, 2, 3]
  const arc = (from: number, to: number) =>
    [...profile.arcs.caller.keys()].find(row => profile.arcs.caller[row] === from && profile.arcs.callee[row] === to)!
  const drawn = { arcs: [arc(main, b), arc(b, f)], elided: [{ caller: main, callee: f, time: 9 }] }
  expect(heaviestPath(profile, drawn, f).functions).toEqual([main, f])
  expect(heaviestPath(profile, { ...drawn, elided: [{ caller: main, callee: f, time: 0.5 }] }, f).functions).toEqual([
    main,
    b,
    f,
  ])
  expect(heaviestPath(profile, drawn, w).functions).toEqual([w])
})
