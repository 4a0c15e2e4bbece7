// What sentences are made from, as text: JSON, with `{ id, values }` for each sentence among the values.

import { type Said, type Saying, type Sentences, sentenceOf } from '../saying.ts'
import { sentences } from '../sentences.ts'

let known: Sentences | null = null
/** All sentences by id, put together once: a link may have very many. */
function english(): Sentences {
  known ??= Object.assign({}, ...Object.values(sentences)) as Sentences
  return known
}

export const printSaying = (says: Saying): string =>
  JSON.stringify(says, (_, value) => (isObject(value) && value.says ? value.says : value))

/** Null where it makes another sentence than this one: it is from another Arcflame, or from somebody who means harm. */
export function parseSaying(text: string, message: string): Saying | null {
  try {
    const said: Said = JSON.parse(text, (key, value) => (isObject(value) && key !== 'values' ? saidBy(value) : value))
    return said.message === message ? said.says : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A sentence by what it is made from, or one that is nothing but its message. */
function saidBy({ id, values, message, says }: Record<string, unknown>): Said {
  if (says === null && typeof message === 'string') return { message, says }
  const table = english()
  if (typeof id !== 'string' || !Object.hasOwn(table, id) || !isObject(values)) throw new Error('no sentence')
  const saying = { id, values: values as Saying['values'] }
  return { message: sentenceOf(table, saying, said => said.message), says: saying }
}
