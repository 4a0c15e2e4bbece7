// What a function's name tells of where it belongs.

import { expressionOf } from '../query/expression.ts'
import type { Said } from '../saying.ts'
import { say } from './sentences.ts'

/** How functions are put together: by what their names tell of file or namespace, or by an expression. */
export type Grouping = 'file' | 'namespace' | `/${string}`

/** By which of a name's own parts at least one of these names would be put into a group. */
export const groupingsOf = (names: readonly string[]): ('file' | 'namespace')[] => [
  ...(names.some(name => fileOf(name) !== null) ? (['file'] as const) : []),
  ...(names.some(name => namespaceOf(name) !== null) ? (['namespace'] as const) : []),
]

/**
 * The group of each name; null for a name that tells of none. An expression's first capturing group names the group, or
 * where it has none, all that it matches; an empty one is none.
 */
export function groupKeys(names: string[], by: Grouping): { keys: (string | null)[]; error: Said | null } {
  if (by === 'file') return { keys: names.map(fileOf), error: null }
  if (by === 'namespace') return { keys: names.map(namespaceOf), error: null }
  const expression = expressionOf(by)
  if (!expression) return { keys: names.map(() => null), error: say('noSlashes') }
  const { pattern, error } = expression
  const keyOf = (name: string) => {
    const found = pattern?.exec(name)
    return (found && (found.length > 1 ? found[1] : found[0])) || null
  }
  return { keys: names.map(keyOf), error }
}

/**
 * The source file that gprof prints behind names with -l, and in its index behind static functions: `copy (io.c)`,
 * `copy (io.c:12 @ 4011d0)`. Other names tell of none.
 */
export const fileOf = (name: string): string | null =>
  / \(([^\s(),]*\.[^\s(),:]+)(?::\d+(?: @ [0-9a-f]+)?)?\)$/.exec(name)?.[1] ?? null

/**
 * The namespace or class in which a function stands, without template arguments, so that a template is one:
 *
 *     std::vector<int>::push_back(int const&)      std::vector
 *     void ns::sort<a::b>(a::b*)                   ns
 *     ns::run(int)::{lambda()#1}::operator()()     ns           that of the function around it
 *     core::fmt::write::h0123456789abcdef          core::fmt    (Rust; the hash is no part of the path)
 *     <a::B as core::ops::Drop>::drop              a::B         (Rust)
 *     __solver_MOD_step                            solver       (Fortran)
 *
 * Null for names outside of any, C's among them.
 */
export function namespaceOf(name: string): string | null {
  const fortran = /^__(.+)_MOD_./.exec(name)
  if (fortran) return fortran[1]
  const parts = scopeParts(name)
  if (/^h[0-9a-f]{16}$/.test(parts[parts.length - 1]) && parts.length > 1) parts.pop()
  parts.pop()
  return parts.length > 0 ? parts.join('::') : null
}

const OPERATOR = /operator *(\(\)|\[\]|->\*?|<=>|<<=?|>>=?|[<>]=?)?/y

/**
 * The parts of a name between `::`, up to and with the first that has parameters; bare of template arguments,
 * parameters, and what C++ puts before a name.
 */
function scopeParts(name: string): string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (let i = 0; i < name.length; i++) {
    const rest = (text: string) => name.startsWith(text, i)
    if (depth === 0 && rest('operator') && !/[\w$]/.test(name[i - 1] ?? ' ')) {
      OPERATOR.lastIndex = i
      part += OPERATOR.exec(name)?.[0]
      break // nothing behind it is scope, not even in a conversion to `a::b`
    }
    if (depth === 0 && rest('(anonymous namespace)')) {
      part += '(anonymous namespace)'
      i += '(anonymous namespace)'.length - 1
    } else if (depth === 0 && part === '' && parts.length === 0 && rest('<')) {
      // Rust's `<Type as Trait>`: the type is the scope.
      const end = closing(name, i)
      const type = name.slice(i + 1, end).split(' as ', 1)[0]
      if (!name.startsWith('::', end + 1)) break
      parts.push(...scopeParts(type))
      i = end + 2
    } else if (depth === 0 && part !== '' && rest('(')) break
    else if (rest('<') || rest('(') || rest('{') || rest('[')) {
      if (depth++ === 0 && !rest('<')) part += name[i]
    } else if (rest('>') || rest(')') || rest('}') || rest(']')) depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (rest('::')) {
      parts.push(part)
      part = ''
      i++
    } else if (name[i] === ' ') {
      // What stood before was a return type, unless it ends here.
      parts.length = 0
      part = ''
    } else part += name[i]
  }
  return [...parts, part]
}

/** Where the bracket that opens at `from` closes; the end of the name if it does not. */
function closing(name: string, from: number): number {
  let depth = 0
  for (let i = from; i < name.length; i++) {
    if (name[i] === '<') depth++
    else if (name[i] === '>' && name[i - 1] !== '-' && --depth === 0) return i
  }
  return name.length
}
