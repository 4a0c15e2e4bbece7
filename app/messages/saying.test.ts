import { afterAll, expect, test, vi } from 'vitest'
import { say, speak } from './messages.ts'

vi.stubGlobal('document', { documentElement: { lang: '' }, querySelector: () => null })
afterAll(() => vi.unstubAllGlobals())

const wrong = { message: 'A sentence of a later Arcflame.', says: { id: 'ofLater', values: {} } }
const tried = { message: 'Tried …', says: { id: 'tried', values: { name: 'a.out', others: 0, wrong } } }

test('what the library says is said in the language of the page once that is there, and in English until then', async () => {
  expect(say(tried)).toBe('Tried …')
  await speak('zh-CN')
  await vi.waitFor(() => expect(say(tried)).toMatch(/^已尝试与先前拖放的“a\.out”一起读取：/))
  await speak('en')
  expect(say(tried)).toBe('Tried …')
})

test('what has no words in that language is said in English', async () => {
  await speak('zh-CN')
  await vi.waitFor(() => expect(say(tried)).toContain('：A sentence of a later Arcflame.如果仍想查看'))
  expect(say(wrong)).toBe(wrong.message)
  expect(say({ message: 'toString', says: { id: 'toString', values: {} } })).toBe('toString')
  expect(say({ message: 'As it is.', says: null })).toBe('As it is.')
  await speak('en')
})
