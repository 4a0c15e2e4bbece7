import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encodePairs, LETTERS } from './encodePairs.ts'

/** As the one file reads it: the function out of its script. */
const [source] = /const decodePairs = [\s\S]*?\n {2}\}\n/.exec(readFileSync('build/oneFile/loader.js', 'utf8')) ?? ['']
const decodePairs: (text: string) => Uint8Array = new Function(`${source}; return decodePairs`)()

test('what is written in pairs of letters is read again by the one file', () => {
  for (const length of Array.from({ length: 40 }, (_, i) => i)) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 167 + length) & 0xff)
    const text = encodePairs(bytes)
    expect([...decodePairs(text)]).toEqual([...bytes])
    expect(text.length).toBeLessThanOrEqual(Math.ceil((length * 8) / 13) * 2)
  }
})

test('no letter ends a script, or is more than one byte', () => {
  expect(LETTERS).toHaveLength(91)
  expect(LETTERS).not.toMatch(/[&<>]|[^!-~]/)
})
