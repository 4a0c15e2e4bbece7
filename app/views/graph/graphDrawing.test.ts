import { expect, test } from 'vitest'
import { chooseGraph, readProfile } from '../../../src/index.ts'
import { en } from '../../messages/en.ts'
import { drawGraph } from './graphDrawing.ts'
import type { PlacedDrawing } from './useGraphLayout.ts'
import { walk } from './walkGraph.ts'

const listing = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls   s/call   s/call  name
 60.00      0.60     0.60       10     0.06     0.06  count
 20.00      0.80     0.20        1     0.20     0.74  sell
 10.00      0.90     0.10        7     0.01     0.01  ping
 10.00      1.00     0.10        5     0.02     0.02  pong

\t\t     Call graph


granularity: each sample hit covers 4 byte(s) for 1.00% of 1.00 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    1.00                 main [1]
                0.20    0.54       1/1           sell [2]
                0.20    0.00       3/3           ping <cycle 1> [4]
                0.00    0.06       1/1           idle [5]
-----------------------------------------------
                0.20    0.54       1/1           main [1]
[2]     74.0    0.20    0.54       1         sell [2]
                0.54    0.00       9/10          count [3]
-----------------------------------------------
                0.06    0.00       1/10          idle [5]
                0.54    0.00       9/10          sell [2]
[3]     60.0    0.60    0.00      10         count [3]
-----------------------------------------------
[7]     20.0    0.20    0.00       3+9       <cycle 1 as a whole> [7]
                0.10    0.00       7             ping <cycle 1> [4]
                0.10    0.00       5             pong <cycle 1> [6]
-----------------------------------------------
                                   4             pong <cycle 1> [6]
                0.20    0.00       3/3           main [1]
[4]     10.0    0.10    0.00       7         ping <cycle 1> [4]
                                   5             pong <cycle 1> [6]
-----------------------------------------------
                0.00    0.06       1/1           main [1]
[5]      6.0    0.00    0.06       1         idle [5]
                0.06    0.00       1/10          count [3]
-----------------------------------------------
                                   5             ping <cycle 1> [4]
[6]     10.0    0.10    0.00       5         pong <cycle 1> [6]
                                   4             ping <cycle 1> [4]
-----------------------------------------------
`

const result = await readProfile([{ name: 'listing', blob: new Blob([listing]) }])
if (!result.ok) throw new Error(result.errors[0].message)
const [profile] = result.value
const row = (name: string) => profile.functions.name.indexOf(name)
const drawing = drawGraph(profile, chooseGraph(profile, { minShare: 0, pinned: [] }), {
  direction: 'down',
  nameOf: fn => profile.functions.name[fn],
  words: en,
})
const node = (name: string) => drawing.nodes.get(row(name))!
const kindOf = (from: string, to: string) =>
  drawing.edges.find(({ caller, callee }) => caller === row(from) && callee === row(to))?.kind

test('a node says its name, self and total share, and calls', () => {
  expect(node('count').description).toBe('count, self 60.0\u202f%, total 60.0\u202f%, 10 calls')
  expect([node('sell').left, node('sell').right]).toEqual(['20.0\u202f%', '74.0\u202f%'])
  expect(node('main').description).toMatch(/calls not recorded$/)
})

test('the colour of a node follows its self time, in steps', () => {
  expect(['main', 'ping', 'sell', 'count'].map(name => node(name).heat)).toEqual([0, 3, 4, 5])
})

test('an arc is exact where it holds all calls of its callee, assumed where others call it too', () => {
  expect(kindOf('main', 'ping')).toBe('exact')
  expect(kindOf('sell', 'count')).toBe('assumed')
})

test('a function without self time and with one callee needs one line only', () => {
  expect([node('idle').compact, node('idle').height]).toEqual([true, 22])
  expect([node('sell').compact, node('sell').height]).toEqual([false, 40])
})

test('a cycle is titled as gprof does, with its calls from outside and inside; inside, no time flows', () => {
  expect(drawing.cycles.get(0)).toMatchObject({ title: 'cycle 1 as a whole', calls: '3+9 calls' })
  expect([kindOf('ping', 'pong'), kindOf('pong', 'ping')]).toEqual(['inner', 'inner'])
})

test('a width never tells more than the time: 1 px for none, 3.6 more for all', () => {
  const width = (from: string, to: string) =>
    drawing.edges.find(({ caller, callee }) => caller === row(from) && callee === row(to))?.width
  expect(width('ping', 'pong')).toBe(1)
  expect(width('main', 'sell')).toBeCloseTo(1 + 3.6 * 0.74, 9)
})

test('arrow keys walk to the heaviest caller and callee, and across the rank', () => {
  const at = (name: string, x: number, y: number) => ({ fn: row(name), x, y, width: 92, height: 40 })
  const placed: PlacedDrawing = {
    drawing,
    placement: {
      width: 300,
      height: 300,
      nodes: [at('main', 100, 20), at('sell', 50, 100), at('idle', 200, 110), at('count', 100, 180)],
      sums: [],
      edges: [],
      cycles: [],
    },
  }
  expect(walk(placed, row('main'), 'ArrowDown')).toBe(row('sell'))
  expect(walk(placed, row('count'), 'ArrowUp')).toBe(row('sell'))
  expect(walk(placed, row('sell'), 'ArrowRight')).toBe(row('idle'))
  expect(walk(placed, row('sell'), 'ArrowLeft')).toBe(-1)
  expect(walk(placed, row('main'), 'ArrowUp')).toBe(-1)
})
