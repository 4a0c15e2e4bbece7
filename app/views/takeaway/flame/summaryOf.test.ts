import { expect, test } from 'vitest'
import { layoutFlame, type Measure } from '../../../../src/index.ts'
import { profileOf } from '../../../../src/profile.fixture.ts'
import { THIN } from '../../../ui/format.ts'
import { summaryOf } from './summaryOf.ts'

const all = { zoom: [], span: null }
/** 3 of 10 s can only be where they are, and 3 of 5 calls, with the one that started it: not those of f. */
const profile = profileOf(`
  main 3 -> a x1, b x1
  a 0 -> f x1
  b 0 -> f x1
  f 7`)
const tableBy = (measure: Measure) => layoutFlame(profile, { cut: 1e-4, path: [], measure })

test('a picture says that its paths are estimates, and how much of what it shows is certain', () => {
  expect(summaryOf([all], tableBy('time'))).toBe(
    `Call paths estimated from call counts; 30${THIN}% of the time has only one place it can be`,
  )
  expect(summaryOf([{ ...all, measure: 'calls' }], tableBy('calls'))).toBe(
    `Call paths estimated from call counts, widths by calls; 60${THIN}% of the calls have only one place they can be`,
  )
  const nothing = layoutFlame({ ...profile, total: 0 }, { cut: 1e-4, path: [] })
  expect(summaryOf([all], nothing)).toBe('Call paths estimated from call counts')
})

test('around a function it says which, however long its name', () => {
  const root = 'std::vector<std::pair<int, std::string>, std::allocator<int> >::push_back(int const&)'
  expect(
    summaryOf(
      [
        { ...all, root },
        { ...all, root },
      ],
      tableBy('time'),
    ),
  ).toBe(
    `Callers of std::vector<…>::push_back(int const&) above, callees below, estimated from call counts; 30${THIN}% of the time has only one place it can be`,
  )
})
