import { expect, test } from 'vitest'
import { readListings } from '../parse/gprofText.ts'
import { profileOfListing } from './joinListing.ts'

/** Self times of the functions of a flat profile; each row is percent, cumulative, self and name. */
function selfOf(...rows: string[]): number[] {
  const heading = `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls   s/call   s/call  name
`
  const bytes = new TextEncoder().encode(`${heading}${rows.join('\n')}\n`)
  return [...profileOfListing(readListings(bytes)[0], 'drawn').functions.self]
}

test('a self time is as printed where its percentage agrees', () => {
  expect(selfOf('75.00  0.75  0.75  a', '25.00  1.00  0.25  b')).toEqual([0.75, 0.25])
})

test('half a sample that was printed as a whole one is known by its percentage', () => {
  expect(selfOf('50.00  0.01  0.01  a', '25.00  0.02  0.01  b', '25.00  0.02  0.01  c')).toEqual([0.01, 0.005, 0.005])
})

test('a time that was printed as nothing is known by its percentage too', () => {
  const [a, b] = selfOf('75.00  0.02  0.02  a', '25.00  0.02  0.00  b')
  expect(a).toBeCloseTo(0.015, 4)
  expect(b).toBeCloseTo(0.005, 4)
})

test('percentages tell more of a time that is no number of half samples', () => {
  const [a] = selfOf('59.90  1.10  1.10  a', '40.10  1.83  0.73  b')
  expect(a).toBeCloseTo(0.599 * 1.83, 9)
})

test('percentages that add up to more than 100 are of a whole that is not known to the sample', () => {
  // Of 4,999 to 5,001 samples: gprof gives functions a little more than there is, as its bins are scaled.
  expect(selfOf('60.42  30.21  30.21  a', '40.06  50.24  20.03  b')).toEqual([30.21, 20.03])
})

test('percentages of some other whole are left alone', () => {
  expect(selfOf('10.00  0.75  0.75  a', '90.00  1.00  0.25  b')).toEqual([0.75, 0.25])
})
