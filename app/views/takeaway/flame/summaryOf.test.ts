import { expect, test } from 'vitest'
import { summaryOf } from './summaryOf.ts'

const all = { zoom: [], span: null }

test('a picture says that its paths are estimates, and how much of the time is certain', () => {
  expect(summaryOf([all], 0.47)).toBe(
    'Call paths estimated from call counts; 47 % of the time has only one place it can be',
  )
  expect(summaryOf([{ ...all, measure: 'calls' }], Number.NaN)).toBe(
    'Call paths estimated from call counts, widths by calls',
  )
})

test('around a function it says which, however long its name', () => {
  const root = 'std::vector<std::pair<int, std::string>, std::allocator<int> >::push_back(int const&)'
  expect(
    summaryOf(
      [
        { ...all, root },
        { ...all, root },
      ],
      1,
    ),
  ).toBe(
    'Callers of std::vector<…>::push_back(int const&) above, callees below, estimated from call counts; 100 % of the time has only one place it can be',
  )
})
