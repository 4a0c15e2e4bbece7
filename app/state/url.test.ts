import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colourings, runOrders, type Transform } from '../../src/index.ts'
import { parseView, printView, VERSION } from './url.ts'
import {
  comparedTimes,
  costKinds,
  flameModes,
  initialView,
  measures,
  namings,
  noOrigin,
  normalisations,
  type Origin,
  panels,
  processViews,
  type Span,
  sides,
  sortColumns,
  summings,
  type View,
} from './view.ts'

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
  expect(printView(view)).toBe('v=1&sample=walsender&fn=std::sort&zoom=main/WalSndLoop&q=/%5Epq_/')
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
const match = fc.oneof(
  name.filter(text => text !== ''),
  name.map(text => `/${text}/i`),
)
const transforms: fc.Arbitrary<Transform> = fc.oneof(
  fc.record({ kind: fc.constantFrom('focus', 'ignore', 'hide', 'showFrom', 'pruneBelow', 'collapse'), match }),
  fc.constant({ kind: 'foldRecursion' } as const),
  fc.record({
    kind: fc.constant('whatIf' as const),
    match,
    becomes: fc.constantFrom(0, 0.1, 0.25, 0.333333, 0.5, 1, 'free' as const, 'inlined' as const),
  }),
  fc.record({
    kind: fc.constant('groupBy'),
    by: fc.oneof(
      fc.constantFrom('file' as const, 'namespace' as const),
      name.map((text): `/${string}` => `/${text}/`),
    ),
  }),
  fc.record({
    kind: fc.constant('cut'),
    arcs: fc.array(fc.record({ caller: name, callee: name }), { minLength: 1, maxLength: 3 }),
  }),
)
const reach = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constant(Number.POSITIVE_INFINITY))
const path = fc.array(
  name.filter(text => text !== ''),
  { maxLength: 6 },
)
const span: fc.Arbitrary<Span | null> = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .filter(([a, b]) => a !== b && !Object.is(a, -0) && !Object.is(b, -0))
    .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]),
)
const fingerprint = fc.stringMatching(/^[0-9a-f]{8}$/)
const someName = name.filter(text => text !== '')
const origins: fc.Arbitrary<Origin> = fc.oneof(
  fc.constant(noOrigin),
  someName.map(sample => ({ ...noOrigin, sample })),
  fc.array(someName, { minLength: 1, maxLength: 3 }).map(hosted => ({ ...noOrigin, hosted })),
  fc.stringMatching(/^[\w-]{1,40}$/).map(data => ({ ...noOrigin, data })),
  fc.tuple(someName, fingerprint).map(([file, own]) => ({ ...noOrigin, file, fingerprint: own })),
)
const views: fc.Arbitrary<View> = fc.record({
  sample: name,
  guide: fc.integer({ min: 0, max: 3 }),
  hosted: fc.array(
    name.filter(text => text !== ''),
    { maxLength: 3 },
  ),
  data: fc.stringMatching(/^[\w-]{0,40}$/),
  file: name,
  fingerprint: fc.oneof(fc.constant(''), fingerprint),
  part: fc.integer({ min: 1, max: 999_999 }),
  processes: fc.array(
    name.filter(text => text !== ''),
    { maxLength: 3 },
  ),
  summed: fc.constantFrom(...summings),
  processView: fc.constantFrom(...processViews),
  runOrder: fc.constantFrom(...runOrders),
  against: fc.option(
    fc.record({
      part: fc.integer({ min: 1, max: 999_999 }),
      processes: fc.array(
        name.filter(text => text !== ''),
        { maxLength: 3 },
      ),
    }),
  ),
  beside: origins,
  normalisation: fc.constantFrom(...normalisations),
  compared: fc.constantFrom(...comparedTimes),
  only: fc.constantFrom(null, ...sides),
  side: fc.constantFrom(...sides),
  fn: name,
  way: fc.integer({ min: 1, max: 99 }),
  flame: fc.constantFrom(...flameModes),
  measure: fc.constantFrom(...measures),
  zoom: path,
  span,
  zoomUp: path,
  spanUp: span,
  colouring: fc.constantFrom(null, ...colourings),
  sort: fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() }),
  query: name,
  transforms: fc.array(transforms, { maxLength: 4 }),
  budget: fc.integer({ min: 1, max: 300 }),
  opened: fc.array(
    fc.record({
      fn: name.filter(text => text !== ''),
      side: fc.constantFrom('callers', 'callees'),
      count: fc.integer({ min: 1, max: 99_999 }),
    }),
    { maxLength: 3 },
  ),
  folded: fc.array(
    name.filter(text => text !== ''),
    { maxLength: 3 },
  ),
  around: fc.oneof(fc.constant(null), fc.record({ callers: reach, callees: reach })),
  minShare: fc.oneof(
    fc.constant(Number.NaN),
    fc.double({ min: 0, max: 1, noNaN: true }).filter(n => !Object.is(n, -0)),
  ),
  direction: fc.constantFrom('down', 'right'),
  naming: fc.constantFrom(...namings),
  cost: fc.constantFrom(...costKinds),
  panel: fc.constantFrom(null, ...panels),
  doctor: fc.boolean(),
  traced: fc.oneof(
    fc.constant(null),
    fc.constant({ fn: '', caller: null }),
    fc.record({ fn: someName, caller: fc.oneof(fc.constant(null), someName) }),
  ),
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
  expect(printView({ ...initialView, panel: 'report', report })).toBe('v=1&panel=report&report=bqz')
})

test('transforms, what was opened and what was folded are read by name', () => {
  const view: View = {
    ...initialView,
    fn: 'parse',
    transforms: [
      { kind: 'focus', match: '/^parse_/' },
      { kind: 'pruneBelow', match: 'a+b;c' },
      { kind: 'groupBy', by: 'namespace' },
      { kind: 'foldRecursion' },
      { kind: 'cut', arcs: [{ caller: 'expr', callee: 'term' }] },
    ],
    budget: 80,
    opened: [{ fn: 'std::sort', side: 'callers', count: 6 }],
    folded: ['lex', 'emit'],
    around: { callers: 2, callees: Number.POSITIVE_INFINITY },
  }
  expect(printView(view)).toBe(
    'v=1&fn=parse&do=focus:/%5Eparse_/;prune:a%2Bb%3Bc;group:namespace;fold;cut:expr+term&nodes=80' +
      '&open=callers:6:std::sort&fold=lex;emit&around=2,all',
  )
  expect(roundTrip(view)).toEqual(view)
})

test('figures whose source is told are named, and what names none is left out', () => {
  const tracedIn = (fragment: string) => parseView(fragment).view.traced
  expect(tracedIn('source=all')).toEqual({ fn: '', caller: null })
  expect(tracedIn('source=fn:all')).toEqual({ fn: 'all', caller: null })
  expect(tracedIn('source=fn:%3Ccycle%201%3E')).toEqual({ fn: '<cycle 1>', caller: null })
  expect(tracedIn('source=call:main/std::sort%2F2')).toEqual({ fn: 'std::sort/2', caller: 'main' })
  for (const none of ['', 'main', 'fn:', 'call:main', 'call:main/', 'call:a/b/c', 'fn:a/b', 'fn:%'])
    expect(tracedIn(`source=${none}`), none).toBeNull()
})

test('of a list, an item that is none is left out by itself', () => {
  const { view } = parseView(
    'do=shake:me;whatif:2:f;whatif:f;whatif:cheap:f;whatif:0.5:%;focus;focus:%;hide:x;cut:a+b+c;group:size&open=callers:0:x;callees:2:y&around=1',
  )
  expect(view).toEqual({
    ...initialView,
    transforms: [{ kind: 'hide', match: 'x' }],
    opened: [{ fn: 'y', side: 'callees', count: 2 }],
  })
})

test('a bad value falls back alone', () => {
  const { view } = parseView('fn=main&sort=size&min=7&part=0&panel=door&zoom=a/%ZZ&id=xyz&calls=right&report=zb')
  expect(view).toEqual({ ...initialView, fn: 'main', direction: 'right' })
})

test('whatever stands in the address, parsing gives a view', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), raw => {
      expect(Object.keys(parseView(raw).view)).toEqual(Object.keys(initialView))
    }),
  )
})

// One of each version that was ever released, with every key it had: they are in mails and issues, and must open.
const released: [version: number, fragment: string, view: Partial<View>][] = [
  [
    0,
    'file=backend.txt&profile=0a1b2c3d&part=2&fn=work&way=3&flame=around&widths=calls&zoom=main/work&span=0.25,0.5' +
      '&up=work/main&upspan=0,0.5&colour=cycle&sort=-calls&q=/%5Epq_/&do=focus:/%5Ea/;prune:b;group:file;fold;cut:c+d' +
      '&nodes=80&min=0.01&open=callers:6:std::sort&fold=lex;emit&around=2,all&calls=right&names=raw&panel=report&report=bqz',
    {
      file: 'backend.txt',
      fingerprint: '0a1b2c3d',
      part: 2,
      fn: 'work',
      way: 3,
      flame: 'around',
      measure: 'calls',
      zoom: ['main', 'work'],
      span: [0.25, 0.5],
      zoomUp: ['work', 'main'],
      spanUp: [0, 0.5],
      colouring: 'cycle',
      sort: { column: 'calls', descending: true },
      query: '/^pq_/',
      transforms: [
        { kind: 'focus', match: '/^a/' },
        { kind: 'pruneBelow', match: 'b' },
        { kind: 'groupBy', by: 'file' },
        { kind: 'foldRecursion' },
        { kind: 'cut', arcs: [{ caller: 'c', callee: 'd' }] },
      ],
      budget: 80,
      minShare: 0.01,
      opened: [{ fn: 'std::sort', side: 'callers', count: 6 }],
      folded: ['lex', 'emit'],
      around: { callers: 2, callees: Number.POSITIVE_INFINITY },
      direction: 'right',
      naming: 'raw',
      panel: 'report',
      report: { brief: true, only: 'graph', unused: true },
    },
  ],
  [0, 'sample=walsender&fn=main', { sample: 'walsender', fn: 'main' }],
  [
    1,
    'v=1&profile=ci/42/app;ci/42/gmon.out&file=a.txt&id=0a1b2c3d&fn=work&data=QXIBAw-_',
    {
      hosted: ['ci/42/app', 'ci/42/gmon.out'],
      file: 'a.txt',
      fingerprint: '0a1b2c3d',
      fn: 'work',
      data: 'QXIBAw-_',
    },
  ],
]

test('there is a link of each version that was ever released', () => {
  const versions = new Set(released.map(([version]) => version))
  expect([...versions]).toEqual(Array.from({ length: VERSION + 1 }, (_, version) => version))
})

test.each(released)('a link of version %i opens: %s', (_, fragment, view) => {
  expect(parseView(fragment)).toEqual({ newer: false, view: { ...initialView, ...view } })
})

test('an address of a profile can be written by hand, without a version', () => {
  expect(parseView('profile=ci/42/report.txt').view.hosted).toEqual(['ci/42/report.txt'])
  expect(parseView('profile=./0a1b2c3d').view.hosted).toEqual(['./0a1b2c3d'])
})

test('a link from a later version says so and still opens', () => {
  expect(parseView('v=99&fn=main')).toMatchObject({ newer: true, view: { fn: 'main' } })
})
