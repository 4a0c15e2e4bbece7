import { expect, test } from 'vitest'
import { say as sayOfRun } from '../analyse/sentences.ts'
import { say as sayOfFile } from '../parse/sentences.ts'
import { say as sayOfPair } from '../readingSentences.ts'
import type { Said } from '../saying.ts'
import { parseSaying, printSaying } from './sayings.ts'

const wrong = sayOfFile('programOther', { format: sayOfFile('pe') })
const said: Said[] = [
  sayOfFile('endsWithinLine'),
  sayOfFile('tooLarge', { name: 'a “b”\n', mib: 1024 }),
  sayOfPair('tried', { name: 'old', others: 2, wrong }),
  sayOfPair('tried', { name: 'old', others: 2, wrong: { message: 'In nobody’s words.', says: null } }),
  sayOfRun('incomplete', {
    parts: [sayOfRun('linesLeftOut', { places: 9, lines: [3, 4] }), sayOfRun('callsUnaccounted')],
  }),
]

test('what sentences are made from comes out of a link as it went in', () => {
  for (const { message, says } of said) expect(says && parseSaying(printSaying(says), message)).toStrictEqual(says)
})

test('a sentence within another one is dropped with it where it is made from nothing, or from something else', () => {
  const { message } = sayOfFile('programOther', { format: { message: 'X', says: null } })
  const withFormat = (format: unknown) => JSON.stringify({ id: 'programOther', values: { format } })
  expect(parseSaying(withFormat({ message: 'X', says: null }), message)).not.toBeNull()
  const harm = [{ id: 'tooLarge' }, { id: 'toString', values: {} }, { id: 'pe', values: {} }, 5, 'tooLarge', undefined]
  for (const says of harm)
    expect([says, parseSaying(withFormat({ message: 'X', says }), message)]).toEqual([says, null])
  expect(parseSaying(withFormat({ message: { text: 'X' }, says: null }), message)).toBeNull()
})

test('what makes another sentence, none, or harm is dropped', () => {
  const { message } = said[1]
  const texts = [
    ['', 'null', '[]', '{}', '{"id":"tooLarge"}', '{"id":"tooLarge","values":null}', '{"id":"toString","values":{}}'],
    ['{"id":"tooLarge","values":{"name":"other","mib":1}}', '{"id":"noSuchSentence","values":{}}'],
    ['{"id":"incomplete","values":{"parts":5}}', '{"id":"__proto__","values":{}}', '['.repeat(100_000)],
  ].flat()
  for (const text of texts) expect([text.slice(0, 60), parseSaying(text, message)]).toEqual([text.slice(0, 60), null])
})
