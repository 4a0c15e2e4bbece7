import { expect, test } from 'vitest'
import { lostAddresses } from './lostAddresses.ts'

/** What is lost of 1024 addresses where so many units have each all of them. */
function lostOf(units: number, low: number, high: number): number[] {
  const lost = lostAddresses(0, 1024, 0x1010n, 1000)
  for (let unit = 0; unit < units; unit++) lost.add(unit, low, high)
  return lost.all()
}

test('up to sixteen ranges in 256 addresses nothing is lost', () => {
  expect(lostOf(16, 0, 1024)).toEqual([])
})

test('with seventeen the last of the 256 addresses is lost, counted from the beginning of memory', () => {
  expect(lostOf(17, 0, 700)).toEqual([0xef, 0x1ef, 0x2ef])
})

test('ranges of one unit that touch are one', () => {
  const lost = lostAddresses(0, 256, 0n, 1000)
  for (let i = 0; i < 40; i++) lost.add(1, 4 * i, 4 * i + 4)
  expect(lost.all()).toEqual([])
  for (let i = 0; i < 40; i += 2) lost.add(2, 4 * i, 4 * i + 3)
  expect(lost.all()).toEqual([255])
})

test('a range without an end takes no more steps than allowed', () => {
  const lost = lostAddresses(0, 2 ** 52, 0n, 1000)
  for (let unit = 0; unit < 17; unit++) lost.add(unit, 0, 2 ** 52)
  expect(lost.all().length).toBeLessThan(1000)
})
