import { expect, test } from 'vitest'
import { comparedOf } from '../../../src/compare/comparedSides.fixture.ts'
import { boxOfPath, type FlameTable, labelsOf, layoutFlame, type Profile, readProfile } from '../../../src/index.ts'
import { describeBox, factsOf } from './flameFacts.ts'
import { shownSide } from './shownSide.ts'

const listing = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls   s/call   s/call  name
 60.00      0.60     0.60        4     0.15     0.15  pq_get
 20.00      0.80     0.20        1     0.20     0.65  pq_read
 20.00      1.00     0.20        1     0.20     0.35  other

\t\t     Call graph


granularity: each sample hit covers 4 byte(s) for 1.00% of 1.00 seconds

index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    1.00                 main [1]
                0.20    0.45       1/1           pq_read [2]
                0.20    0.15       1/1           other [3]
-----------------------------------------------
                0.20    0.45       1/1           main [1]
[2]     65.0    0.20    0.45       1         pq_read [2]
                0.45    0.00       3/4           pq_get [4]
-----------------------------------------------
                0.15    0.00       1/4           other [3]
                0.45    0.00       3/4           pq_read [2]
[4]     60.0    0.60    0.00       4         pq_get [4]
-----------------------------------------------
                0.20    0.15       1/1           main [1]
[3]     35.0    0.20    0.15       1         other [3]
                0.15    0.00       1/4           pq_get [4]
-----------------------------------------------
`

interface Chart {
  profile: Profile
  table: FlameTable
  nameOf: (fn: number) => string
  at: (...path: string[]) => number
}

async function chart(cut: number, text = listing): Promise<Chart> {
  const result = await readProfile([{ name: 'listing', blob: new Blob([text]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  const profile = result.value[0]
  const table = layoutFlame(profile, { cut, path: [] })
  const labels = labelsOf(profile)
  return { profile, table, nameOf: fn => labels[fn], at: (...path) => boxOfPath(table, profile, labels, path) }
}

test('a box whose time callers share is assumed, with its range, its calls and its group', async () => {
  const { profile, table, nameOf, at } = await chart(1e-4)
  const facts = factsOf(profile, table, nameOf, at('main', 'pq_read', 'pq_get'))
  expect(facts.title).toBe('pq_get')
  expect(facts.certainty).toBe('assumed')
  expect([facts.amount, facts.least, facts.most].map(time => time.toFixed(2))).toEqual(['0.45', '0.00', '0.60'])
  expect(Object.fromEntries(facts.figures)).toEqual({
    'on this path': '≈ 450 ± 60\u202fms, 45.0\u202f%',
    'of the box it is in': '69.2\u202f%',
    'self, here': '450\u202fms',
    'in all': '600 ± 80\u202fms, 60.0\u202f%',
    called: '4 times',
    'each call': '150 ± 19\u202fms',
    'calls from here': '3 of 4',
    group: 'pq_',
  })
})

test('a box is exact when its range is narrower than half a sample; calls that are all from here stand alone', async () => {
  const { profile, table, nameOf, at } = await chart(1e-4)
  const facts = factsOf(profile, table, nameOf, at('main'))
  expect([facts.title, facts.certainty, facts.least.toFixed(2)]).toEqual(['main', 'assumed', '0.40'])
  const whole = factsOf({ ...profile, samplePeriod: 3 }, table, nameOf, at('main'))
  expect(whole.certainty).toBe('exact')
  expect(factsOf(profile, table, nameOf, at('main', 'pq_read')).figures).toContainEqual(['calls from here', '1'])
})

const small = `index % time    self  children    called     name
                                                 <spontaneous>
[1]    100.0    0.00    1.00                 main [1]
                0.50    0.00       1/1           a [2]
                0.30    0.00       1/1           b [3]
                0.20    0.00       1/1           c [4]
-----------------------------------------------
                0.50    0.00       1/1           main [1]
[2]     50.0    0.50    0.00       1         a [2]
-----------------------------------------------
                0.30    0.00       1/1           main [1]
[3]     30.0    0.30    0.00       1         b [3]
-----------------------------------------------
                0.20    0.00       1/1           main [1]
[4]     20.0    0.20    0.00       1         c [4]
-----------------------------------------------
`

test('what is too narrow to draw is told together, in a box of its own or by the box above', async () => {
  const wide = await chart(0.4, small)
  const facts = factsOf(wide.profile, wide.table, wide.nameOf, wide.at('main', '…'))
  expect(facts.title).toBe('2 more')
  expect(facts.sentence).toBe('Callees of main, too narrow to draw beside the others. A click unfolds them.')
  const { profile, table, nameOf, at } = await chart(0.25, small)
  expect(factsOf(profile, table, nameOf, at('main')).figures).toContainEqual(['not drawn', '1 callee, 200\u202fms'])
})

test('a screen reader is told name, time, share and how sure that is', async () => {
  const { profile, table, nameOf, at } = await chart(1e-4)
  expect(describeBox(profile, table, nameOf, at('main', 'pq_read', 'pq_get'))).toBe(
    'pq_get, 450\u202fms, 45.0\u202f%, assumed',
  )
})

test('of two profiles a box tells its side, both in all, and whether only its side has the path', () => {
  const { profile, compared, flame } = comparedOf(
    `
      main 0.10 -> work x10
      work 2.00`,
    `
      main 0.10 -> work x20
      work 5.00 -> emit x5
      emit 0.60`,
  )
  const table = flame('b')
  const labels = labelsOf(profile)
  const shown = shownSide(profile, table, compared, 'b')
  const told = (...path: string[]) => {
    const box = boxOfPath(table, profile, labels, path)
    const nameOf = (fn: number) => labels[fn]
    return {
      line: describeBox(profile, table, nameOf, box, shown).replaceAll('\u202f', ' '),
      ...factsOf(profile, table, nameOf, box, shown),
    }
  }
  expect(told('main', 'work').line).toBe(
    'work, 5.60 s, 98.2 %, exact, self: 2.00 s before, 5.00 s after, +3.00 s, more than chance, ' +
      'self + children: 2.00 s before, 5.60 s after, +3.60 s, more than chance, calls: 10 before, 20 after, +10',
  )
  expect(told('main', 'work').change?.sentences.join(' ')).not.toContain('New')
  const emit = told('main', 'work', 'emit')
  expect(emit.line).toContain(', exact, new path, self: 0 s before')
  expect(emit.change?.sentences[0]).toMatch(/^New path/)
  // What both have together is nobody's figure.
  expect(emit.figures.map(([name]) => name)).not.toContain('in all')
})
