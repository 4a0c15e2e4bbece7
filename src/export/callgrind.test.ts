import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileFrom, profileOf } from '../profile.fixture.ts'
import { type Profile, SPONTANEOUS } from '../profile.ts'
import { labelsOf } from '../query/names.ts'
import { anyProfile, anyTransform } from '../transform/laws.fixture.ts'
import { applyTransforms } from '../transform/transform.ts'
import { toCallgrind } from './callgrind.ts'

test('each function has what it cost itself, then its calls with all that they cost', () => {
  const ring = profileOf(`
    main 0.5 -> a x1
    a    0.25 -> b x3, a x2
    b    0.125 -> a x2`)
  expect(toCallgrind([ring])).toBe(`# callgrind format
version: 1
creator: Arcflame
part: 1
cmd: drawn
desc: From a gprof profile. gprof has no time for calls within a cycle: they cost nothing here.
positions: line
event: ns : Nanoseconds
events: ns
summary: 875000000

fl=???
fn=(1) main
0 500000000
cfn=(2) a
calls=1 0
0 375000000

fn=(2)
0 250000000
cfn=(3) b
calls=3 0
0 0
cfn=(2)
calls=2 0
0 0

fn=(3)
0 125000000
cfn=(2)
calls=2 0
0 0

`)
})

/** Reads what the manual says of the format, as far as it is used: costs and calls by name. */
function read(text: string) {
  const names = new Map<string, string>()
  const named = (words: string) => {
    const [, number = '', name = ''] = /^\((\d+)\) ?(.*)$/.exec(words) ?? []
    expect(name === '' || !names.has(number)).toBe(true)
    if (name !== '') names.set(number, name)
    return names.get(number)!
  }
  const self = new Map<string, number>()
  const calls = new Map<string, { count: number; cost: number }>()
  let [fn, callee, count, summary] = ['', '', 0, 0]
  for (const line of text.split('\n')) {
    const [, key = '', words = ''] = /^(\w+)[=:] ?(.*)$/.exec(line) ?? []
    if (key === 'fn') fn = named(words)
    else if (key === 'cfn') callee = named(words)
    else if (key === 'summary') summary += Number(words)
    else if (key === 'calls') count = Number(words.split(' ')[0])
    else if (/^0 \d+$/.test(line)) {
      const cost = Number(line.slice(2))
      if (count > 0) calls.set(`${fn} > ${callee}`, { count, cost })
      else self.set(fn, (self.get(fn) ?? 0) + cost)
      count = 0
    } else expect(line).toMatch(/^(#.*|fl=\?\?\?|(version|creator|part|cmd|desc|positions|event|events): .*|)$/)
  }
  return { self, calls, summary }
}

function expectKept(profile: Profile) {
  const { functions, arcs, total } = profile
  const names = labelsOf(profile)
  const { self, calls, summary } = read(toCallgrind([profile]))
  expect([...self]).toEqual(names.map((name, fn) => [name, Math.round(functions.self[fn] * 1e9)]))
  expect(Math.abs(summary - total * 1e9)).toBeLessThanOrEqual(functions.length)
  const known = [...arcs.caller.keys()].filter(arc => arcs.caller[arc] !== SPONTANEOUS)
  expect(calls.size).toBe(known.length)
  for (const arc of known) {
    const call = calls.get(`${names[arcs.caller[arc]]} > ${names[arcs.callee[arc]]}`)!
    expect(call.count).toBe(Math.max(1, Math.round(arcs.count[arc])))
    expect(call.cost).toBe(Math.round((arcs.self[arc] + arcs.children[arc] || 0) * 1e9))
  }
}

test('self times, counts and times of calls come back, each rounded once', () => {
  fc.assert(
    fc.property(anyProfile(), fc.option(anyTransform), (given, transform) =>
      expectKept(applyTransforms(given, transform ? [transform] : []).profile),
    ),
  )
})

test('calls that are known from the code alone are not there', () => {
  const { calls } = read(toCallgrind([profileOf('main 1 -> a x0, b x2')]))
  expect([...calls]).toEqual([['main > b', { count: 2, cost: 0 }]])
})

test('several profiles are parts, which share numbers of names', () => {
  const text = toCallgrind([profileOf('main 1 -> a x1'), { ...profileOf('main 2'), title: 'two\nlines' }])
  expect(text.match(/^(part|cmd|fn|cfn).*$/gm)).toEqual([
    'part: 1',
    'cmd: drawn',
    'fn=(1) main',
    'cfn=(2) a',
    'fn=(2)',
    'part: 2',
    'cmd: two lines',
    'fn=(3) main',
  ])
  expect(read(text).summary).toBe(3e9)
})

test('a name is one line, and what it looks like means nothing', () => {
  const name = ['(2) calls=3', 'fn=x\n0 17', '', '  ']
  const { self } = read(toCallgrind([profileFrom(name, [1, 2, 3, 0], [])]))
  expect([...self.keys()]).toEqual(['(2) calls=3', 'fn=x 0 17', '???'])
})

test('other units are counted in millionths, and what is unknown costs nothing', () => {
  const given = profileOf('main 1.5')
  const text = toCallgrind([{ ...given, unit: 'cycles' }])
  expect(text).toContain('event: millionths : Millionths of cycles\nevents: millionths\nsummary: 1500000\n')
  given.functions.self.fill(Number.NaN)
  expect(read(toCallgrind([given])).self.get('main')).toBe(0)
})
