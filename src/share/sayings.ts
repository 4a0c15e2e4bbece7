// What sentences are made from, as text: JSON, with `{ id, values }` for each sentence among the values.

import { type Said, type Saying, type Sentences, sentenceOf } from '../saying.ts'
import { sentences } from '../sentences.ts'

const english = (): Sentences => Object.assign({}, ...Object.values(sentences))

export const printSaying = (says: Saying): string =>
  JSON.stringify(says, (_, value) => (isObject(value) && value.says ? value.says : value))

/** Null where it makes another sentence than this one: it is from another Arcflame, or from somebody who means harm. */
export function parseSaying(text: string, message: string): Saying | null {
  try {
    const said: Said = JSON.parse(text, (_, value) => (isSaying(value) ? saidBy(value) : value))
    return said.message === message ? said.says : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

// Lists have `values`, too, but not of their own.
const isSaying = (value: unknown): value is Record<string, unknown> => isObject(value) && Object.hasOwn(value, 'values')

function saidBy({ id, values }: Record<string, unknown>): Said {
  const table = english()
  if (typeof id !== 'string' || !Object.hasOwn(table, id) || !isObject(values)) throw new Error('no sentence')
  const says = { id, values: values as Saying['values'] }
  return { message: sentenceOf(table, says, ({ message }) => message), says }
}
