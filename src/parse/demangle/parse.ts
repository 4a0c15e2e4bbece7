// Reads a mangled C++ name (Itanium ABI) into a tree. Whatever does not follow the grammar to its end is no mangled
// name, and is left as it is; a name that nests too deep too. Inside this folder that is thrown, and caught at its door.

import type { FunctionNode, Node, Operator } from './nodes.ts'
import { builtinTypes, extendedTypes, operators, specialNames, standardNames } from './tables.ts'

/** This is no mangled name. */
export class NotMangled extends Error {}

/** Deeper than this, GNU's demangler gives up, and so does this one, before the stack does. */
const deepest = 512

/** The tree of `_Z…`; throws {@link NotMangled}. */
export function parseItanium(text: string): Node {
  try {
    return parse(text, false)
  } catch (error) {
    // GCC and Clang write names within a dependent class differently, and only the end tells which it was.
    if (!text.includes('sr')) throw error
    return parse(text, true)
  }
}

function parse(text: string, levels: boolean): Node {
  let at = 0
  let depth = 0
  const substitutions: Node[] = []

  const peek = (ahead = 0) => text.charAt(at + ahead)
  const two = () => text.slice(at, at + 2)
  const fail = (): never => {
    throw new NotMangled()
  }
  const take = (wanted: string): boolean => {
    if (!text.startsWith(wanted, at)) return false
    at += wanted.length
    return true
  }
  const need = (wanted: string) => {
    if (!take(wanted)) fail()
  }
  const remember = <T extends Node>(node: T): T => {
    substitutions.push(node)
    return node
  }
  function nested<T>(read: () => T): T {
    if (++depth > deepest) fail()
    const result = read()
    depth--
    return result
  }
  const untilE = (read: () => Node, end = 'E'): Node[] => {
    const list: Node[] = []
    while (!take(end)) list.push(read())
    return list
  }

  function digits(): string {
    const start = at
    while (isDigit(peek())) at++
    return text.slice(start, at)
  }
  function number(): number {
    const negative = take('n')
    const read = digits()
    if (read === '') fail()
    return negative ? -Number(read) : Number(read)
  }
  /** `_` is 0, `0_` is 1 and so on. */
  function compactNumber(): number {
    if (take('_')) return 0
    const value = number() + 1
    if (value < 0) fail()
    need('_')
    return value
  }

  function mangledName(top: boolean): Node {
    if (top) need('_Z')
    else {
      take('_')
      need('Z')
    }
    return encoding(top)
  }

  function encoding(top: boolean): Node {
    return nested(() => {
      if (peek() === 'G' || peek() === 'T') return specialName()
      const found = name()
      if (at >= text.length || peek() === 'E' || (top && peek() === '.')) return found
      return { kind: 'encoding', name: found, type: bareFunction(hasReturnType(found)) }
    })
  }

  function specialName(): Node {
    const code = two()
    at += 2
    const text = specialNames[code]
    if (code === 'TV' || code === 'TT' || code === 'TI' || code === 'TS' || code === 'TF')
      return { kind: 'special', text, of: type() }
    if (code === 'TH' || code === 'TW' || code === 'GV') return { kind: 'special', text, of: name() }
    if (code === 'TA') return { kind: 'special', text, of: templateArg() }
    if (code === 'GA') return { kind: 'special', text, of: encoding(false) }
    if (code === 'Th' || code === 'Tv') {
      callOffset(code.charAt(1))
      return {
        kind: 'special',
        text: code === 'Th' ? 'non-virtual thunk to ' : 'virtual thunk to ',
        of: encoding(false),
      }
    }
    if (code === 'Tc') {
      callOffset('')
      callOffset('')
      return { kind: 'special', text: 'covariant return thunk to ', of: encoding(false) }
    }
    if (code === 'TC') {
      const derived = type()
      number()
      need('_')
      return { kind: 'special', text: 'construction vtable for ', of: type(), second: { text: '-in-', of: derived } }
    }
    if (code === 'GR') {
      const of = name()
      return { kind: 'special', text: `reference temporary #${take('_') ? 0 : compactNumber()} for `, of }
    }
    if (code === 'GT') {
      const transaction = peek() === 'n' ? 'non-transaction clone for ' : 'transaction clone for '
      at++
      return { kind: 'special', text: transaction, of: encoding(false) }
    }
    return fail()
  }

  function callOffset(kind: string): void {
    const which = kind || peek()
    if (!kind) at++
    number()
    need('_')
    if (which === 'v') {
      number()
      need('_')
    } else if (which !== 'h') fail()
  }

  function name(): Node {
    return nested(() => {
      const first = peek()
      if (first === 'N') return nestedName()
      if (first === 'Z') return localName()
      if (first === 'S' && peek(1) !== 't') {
        const known = substitution(false)
        return peek() === 'I' ? template(known) : known
      }
      let found: Node
      if (take('St')) found = { kind: 'nested', scope: { kind: 'name', text: 'std' }, name: unqualified(null) }
      else found = unqualified(null)
      if (peek() !== 'I') return found
      return template(remember(found))
    })
  }

  function template(of: Node): Node {
    return { kind: 'template', name: of, args: templateArgs() }
  }

  function nestedName(): Node {
    need('N')
    const qualifiers = cvQualifiers()
    if (take('R')) qualifiers.push(' &')
    else if (take('O')) qualifiers.push(' &&')
    const found = prefix()
    need('E')
    return qualifiers.length > 0 ? { kind: 'methodQualified', name: found, qualifiers } : found
  }

  function prefix(): Node {
    let found: Node | null = null
    for (;;) {
      const first = peek()
      if (first === 'E') return found ?? fail()
      if (first === 'M') {
        at++ // the initialiser of the member just read
        continue
      }
      let isKnown = false
      if (first === 'I') {
        if (!found) return fail()
        found = template(found)
      } else {
        let part: Node
        if (first === 'S' && !found && peek(1) !== 't') {
          part = substitution(true)
          isKnown = true
        } else if (first === 'S' && !found) {
          at += 2
          part = { kind: 'name', text: 'std' }
          isKnown = true
        } else if (first === 'T') part = templateParameter()
        else if (first === 'D' && (peek(1) === 't' || peek(1) === 'T')) part = type()
        else part = unqualified(found)
        found = found ? { kind: 'nested', scope: found, name: part } : part
        if (first === 'T' || (first === 'D' && (two() === 'Dt' || two() === 'DT'))) isKnown = first === 'D'
      }
      if (!isKnown && peek() !== 'E') remember(found)
    }
  }

  function localName(): Node {
    need('Z')
    const within = encoding(false)
    if (within.kind === 'encoding') within.type.returns = null
    need('E')
    if (take('s')) {
      discriminator()
      return { kind: 'local', scope: within, name: { kind: 'name', text: 'string literal' }, argument: null }
    }
    const argument = take('d') ? compactNumber() : null
    const found = name()
    if (last(found).kind !== 'lambda' && last(found).kind !== 'unnamed') discriminator()
    return { kind: 'local', scope: within, name: found, argument }
  }

  function discriminator(): void {
    if (!take('_')) return
    const long = take('_')
    if (digits() === '') fail()
    if (long) need('_')
  }

  function unqualified(within: Node | null): Node {
    const first = peek()
    let found: Node
    if (isDigit(first)) found = sourceName()
    else if (first === 'L') {
      at++
      found = sourceName()
      discriminator()
    } else if (first === 'C' || (first === 'D' && isDigit(peek(1)))) found = constructor_(within)
    else if (first === 'D' && peek(1) === 'C') {
      at += 2
      found = { kind: 'bindings', names: untilE(sourceName) }
    } else if (first === 'U') found = unnamed()
    else if (first >= 'a' && first <= 'z') {
      take('on')
      found = operatorName()
      if (found.kind === 'operator' && found.code === 'li') found = { kind: 'literalOperator', name: sourceName() }
    } else return fail()
    while (take('B')) found = { kind: 'tagged', name: found, tag: sourceText() }
    return found
  }

  function constructor_(within: Node | null): Node {
    const destroys = peek() === 'D'
    at++
    const inherits = !destroys && take('I')
    if (!isDigit(peek())) fail()
    at++
    // An inherited constructor has the name of the class that it comes from.
    return { kind: 'constructor', of: inherits ? type() : (within ?? fail()), destroys }
  }

  function unnamed(): Node {
    if (take('Ut')) return remember({ kind: 'unnamed', number: compactNumber() + 1 })
    need('Ul')
    const parameters = parameterList(() => take('E'))
    return { kind: 'lambda', parameters, number: compactNumber() + 1 }
  }

  function sourceText(): string {
    const length = Number(digits())
    if (!(length > 0) || at + length > text.length) fail()
    at += length
    return text.slice(at - length, at)
  }

  function sourceName(): Node {
    const read = sourceText()
    return { kind: 'name', text: /^_GLOBAL_[._$]N/.test(read) ? '(anonymous namespace)' : read }
  }

  function operatorName(): Operator | Node {
    const code = two()
    at += 2
    if (code === 'cv') return { kind: 'conversion', to: type() }
    if (code === 'li') return { kind: 'operator', text: '""', code }
    if (code.charAt(0) === 'v' && isDigit(code.charAt(1))) return { kind: 'operator', text: sourceText(), code }
    const [text] = operators[code] ?? fail()
    return { kind: 'operator', text, code }
  }

  function substitution(isPrefix: boolean): Node {
    need('S')
    const first = peek()
    if (first === '_' || isDigit(first) || (first >= 'A' && first <= 'Z')) {
      const start = at
      while (peek() !== '_' && at < text.length) at++
      const digitsRead = text.slice(start, at)
      need('_')
      const row = digitsRead === '' ? 0 : base36(digitsRead) + 1
      return substitutions[row] ?? fail()
    }
    at++
    const [short, full, last] = standardNames[first] ?? fail()
    const builds = isPrefix && (peek() === 'C' || peek() === 'D')
    let found: Node = { kind: 'name', text: builds ? full : short, last }
    if (peek() !== 'B') return found
    while (take('B')) found = { kind: 'tagged', name: found, tag: sourceText() }
    return remember(found)
  }

  function base36(read: string): number {
    if (!/^[0-9A-Z]+$/.test(read)) fail()
    return Number.parseInt(read, 36)
  }

  function templateParameter(): Node {
    need('T')
    return { kind: 'parameter', index: compactNumber() }
  }

  function templateArgs(): Node[] {
    if (!take('I')) need('J')
    return nested(() => untilE(templateArg))
  }

  function templateArg(): Node {
    const first = peek()
    if (first === 'X') {
      at++
      const found = expression()
      need('E')
      return found
    }
    if (first === 'L') return literal()
    if (first === 'I' || first === 'J') return { kind: 'pack', items: templateArgs() }
    return type()
  }

  /** Mangled from the outside in, and written from the inside out. */
  function cvQualifiers(): string[] {
    const qualifiers: string[] = []
    for (;;) {
      if (take('r')) qualifiers.unshift(' restrict')
      else if (take('V')) qualifiers.unshift(' volatile')
      else if (take('K')) qualifiers.unshift(' const')
      else return qualifiers
    }
  }

  function type(): Node {
    return nested(readType)
  }

  function readType(): Node {
    const first = peek()
    if (first === 'r' || first === 'V' || first === 'K' || /^D[xoOw]/.test(two())) return qualifiedType()
    const builtin = builtinTypes[first]
    if (builtin) {
      at++
      return { kind: 'builtin', text: builtin[0], literal: builtin[1] }
    }
    if (first === 'F') return remember(functionType([]))
    if (first === 'A') return remember(arrayType())
    if (first === 'P' || first === 'R' || first === 'O') {
      at++
      return remember({ kind: 'pointer', mark: first === 'P' ? '*' : first === 'R' ? '&' : '&&', to: type() })
    }
    if (first === 'C' || first === 'G') {
      at++
      return remember({ kind: 'suffixed', suffix: first === 'C' ? ' _Complex' : ' _Imaginary', of: type() })
    }
    if (first === 'M') {
      at++
      const of = type()
      return remember({ kind: 'member', of, to: type() })
    }
    if (first === 'T') {
      const found = remember(templateParameter())
      return peek() === 'I' ? remember(template(found)) : found
    }
    if (first === 'S' && /[0-9A-Z_]/.test(peek(1))) {
      const found = substitution(false)
      return peek() === 'I' ? remember(template(found)) : found
    }
    if (first === 'U') {
      at++
      const qualifier = sourceText()
      const args = peek() === 'I' ? templateArgs() : null
      const of = type()
      const named: Node = { kind: 'name', text: qualifier }
      if (args) return remember({ kind: 'list', items: [of, { kind: 'template', name: named, args }] })
      return remember({ kind: 'suffixed', suffix: ` ${qualifier}`, of })
    }
    if (first === 'u') {
      at++
      const named = sourceName()
      return remember(peek() === 'I' ? template(named) : named)
    }
    if (first === 'D') return extendedType()
    const start = two()
    const found = name()
    // An abbreviation of the standard library alone is no candidate.
    return start.charAt(0) === 'S' && start !== 'St' && found.kind === 'name' ? found : remember(found)
  }

  function qualifiedType(): Node {
    const qualifiers = cvQualifiers()
    const exception: FunctionNode['qualifiers'] = []
    for (;;) {
      if (take('Dx')) exception.push(' transaction_safe')
      else if (take('Do')) exception.push(' noexcept')
      else if (take('DO')) {
        exception.push({ text: ' noexcept', of: [expression()] })
        need('E')
      } else if (take('Dw')) exception.push({ text: ' throw', of: untilE(type) })
      else break
    }
    if (peek() === 'F') return remember(functionType([...qualifiers, ...exception]))
    if (exception.length > 0) fail()
    return remember({ kind: 'qualified', qualifiers, of: type() })
  }

  function extendedType(): Node {
    at++
    const code = peek()
    at++
    if (code === 't' || code === 'T') {
      const found = expression()
      need('E')
      return remember({ kind: 'decltype', expression: found })
    }
    if (code === 'p') return remember({ kind: 'expansion', of: type() })
    if (code === 'v') {
      let size: Node
      if (take('_')) size = expression()
      else size = { kind: 'number', text: digits() }
      need('_')
      return remember({ kind: 'vector', size, of: type() })
    }
    if (code === 'F') {
      const bits = digits()
      if (take('_')) return { kind: 'builtin', text: `_Float${bits}`, literal: 'float' }
      need('x')
      return { kind: 'builtin', text: `_Float${bits}x`, literal: 'float' }
    }
    return { kind: 'builtin', text: extendedTypes[code] ?? fail(), literal: 'cast' }
  }

  function arrayType(): Node {
    need('A')
    let size: Node | null = null
    if (isDigit(peek())) size = { kind: 'number', text: digits() }
    else if (peek() !== '_') size = expression()
    need('_')
    return { kind: 'array', size, of: type() }
  }

  function functionType(qualifiers: FunctionNode['qualifiers']): FunctionNode {
    need('F')
    take('Y')
    const found = bareFunction(true)
    if (take('R')) qualifiers.push(' &')
    else if (take('O')) qualifiers.push(' &&')
    need('E')
    return { ...found, qualifiers }
  }

  function bareFunction(returns: boolean): FunctionNode {
    if (take('J')) returns = true
    const result = returns ? type() : null
    const ends = () => at >= text.length || peek() === 'E' || peek() === '.' || (/[RO]/.test(peek()) && peek(1) === 'E')
    return { kind: 'function', returns: result, parameters: parameterList(ends), qualifiers: [] }
  }

  /** Types up to the end; a single `void` is none. */
  function parameterList(ends: () => boolean): Node[] {
    const list: Node[] = []
    while (!ends()) list.push(type())
    if (list.length === 0) fail()
    const [first] = list
    return list.length === 1 && first.kind === 'builtin' && first.text === 'void' ? [] : list
  }

  function literal(): Node {
    need('L')
    if (peek() === '_' || peek() === 'Z') {
      const found = mangledName(false)
      need('E')
      return found
    }
    const of = type()
    if (of.kind === 'builtin' && of.text === 'decltype(nullptr)') {
      take('0')
      need('E')
      return of
    }
    const negative = take('n')
    const start = at
    while (peek() !== 'E' && at < text.length) at++
    const value = text.slice(start, at)
    need('E')
    return { kind: 'literal', type: of, value, negative }
  }

  function expression(): Node {
    return nested(readExpression)
  }

  function readExpression(): Node {
    const first = peek()
    const code = two()
    if (first === 'L') return literal()
    if (first === 'T') return templateParameter()
    if (code === 'sr') {
      at += 2
      const within = levels ? qualifierLevels() : type()
      const member = unqualified(within)
      const found: Node = { kind: 'nested', scope: within, name: member }
      return peek() === 'I' ? template(found) : found
    }
    if (code === 'sp') {
      at += 2
      return { kind: 'expansion', of: expression() }
    }
    if (code === 'fp') {
      at += 2
      if (take('T')) return { kind: 'functionParameter', number: 0 }
      cvQualifiers()
      return { kind: 'functionParameter', number: compactNumber() + 1 }
    }
    if (code === 'tl' || code === 'il') {
      at += 2
      const of = code === 'tl' ? type() : null
      return { kind: 'braces', type: of, items: untilE(expression) }
    }
    if (isDigit(first) || code === 'on') {
      if (code === 'on') at += 2
      const found = isDigit(first) ? unqualified(null) : operatorName()
      return peek() === 'I' ? template(found) : found
    }
    return operatorExpression()
  }

  /** Names up to an E, each within the one before: the newer way to write where a member belongs. */
  function qualifierLevels(): Node {
    let found: Node | null = take('N') ? type() : null
    while (!take('E')) {
      const level = sourceName()
      found = found ? { kind: 'nested', scope: found, name: level } : level
      if (peek() === 'I') found = template(found)
    }
    return found ?? fail()
  }

  function operatorExpression(): Node {
    const operator = operatorName()
    if (operator.kind === 'conversion') {
      if (take('_')) return { kind: 'cast', to: operator.to, operand: { kind: 'list', items: untilE(expression) } }
      return { kind: 'cast', to: operator.to, operand: expression() }
    }
    if (operator.kind !== 'operator') return fail()
    const { code } = operator
    const operands = operators[code]?.[1] ?? 1
    if (operands === 0) return operator
    if (code === 'st' || code === 'ti' || code === 'at')
      return { kind: 'unary', operator, operand: type(), isSuffix: false }
    if (code === 'sP')
      return { kind: 'unary', operator, operand: { kind: 'list', items: untilE(templateArg) }, isSuffix: false }
    if (operands === 1) {
      const isSuffix = (code === 'pp' || code === 'mm') && !take('_')
      return { kind: 'unary', operator, operand: expression(), isSuffix }
    }
    if (code === 'fl' || code === 'fr' || code === 'fL' || code === 'fR') {
      const inner = operatorName()
      if (inner.kind !== 'operator') return fail()
      const one = expression()
      return { kind: 'fold', code, operator: inner, first: one, second: code.charAt(1) < 'a' ? expression() : null }
    }
    if (operands === 2) {
      const casts = /^(cc|dc|rc|sc)$/.test(code)
      const left = casts ? type() : code === 'di' ? unqualified(null) : expression()
      return { kind: 'binary', operator, left, right: rightOperand(code) }
    }
    if (code === 'nw' || code === 'na') {
      const placement = untilE(expression, '_')
      const of = type()
      let init: Node | null = null
      if (take('pi')) init = { kind: 'list', items: untilE(expression) }
      else if (!take('E')) init = expression()
      return { kind: 'new', operator, placement, type: of, init }
    }
    return { kind: 'conditional', operator, first: expression(), second: expression(), third: expression() }
  }

  function rightOperand(code: string): Node {
    if (code === 'cl') return { kind: 'list', items: untilE(expression) }
    if (code !== 'dt' && code !== 'pt') return expression()
    if (two() === 'sr' || two() === 'gs') return expression()
    const found = unqualified(null)
    return peek() === 'I' ? template(found) : found
  }

  let result = mangledName(true)
  while (peek() === '.' && /[a-z_0-9]/.test(peek(1))) {
    const suffix = /^\.[a-z_0-9]+(\.\d+)*/.exec(text.slice(at))
    if (!suffix) return fail()
    at += suffix[0].length
    result = { kind: 'clone', of: result, suffix: suffix[0] }
  }
  return at === text.length ? result : fail()
}

const isDigit = (character: string) => character >= '0' && character <= '9' && character !== ''

/** What a name ends with: of `a::b`, b. */
function last(node: Node): Node {
  let found = node
  for (;;) {
    if (
      found.kind === 'nested' ||
      found.kind === 'local' ||
      found.kind === 'methodQualified' ||
      found.kind === 'tagged'
    )
      found = found.name
    else return found
  }
}

/** Functions from templates are mangled with their return type, constructors and conversions excepted. */
function hasReturnType(name: Node): boolean {
  if (name.kind === 'methodQualified' || name.kind === 'local') return hasReturnType(name.name)
  if (name.kind !== 'template') return false
  const end = last(name.name)
  return end.kind !== 'constructor' && end.kind !== 'conversion'
}
