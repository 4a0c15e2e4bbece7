import { expect, test } from 'vitest'
import { scaleFor } from './png.ts'

test('a picture is drawn at twice its size, or as large as a canvas can be', () => {
  expect(scaleFor(1_400, 900)).toBe(2)
  expect(scaleFor(16_384, 900)).toBe(1)
  expect(scaleFor(900, 32_768)).toBe(0.5)
  const scale = scaleFor(8_000, 8_000)
  expect(scale).toBeLessThan(2)
  expect(8_000 * scale * 8_000 * scale).toBeLessThanOrEqual(2 ** 26 + 1)
})
