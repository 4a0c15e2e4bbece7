// Transforms as they stand in an address: `focus:parse`, `hide:/^mcount/`, `group:file`, `fold`, `cut:a+b+b+c`,
// `whatif:0.5:parse`, `whatif:free:parse`.

import type { Grouping, Transform } from '../../src/index.ts'
import { decode, encode } from './urlText.ts'

/** Those that are about what a text matches, by their word in an address. */
const byMatch = {
  focus: 'focus',
  ignore: 'ignore',
  hide: 'hide',
  from: 'showFrom',
  prune: 'pruneBelow',
  collapse: 'collapse',
} as const
const words = Object.entries(byMatch) as [keyof typeof byMatch, (typeof byMatch)[keyof typeof byMatch]][]

/** The transform of a text; undefined for what is none. */
export function parseTransform(raw: string): Transform | undefined {
  const [, word, rest] = /^(\w+)(?::(.+))?$/s.exec(raw) ?? []
  if (rest === undefined) return word === 'fold' ? { kind: 'foldRecursion' } : undefined
  if (word === 'cut') return parseCut(rest)
  if (word === 'whatif') return parseWhatIf(rest)
  const text = decode(rest)
  if (text === undefined) return undefined
  if (word === 'group') return isGrouping(text) ? { kind: 'groupBy', by: text } : undefined
  const kind = words.find(([name]) => name === word)?.[1]
  return kind && { kind, match: text }
}

const isGrouping = (text: string): text is Grouping => text === 'file' || text === 'namespace' || text.startsWith('/')

/** Names of callers and callees in turn. */
function parseCut(raw: string): Transform | undefined {
  const names = raw.split('+').map(decode)
  if (names.length % 2 !== 0) return undefined
  const arcs: { caller: string; callee: string }[] = []
  for (let i = 0; i < names.length; i += 2) {
    const [caller, callee] = [names[i], names[i + 1]]
    if (caller === undefined || callee === undefined) return undefined
    arcs.push({ caller, callee })
  }
  return { kind: 'cut', arcs }
}

/** What becomes of a function, and its name. */
function parseWhatIf(raw: string): Transform | undefined {
  const [, word, number, name] = /^(?:(free|inlined)|([01]|0\.\d{1,6})):(.+)$/s.exec(raw) ?? []
  const match = name === undefined ? undefined : decode(name)
  if (match === undefined) return undefined
  return { kind: 'whatIf', match, becomes: word === undefined ? Number(number) : (word as 'free' | 'inlined') }
}

/** The other way round. */
export function printTransform(transform: Transform): string {
  switch (transform.kind) {
    case 'foldRecursion':
      return 'fold'
    case 'groupBy':
      return `group:${print(transform.by)}`
    case 'cut':
      return `cut:${transform.arcs.flatMap(({ caller, callee }) => [encode(caller), encode(callee)]).join('+')}`
    case 'whatIf':
      return `whatif:${transform.becomes}:${print(transform.match)}`
    default:
      return `${words.find(([, kind]) => kind === transform.kind)?.[0]}:${print(transform.match)}`
  }
}

/** An expression keeps its slashes. */
const print = (text: string) => encode(text).replace(/%2F/g, '/')
