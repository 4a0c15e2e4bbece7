// A view as text and back: pure, no browser in it.
//
// Grammar: `key=value` joined by `&`, after the `#`, which no server ever sees. One table names every field, its key
// and how it is printed; a field added to View without a row here does not compile. A default prints as nothing, a bad
// value falls back by itself and leaves the rest alone, unknown keys are ignored.

import { colourings, type FiguresAsked, runOrders } from '../../src/index.ts'
import { parseTransform, printTransform } from './transformText.ts'
import { decode, encode } from './urlText.ts'
import {
  type Against,
  comparedTimes,
  costKinds,
  flameModes,
  initialView,
  measures,
  namings,
  noOrigin,
  normalisations,
  type OpenedAt,
  type Origin,
  panels,
  processViews,
  type Reach,
  type Span,
  sides,
  sortColumns,
  summings,
  type View,
} from './view.ts'

/** One field: `parse` gets the raw text between `=` and `&` and gives undefined for what is not a value. */
interface Codec<T> {
  key: string
  parse(raw: string): T | undefined
  print(value: T): string
}

/** Longest path, and longest list, that are taken from a link. */
const LONGEST_PATH = 10_000
const LONGEST_LIST = 1_000

const text = (key: string): Codec<string> => ({
  key,
  parse: decode,
  print: value => encode(value).replace(/%2F/g, '/'),
})

const names = (key: string): Codec<string[]> => ({
  key,
  parse: raw => {
    const parts = raw.split('/').map(decode)
    return parts.length <= LONGEST_PATH && parts.every(part => part !== undefined) ? parts : undefined
  },
  print: value => value.map(encode).join('/'),
})

/** Items between semicolons. One that is none is left out by itself. */
const list = <T>(
  key: string,
  parse: (raw: string) => T | undefined,
  print: (item: T) => string,
): Codec<readonly T[]> => ({
  key,
  parse: raw => {
    const items = raw.split(';')
    return items.length > LONGEST_LIST ? undefined : items.map(parse).filter(item => item !== undefined)
  },
  print: items => items.map(print).join(';'),
})
const oneOf = <T extends string>(key: string, values: readonly T[]): Codec<T> => ({
  key,
  parse: raw => values.find(value => value === raw),
  print: value => value,
})

const number = (key: string, least: number, most: number): Codec<number> => ({
  key,
  parse: raw => {
    const value = raw === '' ? Number.NaN : Number(raw)
    return value >= least && value <= most ? value : undefined
  },
  print: String,
})

const isFingerprint = (raw: string) => /^[0-9a-f]{8}$/.test(raw)

/** `callers:6:name` */
function parseOpened(raw: string): OpenedAt | undefined {
  const [, side, count, name] = /^(callers|callees):([1-9]\d{0,4}):(.+)$/.exec(raw) ?? []
  const fn = name === undefined ? undefined : decode(name)
  return fn === undefined ? undefined : { fn, side: side as OpenedAt['side'], count: Number(count) }
}

/** `2`, or with names of processes `2:4711;4712` */
function parseAgainst(raw: string): Against | undefined {
  const [, part, , names] = /^([1-9]\d{0,5})(:(.+))?$/.exec(raw) ?? []
  const processes = names === undefined ? [] : names.split(';')
  if (part === undefined || processes.length > LONGEST_LIST) return undefined
  return {
    part: Number(part),
    processes: processes.map(decode).filter(name => name !== undefined && name !== '') as string[],
  }
}
const printAgainst = ({ part, processes }: Against) =>
  processes.length === 0 ? String(part) : `${part}:${processes.map(encode).join(';')}`

/** `sample:NAME`, `profile:ADDRESS;ADDRESS`, `data:DATA`, `ID:NAME of the file` */
function parseOrigin(raw: string): Origin | undefined {
  const colon = raw.indexOf(':')
  const [kind, rest] = [raw.slice(0, colon), raw.slice(colon + 1)]
  if (kind === 'data') return { ...noOrigin, data: rest }
  const names = rest.split(';').map(decode)
  if (names.length > LONGEST_LIST || !names.every(name => name !== undefined && name !== '')) return undefined
  const [name] = names as string[]
  if (kind === 'profile') return { ...noOrigin, hosted: names as string[] }
  if (kind === 'sample') return { ...noOrigin, sample: name }
  return isFingerprint(kind) ? { ...noOrigin, file: name, fingerprint: kind } : undefined
}

function printOrigin({ sample, hosted, data, file, fingerprint }: Origin): string {
  if (data !== '') return `data:${data}`
  if (hosted.length > 0) return `profile:${hosted.map(address => encode(address).replace(/%2F/g, '/')).join(';')}`
  if (sample !== '') return `sample:${encode(sample)}`
  return fingerprint === '' ? '' : `${fingerprint}:${encode(file)}`
}

/** `2,3` or `2,all` */
function parseReach(raw: string): Reach | undefined {
  const [, callers, callees] = /^(\d{1,3}|all),(\d{1,3}|all)$/.exec(raw) ?? []
  return callers === undefined ? undefined : { callers: parseSteps(callers), callees: parseSteps(callees) }
}
const parseSteps = (raw: string) => (raw === 'all' ? Number.POSITIVE_INFINITY : Number(raw))
const printSteps = (steps: number) => (steps === Number.POSITIVE_INFINITY ? 'all' : String(steps))

const count = (key: string, most: number): Codec<number> => ({
  key,
  parse: raw => (/^[1-9]\d{0,8}$/.test(raw) && Number(raw) <= most ? Number(raw) : undefined),
  print: String,
})

/** `0.25,0.5` */
const span = (key: string): Codec<Span | null> => ({
  key,
  parse: raw => {
    const parts = raw.split(',')
    const [from, to] = parts.map(part => (part === '' ? Number.NaN : Number(part)))
    return parts.length === 2 && from >= 0 && to <= 1 && from < to ? [from, to] : undefined
  },
  print: value => (value ? value.join(',') : ''),
})

/** `all`, `fn:NAME` or `call:CALLER/CALLEE` */
function parseTraced(raw: string): FiguresAsked | undefined {
  if (raw === 'all') return { fn: '', caller: null }
  const [, kind, rest] = /^(fn|call):(.+)$/.exec(raw) ?? []
  const parts = rest?.split('/').map(decode) ?? []
  if (parts.length !== (kind === 'call' ? 2 : 1) || !parts.every(part => part !== undefined && part !== ''))
    return undefined
  const [first, second] = parts as string[]
  return kind === 'call' ? { fn: second, caller: first } : { fn: first, caller: null }
}

function printTraced({ fn, caller }: FiguresAsked): string {
  if (caller !== null) return `call:${encode(caller)}/${encode(fn)}`
  return fn === '' ? 'all' : `fn:${encode(fn)}`
}

const codecs: { [Field in keyof View]: Codec<View[Field]> } = {
  sample: text('sample'),
  guide: count('guide', 3),
  hosted: list(
    'profile',
    raw => decode(raw) || undefined,
    address => encode(address).replace(/%2F/g, '/'),
  ),
  file: text('file'),
  fingerprint: { key: 'id', parse: raw => (isFingerprint(raw) ? raw : undefined), print: value => value },
  part: count('part', 999_999),
  processes: list('proc', raw => decode(raw) || undefined, encode),
  summed: oneOf('of', summings),
  processView: oneOf('runs', processViews),
  runOrder: oneOf('order', runOrders),
  against: { key: 'against', parse: parseAgainst, print: against => (against ? printAgainst(against) : '') },
  normalisation: oneOf('by', normalisations),
  compared: oneOf('times', comparedTimes),
  only: oneOf('only', sides) as Codec<View['only']>,
  side: oneOf('side', sides),
  fn: text('fn'),
  way: count('way', 99),
  flame: oneOf('flame', flameModes),
  measure: oneOf('widths', measures),
  zoom: names('zoom'),
  span: span('span'),
  zoomUp: names('up'),
  spanUp: span('upspan'),
  colouring: oneOf('colour', colourings) as Codec<View['colouring']>,
  sort: {
    key: 'sort',
    parse: raw => {
      const column = sortColumns.find(name => name === raw.replace(/^-/, ''))
      return column && { column, descending: raw.startsWith('-') }
    },
    print: ({ column, descending }) => (descending ? `-${column}` : column),
  },
  query: text('q'),
  transforms: list('do', parseTransform, printTransform),
  budget: count('nodes', 300),
  minShare: number('min', 0, 1),
  opened: list('open', parseOpened, ({ fn, side, count }) => `${side}:${count}:${encode(fn)}`),
  folded: list('fold', raw => decode(raw) || undefined, encode),
  around: {
    key: 'around',
    parse: parseReach,
    print: reach => (reach ? `${printSteps(reach.callers)},${printSteps(reach.callees)}` : ''),
  },
  direction: oneOf('calls', ['down', 'right']),
  naming: oneOf('names', namings),
  cost: oneOf('cost', costKinds),
  panel: oneOf('panel', panels) as Codec<View['panel']>,
  doctor: {
    key: 'doctor',
    parse: raw => (raw === 'open' ? true : undefined),
    print: isOpen => (isOpen ? 'open' : ''),
  },
  traced: { key: 'source', parse: parseTraced, print: traced => (traced ? printTraced(traced) : '') },
  // gprof's own letters: `bqz` is -b -q -z.
  report: {
    key: 'report',
    parse: raw => {
      const switches = /^(b?)([pq]?)(z?)$/.exec(raw)
      if (!switches) return undefined
      const [, brief, only, unused] = switches
      return { brief: brief !== '', only: only === 'p' ? 'flat' : only === 'q' ? 'graph' : null, unused: unused !== '' }
    },
    print: ({ brief, only, unused }) =>
      `${brief ? 'b' : ''}${only === null ? '' : only === 'flat' ? 'p' : 'q'}${unused ? 'z' : ''}`,
  },
  beside: { key: 'beside', parse: parseOrigin, print: printOrigin },
  // Last, so that what a person can read of an address comes before it, and what cuts an address cuts this. Whatever it
  // is is kept: the reader says what is wrong with it.
  data: { key: 'data', parse: raw => raw, print: value => value },
}
const fields = Object.keys(codecs) as (keyof View)[]

/**
 * upgraders[n] turns a version-n link into version n + 1. They see raw strings only, so that one that has shipped never
 * changes again. The version is their number, so the two cannot disagree.
 */
const upgraders: ((raw: Map<string, string>) => void)[] = [
  // `profile` was the fingerprint; from version 1 on it is an address, which people may also write by hand, without `v`.
  raw => {
    const fingerprint = raw.get('profile')
    if (fingerprint === undefined || !isFingerprint(fingerprint)) return
    raw.delete('profile')
    raw.set('id', fingerprint)
  },
]
export const VERSION = upgraders.length

/** The fragment, without `#`, that leads to this view. */
export function printView(view: View): string {
  const parts = fields.map(field => printField(view, field)).filter(part => part !== '')
  if (VERSION > 0 && parts.length > 0) parts.unshift(`v=${VERSION}`)
  return parts.join('&')
}

function printField<Field extends keyof View>(view: View, field: Field): string {
  const codec = codecs[field]
  const value = codec.print(view[field])
  return value === codec.print(initialView[field]) ? '' : `${codec.key}=${value}`
}

/** The view a fragment (without `#`) leads to. `newer`: made by a later version than this one knows. */
export function parseView(fragment: string): { view: View; newer: boolean } {
  const raw = new Map<string, string>()
  for (const part of fragment.split('&')) {
    const equals = part.indexOf('=')
    if (equals > 0) raw.set(part.slice(0, equals), part.slice(equals + 1))
  }
  const version = Number(raw.get('v') ?? 0)
  for (const upgrade of upgraders.slice(version)) upgrade(raw)
  const view = { ...initialView }
  for (const field of fields) parseField(view, field, raw)
  return { view, newer: version > VERSION }
}

function parseField<Field extends keyof View>(view: View, field: Field, raw: Map<string, string>): void {
  const given = raw.get(codecs[field].key)
  const value = given === undefined ? undefined : codecs[field].parse(given)
  if (value !== undefined) view[field] = value
}
