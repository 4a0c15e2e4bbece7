import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleText } from './visibleText.ts'

test('what nobody sees is told by its number', () => {
  expect(visibleText('safe\u202egnp.exe')).toBe('safe‹U+202E›gnp.exe')
  expect(visibleText('ma\u200bin')).toBe('ma‹U+200B›in')
  expect(visibleText('a\nb\0c\ud800')).toBe('a‹U+000A›b‹U+0000›c‹U+D800›')
})

test.each([
  'std::map<int, char>::operator[](int const&)',
  'функция 関数 🔥',
  'a\tb',
  '<img src=x onerror=1>',
  'عربي',
  '',
])('%j is shown as it is', name => {
  expect(visibleText(name)).toBe(name)
})

test('nothing unseen is left, and what was made visible stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const visible = visibleText(text)
      expect(visibleText(visible)).toBe(visible)
      expect(visible).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})
