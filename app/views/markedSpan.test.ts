import { expect, test } from 'vitest'
import { markedSpan } from './markedSpan.ts'

const marked = (folded: string, query: string) => folded.slice(...markedSpan(folded, query))

test('the text that was searched for is marked, in whatever case', () => {
  expect(marked('SyncRepWakeQueue', 'syncrep')).toBe('SyncRep')
})

test('text that folding took away is marked at the ellipsis', () => {
  expect(marked('SyncRepGe…eStandbys', 'Candidate')).toBe('…')
})

test('the hit of a regular expression is marked whole', () => {
  expect(marked('palloc', '/^pa/')).toBe('palloc')
  expect(marked('palloc', '/^PA/i')).toBe('palloc')
})

test('a slash is text like any other', () => {
  expect(marked('operator/', '/')).toBe('/')
})
