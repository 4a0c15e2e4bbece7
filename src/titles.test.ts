import { expect, test } from 'vitest'
import { programOfTitle, saidTitle, titleOfListings, titleOfMean, titleOfRuns } from './titles.ts'

test('titles are read off as they were made, and names are left as they are', () => {
  const runs = titleOfRuns('postgres', 34)
  expect(programOfTitle(runs)).toBe('postgres')
  for (const title of [runs, titleOfMean(runs), titleOfListings(3), 'main', 'a, b', 'mean', ', mean', 'x, 1e3 runs'])
    expect(saidTitle(title).message).toBe(title)
  expect(saidTitle(titleOfMean(runs)).says).toEqual({ id: 'titleOfMean', values: { title: saidTitle(runs) } })
  expect(saidTitle(runs).says).toEqual({ id: 'titleOfRuns', values: { program: 'postgres', runs: 34 } })
  expect(saidTitle('a, b').says).toBeNull()
})
