// Where nothing is recursive, call paths can be listed one by one, and a transform of paths is plain to state. What
// transforms of profiles say must be what transforms of all paths add up to, each path weighted by gprof's assumption;
// and whatever the true weights of the paths are, the result must lie within the ranges.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SPONTANEOUS } from '../profile.ts'
import { boundsOf } from '../query/bounds.ts'
import { labelsOf } from '../query/names.ts'
import { anyMatch, anyProfile, type Path, pathsOf } from './laws.fixture.ts'
import { applyTransforms } from './transform.ts'

/** What becomes of one path; null if it goes. */
const ofPath: Record<
  'focus' | 'ignore' | 'hide' | 'showFrom' | 'pruneBelow',
  (path: Path, hits: RegExp) => Path | null
> = {
  focus: (path, hits) => (path.some(fn => hits.test(fn)) ? path : null),
  ignore: (path, hits) => (path.some(fn => hits.test(fn)) ? null : path),
  hide: (path, hits) => {
    const shown = path.filter(fn => !hits.test(fn))
    return shown.length > 0 ? shown : null
  },
  showFrom: (path, hits) => {
    const first = path.findIndex(fn => hits.test(fn))
    return first < 0 ? null : path.slice(first)
  },
  pruneBelow: (path, hits) => {
    const first = path.findIndex(fn => hits.test(fn))
    return first < 0 ? path : path.slice(0, first + 1)
  },
}
const kinds = Object.keys(ofPath) as (keyof typeof ofPath)[]

/** What a path is worth to: the function it ends in, all functions on it, and all calls on it. */
const factsOf = (path: Path): string[] => [
  `${path[path.length - 1]} self`,
  ...path,
  `-> ${path[0]}`,
  ...path.slice(1).map((callee, i) => `${path[i]} -> ${callee}`),
]

const anySteps = fc.array(fc.tuple(fc.constantFrom(...kinds), anyMatch), { minLength: 1, maxLength: 3 })
const small = anyProfile({ acyclic: true, functions: 8, calls: 14 })

test('what a transform says is what it makes of all call paths', () => {
  fc.assert(
    fc.property(small, anySteps, (profile, steps) => {
      // A profile tells of paths what its arcs tell, also one that was transformed; so each step is held to those before.
      const before = applyTransforms(
        profile,
        steps.slice(0, -1).map(([kind, match]) => ({ kind, match })),
      ).profile
      const [kind, match] = steps[steps.length - 1]
      const { profile: result, steps: outcome } = applyTransforms(before, [{ kind, match }])
      if (outcome[0].matched === 0) return
      const hits = new RegExp(match.slice(1, -1))
      const expected = new Map<string, number>()
      for (const { path, time } of pathsOf(before)) {
        const left = ofPath[kind](path, hits)
        if (left) for (const fact of factsOf(left)) expected.set(fact, (expected.get(fact) ?? 0) + time)
      }
      const { functions, arcs } = result
      const labels = labelsOf(result)
      const said = new Map<string, number>()
      labels.forEach((label, fn) => {
        said.set(`${label} self`, functions.self[fn])
        said.set(label, functions.self[fn] + functions.children[fn])
      })
      for (let arc = 0; arc < arcs.length; arc++) {
        const from = arcs.caller[arc] === SPONTANEOUS ? '' : `${labels[arcs.caller[arc]]} `
        said.set(`${from}-> ${labels[arcs.callee[arc]]}`, arcs.self[arc] + arcs.children[arc])
      }
      for (const fact of new Set([...expected.keys(), ...said.keys()]))
        expect(said.get(fact) ?? 0, fact).toBeCloseTo(expected.get(fact) ?? 0, 9)
    }),
    { numRuns: 300 },
  )
})

test('however the time is really split among the paths, after a transform it lies within the ranges', () => {
  fc.assert(
    fc.property(small, anySteps, (profile, steps) => {
      const { profile: result, steps: outcome } = applyTransforms(
        profile,
        steps.map(([kind, match]) => ({ kind, match })),
      )
      const effective = steps.filter((_, i) => outcome[i].matched > 0)
      const paths = pathsOf(profile).map(({ path }) => {
        let left: Path | null = path
        for (const [kind, match] of effective) left &&= ofPath[kind](left, new RegExp(match.slice(1, -1)))
        return { spent: path[path.length - 1], left }
      })
      const { functions, selfRange } = result
      const { certain, most } = boundsOf(result)
      for (let fn = 0; fn < functions.length; fn++) {
        const name = functions.name[fn]
        let [least, greatest, leastSelf, greatestSelf] = [0, 0, 0, 0]
        for (const [row, spent] of profile.functions.name.entries()) {
          const time = profile.functions.self[row]
          const ways = paths.filter(path => path.spent === spent)
          if (ways.every(({ left }) => left?.includes(name))) least += time
          if (ways.some(({ left }) => left?.includes(name))) greatest += time
          if (ways.every(({ left }) => left?.at(-1) === name)) leastSelf += time
          if (ways.some(({ left }) => left?.at(-1) === name)) greatestSelf += time
        }
        expect(certain[fn]).toBeLessThanOrEqual(least + 1e-9)
        expect(most[fn]).toBeGreaterThanOrEqual(greatest - 1e-9)
        if (!selfRange) continue
        expect(selfRange.least[fn]).toBeLessThanOrEqual(leastSelf + 1e-9)
        expect(selfRange.most[fn]).toBeGreaterThanOrEqual(greatestSelf - 1e-9)
      }
    }),
    { numRuns: 300 },
  )
})
