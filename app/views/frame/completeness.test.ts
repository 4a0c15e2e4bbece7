import { expect, test } from 'vitest'
import { readProfile } from '../../../src/index.ts'
import { cellsOf, isWhole, wordsOf } from './completeness.ts'

const flat = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
 60.00      0.60     0.60        3   200.00   200.00  work
 30.00      0.90     0.30                             tick
 10.00      1.00     0.10                             main
`
const graph = `
index % time    self  children    called     name
                                                 <spontaneous>
[1]     70.0    0.10    0.60                 main [1]
                0.60    0.00       3/3           work [2]
-----------------------------------------------
                0.60    0.00       3/3           main [1]
[2]     60.0    0.60    0.00       3         work [2]
-----------------------------------------------
                                                 <spontaneous>
[3]     30.0    0.30    0.00                 tick [3]
-----------------------------------------------
`
const index = `
Index by function name

   [1] main                    [3] tick                    [2] work
`

async function profileOf(text: string) {
  const result = await readProfile([{ name: 'profile.txt', blob: new Blob([text]) }])
  if (!result.ok) throw new Error(result.errors[0].message)
  return result.value[0]
}

test('a listing with all its parts is complete, and says what share of the time is under main', async () => {
  const profile = await profileOf(flat + graph + index)
  expect(wordsOf(profile)).toBe('complete · 70.0 % under main')
  expect(cellsOf(profile).map(cell => cell.sign)).toEqual(['●', '●', '●', '◐'])
  expect(cellsOf(profile)[3].filled).toBeCloseTo(0.7)
})

test('a flat profile alone is whole for what it is', async () => {
  const profile = await profileOf(flat)
  expect(wordsOf(profile)).toBe('flat profile only')
  expect(isWhole(profile)).toBe(true)
  expect(cellsOf(profile)[1].says).toBe('not in this file')
})

test('a listing cut in its call graph is incomplete', async () => {
  const profile = await profileOf(flat + graph.slice(0, graph.indexOf('[2]     60.0')))
  expect(wordsOf(profile)).toBe('incomplete listing')
  expect(isWhole(profile)).toBe(false)
})
