import { expect, test } from 'vitest'
import { fitSans, monoWidth, sansWidth } from './textWidth.ts'

test('a text that fits is left as it is; of another as much is kept as leaves room for an ellipsis', () => {
  const text = '30.0k+3.00M calls · 4 of 7 members shown'
  expect(fitSans(text, 10, 300)).toBe(text)
  for (const each of [text, '调用 30.0k+3.00M 次 · 显示 7 个成员中的 4 个']) {
    const cut = fitSans(each, 10, 100)
    expect(cut).toMatch(/^\S.*\S…$/)
    expect(each.startsWith(cut.slice(0, -1))).toBe(true)
    expect(sansWidth(cut, 10)).toBeLessThanOrEqual(100)
    expect(sansWidth(cut, 10)).toBeGreaterThan(80)
  }
})

test('in the face of names an ideograph is as wide as two letters, and an ellipsis as one', () => {
  expect(monoWidth('循…4', 12)).toBe(12 + 6 + 6)
  expect(monoWidth('WalSnd…Loop', 12)).toBe(11 * 6)
})
