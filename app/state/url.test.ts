import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseView, printView } from './url.ts'
import { initialView, namings, panels, sortColumns, type View } from './view.ts'

const roundTrip = (view: View) => parseView(printView(view)).view

test('the first view prints as nothing', () => {
  expect(printView(initialView)).toBe('')
  expect(parseView('').view).toEqual(initialView)
})

test('a view reads like what it shows', () => {
  const view: View = {
    ...initialView,
    sample: 'walsender',
    fn: 'std::sort',
    zoom: ['main', 'WalSndLoop'],
    query: '/^pq_/',
  }
  expect(printView(view)).toBe('sample=walsender&fn=std::sort&zoom=main/WalSndLoop&q=/%5Epq_/')
})

test.each([
  'operator new(unsigned long)',
  'a+b & c=d % 50',
  'std::map<int, std::vector<char> >::operator[](int const&)',
  'f[abi:cxx11](int (&) [3])',
  'x/y#z?',
  'функция 関数 🔥',
  '%',
  '…',
])('the name %s survives a round trip', name => {
  const view: View = { ...initialView, fn: name, query: name, zoom: [name, 'main', name] }
  expect(roundTrip(view)).toEqual(view)
})

const name = fc.string({ unit: 'binary', maxLength: 40 }).filter(text => !/\p{Surrogate}/u.test(text))
const views: fc.Arbitrary<View> = fc.record({
  sample: name,
  file: name,
  fingerprint: fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9a-f]{8}$/)),
  part: fc.integer({ min: 1, max: 999_999 }),
  fn: name,
  zoom: fc.array(
    name.filter(text => text !== ''),
    { maxLength: 6 },
  ),
  sort: fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() }),
  query: name,
  minShare: fc.oneof(
    fc.constant(Number.NaN),
    fc.double({ min: 0, max: 1, noNaN: true }).filter(n => !Object.is(n, -0)),
  ),
  direction: fc.constantFrom('down', 'right'),
  naming: fc.constantFrom(...namings),
  panel: fc.constantFrom(null, ...panels),
  report: fc.record({ brief: fc.boolean(), only: fc.constantFrom(null, 'flat', 'graph'), unused: fc.boolean() }),
})

test('every view survives a round trip', () => {
  fc.assert(
    fc.property(views, view => {
      expect(roundTrip(view)).toEqual(view)
    }),
  )
})

test('the switches of the report are letters, as gprof has them', () => {
  const report = { brief: true, only: 'graph' as const, unused: true }
  expect(printView({ ...initialView, panel: 'report', report })).toBe('panel=report&report=bqz')
})

test('a bad value falls back alone', () => {
  const { view } = parseView('fn=main&sort=size&min=7&part=0&panel=door&zoom=a/%ZZ&profile=xyz&calls=right&report=zb')
  expect(view).toEqual({ ...initialView, fn: 'main', direction: 'right' })
})

test('whatever stands in the address, parsing gives a view', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), raw => {
      expect(Object.keys(parseView(raw).view)).toEqual(Object.keys(initialView))
    }),
  )
})

test('a link from a later version says so and still opens', () => {
  expect(parseView('v=99&fn=main')).toMatchObject({ newer: true, view: { fn: 'main' } })
})
