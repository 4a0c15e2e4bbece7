import { expect, test } from 'vitest'
import { placesOf } from './places.ts'

const marked = (line: string, text: string) => placesOf(line, text).map(([start, end]) => line.slice(start, end))

test('plain text is found in whatever case, whatever it is made of', () => {
  expect(marked('Read(a) read(A)', 'read(a)')).toEqual(['Read(a)', 'read(A)'])
  expect(marked('a.b a-b', 'a.b')).toEqual(['a.b'])
  expect(marked('anything', ' ')).toEqual([])
})

test('all matches of an expression are found, but for empty ones', () => {
  expect(marked('f12 g3', '/[0-9]+/')).toEqual(['12', '3'])
  expect(marked('naïve 𝒳y Xy', '/.Y/i')).toEqual(['𝒳y', 'Xy'])
  expect(marked('baab', '/a*/')).toEqual(['aa'])
  expect(marked('f(', '/(/')).toEqual([])
})

test('no more than 200 places are marked', () => {
  expect(placesOf('a'.repeat(1000), 'a').length).toBe(200)
  expect(placesOf('a'.repeat(1000), '/a/').length).toBe(200)
})
