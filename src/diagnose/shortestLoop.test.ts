import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../profile.fixture.ts'
import { NO_CYCLE, type Profile, SPONTANEOUS } from '../profile.ts'
import { anyProfile } from '../transform/laws.fixture.ts'
import { shortestLoop } from './shortestLoop.ts'

const membersOf = ({ functions }: Profile, cycle: number) =>
  [...functions.cycle.keys()].filter(fn => functions.cycle[fn] === cycle)

test('the fewest functions that call one another in turn, with their calls', () => {
  const profile = profileOf(`
    main 0 -> a x1
    a    1 -> b x9
    b    1 -> c x8
    c    1 -> d x7
    d    1 -> a x6, b x5`)
  expect(shortestLoop(profile, membersOf(profile, 0)).map(({ name, calls }) => `${name} x${calls}`)).toEqual([
    'b x8',
    'c x7',
    'd x5',
  ])
})

test('a function that calls itself is no loop by that', () => {
  const profile = profileOf('main 0 -> a x1\n a 1 -> a x5, b x2\n b 1 -> a x3')
  expect(shortestLoop(profile, membersOf(profile, 0)).map(({ name }) => name)).toEqual(['a', 'b'])
})

test('no other loop of any cycle is shorter, and each step is a call', () => {
  fc.assert(
    fc.property(anyProfile({ functions: 7, calls: 14 }), profile => {
      const { functions, arcs, cycles } = profile
      for (let cycle = 0; cycle < cycles.length; cycle++) {
        const members = membersOf(profile, cycle)
        const loop = shortestLoop(profile, members)
        for (const [i, { fn, calls }] of loop.entries()) {
          const next = loop[(i + 1) % loop.length].fn
          const arc = arcs.caller.findIndex((from, a) => from === fn && arcs.callee[a] === next)
          expect(arcs.count[arc]).toBe(calls)
        }
        expect(loop.length).toBe(fewest(profile, members))
        expect(loop.every(({ fn }) => functions.cycle[fn] !== NO_CYCLE)).toBe(true)
      }
    }),
  )
})

/** The least number of steps that lead from a member back to it, by the powers of the matrix of calls. */
function fewest({ arcs }: Profile, members: number[]): number {
  let reached = new Set(members.map(fn => `${fn} ${fn}`))
  for (let steps = 1; steps <= members.length; steps++) {
    const next = new Set<string>()
    for (const pair of reached) {
      const [start, at] = pair.split(' ').map(Number)
      for (let arc = 0; arc < arcs.length; arc++)
        if (arcs.caller[arc] !== SPONTANEOUS && arcs.caller[arc] === at && arcs.callee[arc] !== at)
          if (members.includes(arcs.callee[arc])) next.add(`${start} ${arcs.callee[arc]}`)
    }
    if (members.some(fn => next.has(`${fn} ${fn}`))) return steps
    reached = next
  }
  return 0
}
