// A name for people who know what they are looking at: `std::vector<int, std::allocator<int> >::push_back(int const&)`
// is `std::vector<…>::push_back(…)`. Not all brackets are arguments: Rust puts the type that a function belongs to in
// some, `<T as Trait>::f`, C++ a function whose result is a pointer to another, `void (*f(int))(char)`, and operators
// are made of them.

const closing: Record<string, string> = { '<': '>', '(': ')', '[': ']', '{': '}' }
const operator = /(?<!\w)operator ?(?:\(\)|\[\]|->\*?|<=>|<<=?|>>=?|[<>]=?|[-+*/%^&|~!=,]{1,2}) ?/y

/**
 * The name with template arguments and parameters folded to `<…>` and `(…)`; empty ones stay `<>` and `()`. Operators,
 * `(anonymous namespace)`, `{lambda(int)#1}` and `<T as Trait>` stay. Never longer than the name; the name itself where
 * its brackets do not match.
 *
 * @param folded Which are folded: both, or template arguments alone.
 */
export function shortName(name: string, folded: 'all' | 'templates' = 'all'): string {
  const ends = matchBrackets(name)
  if (!ends || ends.size === 0) return name
  let short = ''
  let operatorEnd = -1
  for (let at = 0; at < name.length; ) {
    const token = operatorAt(name, at)
    if (token > 0) {
      operatorEnd = at + token
      short += name.slice(at, operatorEnd)
      at = operatorEnd
      continue
    }
    const end = ends.get(at) ?? -1
    if (
      end > at + 1 &&
      (folded === 'all' || name[at] === '<') &&
      (at === operatorEnd || isArguments(name, at, end, ends))
    ) {
      short += `${name[at]}…`
      at = end
    } else short += name[at++]
  }
  return short
}

/** Where each bracket is closed; null where one is not, or closes none. */
function matchBrackets(name: string): Map<number, number> | null {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < name.length; at++) {
    const token = operatorAt(name, at)
    if (token > 0) at += token - 1
    else if (name.startsWith('->', at)) at++
    else if (name[at] in closing) open.push(at)
    else if (')>]}'.includes(name[at])) {
      const start = open.pop()
      if (start === undefined || closing[name[start]] !== name[at]) return null
      ends.set(start, at)
    }
  }
  return open.length > 0 ? null : ends
}

/** Length of the name of an operator that begins here, with the blank behind it; 0 for none. */
function operatorAt(name: string, at: number): number {
  if (name[at] !== 'o') return 0
  operator.lastIndex = at
  return operator.exec(name)?.[0].length ?? 0
}

function isArguments(name: string, start: number, end: number, ends: Map<number, number>): boolean {
  const before = name[start - 1] ?? ''
  if (name[start] === '(') return /[\w$>\])}…]/.test(before) && !name.endsWith('{lambda', start)
  if (name[start] !== '<') return false
  return before === ':' ? !namesType(name, start, end, ends) : /[\w$\])}"…]/.test(before)
}

/** Of `a::<…>`: whether the brackets hold `T as Trait` or `impl Trait for T`, and not the arguments of `a`. */
function namesType(name: string, start: number, end: number, ends: Map<number, number>): boolean {
  if (name.startsWith('impl ', start + 1)) return true
  for (let at = start + 1; at < end; at = (ends.get(at) ?? at) + 1) if (name.startsWith(' as ', at)) return true
  return false
}
