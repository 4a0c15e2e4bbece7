import { expect, test } from 'vitest'
import type { Say } from '../../../src/index.ts'
import { sentences } from '../../../src/sentences.fixture.ts'
import { tables } from './zh.ts'

type Sentence = string | ((values: never, say: Say) => string)

const pairs = Object.entries(sentences).flatMap(([about, table]) =>
  Object.entries(table as Record<string, Sentence>).map(([id, english]): [id: string, en: Sentence, zh: Sentence] => [
    id,
    english,
    (tables as unknown as Record<string, Record<string, Sentence>>)[about][id],
  ]),
)

const lists = ['lines', 'parts', 'ranges', 'units']

/** A value for whatever is asked, each with digits of its own; or none, an empty list, and nothing said. */
const valuesOf = (isEmpty: boolean): Record<string, unknown> => {
  const known = new Map<string | symbol, number>()
  return new Proxy({} as Record<string, unknown>, {
    get(_, key) {
      if (!known.has(key)) known.set(key, isEmpty ? 0 : 4001 + 7 * known.size)
      const value = known.get(key) ?? 0
      if (typeof key === 'string' && lists.includes(key)) return isEmpty ? [] : [value, value + 5000]
      return isEmpty && ['fit', 'moved'].includes(key as string) ? null : value
    },
  })
}

const textOf = (sentence: Sentence, values: Record<string, unknown>) =>
  typeof sentence === 'string' ? sentence : sentence(values as never, said => String(said))

/** Figures, commands, and options: what is the same in every language. */
const factsOf = (text: string) => [...new Set(text.match(/`[^`]+`|\d+(?:[.\u202f]\d+)*|(?<![\w-])-[A-Za-z]+/g))].sort()

test('no two sentences have one id', () => {
  const ids = pairs.map(([id]) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test.each([false, true])('each sentence has the same figures, commands and options in Chinese (empty: %s)', isEmpty => {
  for (const [id, english, chinese] of pairs) {
    const values = valuesOf(isEmpty)
    const [en, zh] = [textOf(english, values), textOf(chinese, values)]
    expect([id, factsOf(zh)]).toEqual([id, factsOf(en)])
  }
})

test('no sentence is left in English, nor any three words of one', () => {
  for (const [id, english, chinese] of pairs) {
    const values = valuesOf(false)
    const [en, zh] = [english, chinese].map(each => textOf(each, values).replace(/`[^`]*`/g, ''))
    expect([id, zh]).not.toEqual([id, expect.stringMatching(/[A-Za-z]{2,}(?:,? [A-Za-z]{2,}){2,}/)])
    if (/[a-z]{2} [a-z]{2}/.test(en)) expect([id, zh]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)])
  }
})
