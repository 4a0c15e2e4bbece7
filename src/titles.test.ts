import { expect, test } from 'vitest'
import {
  isTold,
  programOfTitle,
  saidTitle,
  titleOfListings,
  titleOfMean,
  titleOfProcess,
  titleOfProcesses,
} from './titles.ts'

test('titles are read off as they were made, and names are left as they are', () => {
  const sum = titleOfProcesses('postgres', 34)
  expect(programOfTitle(sum)).toBe('postgres')
  for (const title of [sum, titleOfMean(sum), titleOfListings(3), 'main', 'a, b', 'mean', ', mean', 'x, 1e3 processes'])
    expect(saidTitle(title).message).toBe(title)
  expect(saidTitle(titleOfMean(sum)).says).toEqual({ id: 'titleOfMean', values: { title: saidTitle(sum) } })
  expect(saidTitle(sum).says).toEqual({ id: 'titleOfProcesses', values: { program: 'postgres', processes: 34 } })
  expect(saidTitle('a, b').says).toBeNull()
})

test('titles in links of earlier versions are said as those of today', () => {
  expect(programOfTitle('postgres, 34 runs')).toBe('postgres')
  expect(saidTitle('postgres, 34 runs').message).toBe('postgres, 34 processes')
})

test('a process goes by what is told of it, then by its program and its name', () => {
  const file = { path: 'gprof/8723/gmon.out', name: '8723' }
  expect(titleOfProcess('walsender replica1', 'postgres gprof/8723/gmon.out', file)).toBe(
    'walsender replica1 · postgres 8723',
  )
  expect(titleOfProcess('rank 3 of 8', 'listing', { path: 'run/listing.txt', name: 'listing' })).toBe(
    'rank 3 of 8 · listing',
  )
  expect(isTold('rank 3 of 8 · listing')).toBe(true)
  expect(isTold('postgres gprof/8723/gmon.out')).toBe(false)
})
