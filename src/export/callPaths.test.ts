import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainOf, cutOut, layersOf, profileFrom, profileOf } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { anyProfile, anyTransform } from '../transform/laws.fixture.ts'
import { measureBy } from '../transform/measure.ts'
import { applyTransforms } from '../transform/transform.ts'
import { callPaths, type PathTable } from './callPaths.ts'

/** `main;a;f 3`: each path with what was spent at its end. */
const drawn = ({ length, parent, frame, names, own: [own] }: PathTable) => {
  const paths: string[] = []
  for (let row = 0; row < length; row++) {
    paths.push(parent[row] < 0 ? names[frame[row]] : `${paths[parent[row]]};${names[frame[row]]}`)
  }
  return paths.map((path, row) => `${path} ${Number(own[row].toPrecision(9))}`).filter(path => !path.endsWith(' 0'))
}

test('paths are those of the flame chart, cycles as a whole', () => {
  const profile = profileOf(`
    main 1 -> a x1, b x1
    a    1 -> f x3
    b    4 -> f x1, ring x1
    ring 1 -> rung x2
    rung 2 -> ring x9
    f    4`)
  expect(drawn(callPaths(profile, ['time'])!)).toEqual([
    'main 1',
    'main;b 4',
    'main;a 1',
    'main;b;f 1',
    'main;a;f 3',
    'main;b;<cycle 1>;rung 2',
    'main;b;<cycle 1>;ring 1',
  ])
})

test('by calls, a path has as many as its last frame was called on it', () => {
  const profile = profileOf(`
    main 1 -> a x2, main x3
    a    1 -> f x6`)
  expect(drawn(callPaths(profile, ['calls'])!)).toEqual(['main 4', 'main;a 2', 'main;a;f 6'])
})

/** What a reader of stacks adds up: at the end of a path, anywhere on it, and from one frame to the next, each once a path. */
function sumsOf({ length, parent, frame, names, own }: PathTable, measure: number) {
  const flat = new Float64Array(names.length)
  const cum = new Float64Array(names.length)
  const calls = new Map<string, number>()
  for (let row = 0; row < length; row++) {
    const spent = own[measure][row]
    flat[frame[row]] += spent
    for (let at = row; at >= 0; at = parent[at]) {
      cum[frame[at]] += spent
      const call = `${parent[at] < 0 ? SPONTANEOUS : frame[parent[at]]} ${frame[at]}`
      calls.set(call, (calls.get(call) ?? 0) + spent)
    }
  }
  return { flat, cum, calls }
}

/** Sums over the paths are the profile's figures. */
function expectExact(profile: Profile, paths: PathTable, measure: number) {
  const { functions, arcs, cycles, total } = profile
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-8 * Math.max(1, total))
  const { flat, cum, calls } = sumsOf(paths, measure)
  functions.self.forEach((self, fn) => {
    close(flat[fn], self)
    close(cum[fn], self + functions.children[fn])
  })
  for (let cycle = 0; cycle < cycles.length; cycle++) {
    expect(flat[functions.length + cycle]).toBe(0)
    close(cum[functions.length + cycle], cycles.self[cycle] + cycles.children[cycle])
  }
  const ofArcs = new Map<string, number>()
  for (let arc = 0; arc < arcs.length; arc++) {
    const time = arcs.self[arc] + arcs.children[arc]
    if (!(time > 0)) continue
    const cycle = functions.cycle[arcs.callee[arc]]
    const call = `${arcs.caller[arc]} ${cycle === NO_CYCLE ? arcs.callee[arc] : functions.length + cycle}`
    ofArcs.set(call, (ofArcs.get(call) ?? 0) + time)
  }
  for (const [call, time] of ofArcs) close(calls.get(call) ?? 0, time)
}

test('sums over the paths are those of the profile, by function and by call', () => {
  fc.assert(
    fc.property(anyProfile(), fc.option(anyTransform), (given, transform) => {
      const { profile } = applyTransforms(given, transform ? [transform] : [])
      const paths = callPaths(profile, ['time', 'calls'])!
      expectExact(profile, paths, 0)
      expectExact(measureBy(profile, 'calls').profile, paths, 1)
    }),
  )
})

test('so they are where a chart leaves much off', () => {
  const layers = layersOf(5)
  const paths = callPaths(layers, ['time', 'calls'], 20_000)!
  expectExact(layers, paths, 0)
  expectExact(measureBy(layers, 'calls').profile, paths, 1)
  expect(paths.depth.filter((_, row) => paths.own[1][row] > 0).length).toBeLessThan(2000)
})

test('in a listing with holes, what the chart leaves off is a frame, and no time is lost', () => {
  fc.assert(
    fc.property(anyProfile(), given => {
      const profile = cutOut(given, ['f1', 'f3'], [])
      const { own } = callPaths(profile, ['time'])!
      expect(own[0].reduce((sum, time) => sum + time, 0)).toBeCloseTo(profile.total, 6)
    }),
  )
  const many = Array.from({ length: 2000 }, (_, i) => `f${i}`)
  const whole = profileFrom(
    ['main', 'cut', 'deep', ...many],
    [1e4, 1, 5, ...many.map(() => 1e-3)],
    [[0, 1, 1], [1, 2, 1], ...many.map((_, i) => [0, i + 3, 1] as [number, number, number])],
  )
  expect(drawn(callPaths(cutOut(whole, ['cut'], ['deep']), ['time'])!)).toEqual([
    'main 10000',
    'main;cut 1',
    'main;cut;<not in this listing>;deep 5',
    'main;(more) 2',
  ])
})

test('what printed times lack by rounding is not lost either', () => {
  const exact = profileOf('main 1 -> a x1\n a 2')
  const printed: Profile = {
    ...exact,
    times: 'printed',
    functions: { ...exact.functions, children: Float64Array.of(2.01, 0) },
    arcs: { ...exact.arcs, children: exact.arcs.children.map(time => (time > 0 ? 2.01 : time)) },
    total: 3.01,
  }
  expect(drawn(callPaths(printed, ['time'])!)).toEqual(['main 1.01', 'main;a 2'])
})

test('paths that cannot be told one by one are not told', () => {
  const n = 10_000
  const chain = chainOf(n)
  expect(callPaths(chain, ['time'])!.length).toBe(n)
  chain.functions.self.fill(1)
  const names = chain.functions.name
  const costly = profileFrom(
    names,
    names.map(() => 1),
    names.slice(1).map((_, i) => [i, i + 1, 1]),
  )
  expect(callPaths(costly, ['time'])).toBeNull()
})
