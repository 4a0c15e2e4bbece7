import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import {
  addTransform,
  choose,
  clearTransforms,
  lightWay,
  lookAround,
  lookAroundAt,
  openAt,
  pointCalls,
  removeTransform,
  showFrom,
  showMost,
  store,
  tidyGraph,
  toggleFold,
} from './store.ts'
import { parseView, printView } from './url.ts'
import { initialView } from './view.ts'

beforeEach(() => store.setState({ view: initialView }))

const view = () => store.getState().view

test('opening more at the same place counts up, and opening below a folded function unfolds it', () => {
  openAt('main', 'callees')
  openAt('main', 'callers')
  openAt('main', 'callees')
  expect(view().opened).toEqual([
    { fn: 'main', side: 'callees', count: 12 },
    { fn: 'main', side: 'callers', count: 6 },
  ])
  toggleFold('main')
  openAt('main', 'callees')
  expect(view().folded).toEqual([])
  expect(view().opened[0].count).toBe(12)
})

test('one of two chips that are alike is taken back by its place', () => {
  addTransform({ kind: 'hide', match: 'a' })
  addTransform({ kind: 'focus', match: 'b' })
  addTransform({ kind: 'hide', match: 'a' })
  removeTransform(0)
  expect(view().transforms).toEqual([
    { kind: 'focus', match: 'b' },
    { kind: 'hide', match: 'a' },
  ])
})

const name = fc.constantFrom('main', 'std::sort<a, b>', 'x;y+z', 'f [3]')
const side = fc.constantFrom('callers' as const, 'callees' as const)
const reach = fc.record({ callers: fc.nat(9), callees: fc.constantFrom(0, 3, Number.POSITIVE_INFINITY) })
/** Anything a person may do to the graph. */
const action: fc.Arbitrary<() => void> = fc.oneof(
  fc.tuple(name, side).map(
    ([fn, which]) =>
      () =>
        openAt(fn, which),
  ),
  name.map(fn => () => toggleFold(fn)),
  name.map(fn => () => choose(fn)),
  fc.tuple(fc.constantFrom('focus', 'ignore', 'hide', 'showFrom', 'pruneBelow', 'collapse'), name).map(
    ([kind, match]) =>
      () =>
        addTransform({ kind, match }),
  ),
  fc.nat(3).map(place => () => removeTransform(place)),
  fc.tuple(name, reach).map(
    ([fn, around]) =>
      () =>
        lookAroundAt(fn, around),
  ),
  fc.integer({ min: 10, max: 300 }).map(budget => () => showMost(budget)),
  fc.integer({ min: 1, max: 9 }).map(way => () => lightWay(way)),
  fc.constantFrom(
    () => lookAround(null),
    () => tidyGraph(),
    () => clearTransforms(),
    () => showFrom(0.02),
    () => pointCalls('right'),
  ),
)

// What is drawn follows from the profile and the view alone, so a view that comes back brings its picture back.
test('whatever was done, each step back leads to the view as it was', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), actions => {
      store.setState({ view: initialView })
      const history = actions.map(act => {
        const before = view()
        const address = printView(before)
        act()
        return { before, address }
      })
      for (const { before, address } of history.reverse()) expect(parseView(address).view).toEqual(before)
    }),
  )
})
