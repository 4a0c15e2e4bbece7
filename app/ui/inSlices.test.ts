import { expect, test } from 'vitest'
import { inSlices, type Work } from './inSlices.ts'

/** Counts to a number, and lets time go by at each step. */
function* count(to: number, step: () => void): Work<number> {
  let sum = 0
  for (let i = 1; i <= to; i++) {
    sum += i
    step()
    yield
  }
  return sum
}
const aMillisecond = () => {
  for (const end = performance.now() + 1; performance.now() < end; );
}

test('long work comes to its result, and what waits for its turn gets it before that', async () => {
  let turns = 0
  const timer = setInterval(() => turns++)
  expect(await inSlices(count(100, aMillisecond))).toBe(5050)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
})
