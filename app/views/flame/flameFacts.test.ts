import { expect, test } from 'vitest'
import { type FlameTable, labelsOf, layoutFlame, type Profile, readProfile } from '../../../src/index.ts'
import { describeBox, factsOf } from './flameFacts.ts'

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

async function chart(cut: number): Promise<{ profile: Profile; table: FlameTable; nameOf: (fn: number) => string }> {
  const result = await readProfile([{ name: 'listing', blob: new Blob([listing]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  const profile = result.value[0]
  return { profile, table: layoutFlame(profile, { cut, path: [] }), nameOf: fn => labelsOf(profile)[fn] }
}

test('a box whose time callers share is assumed, with its range, its calls and its group', async () => {
  const { profile, table, nameOf } = await chart(1e-4)
  const facts = factsOf(profile, table, nameOf, 2) // main / pq_read / pq_get
  expect(facts.title).toBe('pq_get')
  expect(facts.certainty).toBe('assumed')
  expect([facts.time, facts.least, facts.most].map(time => time.toFixed(2))).toEqual(['0.45', '0.00', '0.60'])
  expect(Object.fromEntries(facts.figures)).toEqual({
    'on this path': '≈ 450\u202fms, 45.0\u202f%',
    'in all': '600\u202fms, 60.0\u202f%',
    'calls from here': '3 of 4',
    group: 'pq_',
  })
})

test('a box is exact when its range is narrower than half a sample; calls that are all from here stand alone', async () => {
  const { profile, table, nameOf } = await chart(1e-4)
  const facts = factsOf(profile, table, nameOf, 0)
  expect([facts.title, facts.certainty, facts.least.toFixed(2)]).toEqual(['main', 'assumed', '0.40'])
  const whole = factsOf({ ...profile, samplePeriod: 3 }, table, nameOf, 0)
  expect(whole.certainty).toBe('exact')
  expect(factsOf(profile, table, nameOf, 1).figures).toContainEqual(['calls from here', '1'])
})

test('what is too narrow to draw is told together', async () => {
  const { profile, table, nameOf } = await chart(0.4)
  const more = table.kind.indexOf(2)
  const facts = factsOf(profile, table, nameOf, more)
  expect(facts.title).toBe('1 more')
  expect(facts.sentence).toBe('Callees of main, too narrow to draw beside the others. A click unfolds them.')
})

test('a screen reader is told name, time, share and how sure that is', async () => {
  const { profile, table, nameOf } = await chart(1e-4)
  expect(describeBox(profile, table, nameOf, 2)).toBe('pq_get, 450\u202fms, 45.0\u202f%, assumed')
})
