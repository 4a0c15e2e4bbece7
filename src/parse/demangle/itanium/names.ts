// Names of functions, classes and operators, with the scopes that they are within.

import { readUnnamedType } from './lambdas.ts'
import { isDigit, type NameReader } from './nameReader.ts'
import type { Node } from './nodes.ts'
import { operators, standardNames } from './tables.ts'

export const readName = (reader: NameReader): Node => reader.nested(() => anyName(reader))

function anyName(reader: NameReader): Node {
  const first = reader.peek()
  if (first === 'N') return nestedName(reader)
  if (first === 'Z') return localName(reader)
  if (first === 'S' && reader.peek(1) !== 't') return withTemplateArgs(reader, readSubstitution(reader, false))
  let found: Node
  if (reader.take('St')) found = { kind: 'nested', scope: { kind: 'name', text: 'std' }, name: readUnqualified(reader) }
  else found = readUnqualified(reader)
  return reader.peek() === 'I' ? withTemplateArgs(reader, reader.remember(found)) : found
}

/** The name with template arguments where they follow. */
export function withTemplateArgs(reader: NameReader, name: Node): Node {
  return reader.peek() === 'I' ? { kind: 'template', name, args: reader.rules.templateArgs(reader) } : name
}

function nestedName(reader: NameReader): Node {
  reader.need('N')
  const qualifiers = readCvQualifiers(reader)
  if (reader.take('R')) qualifiers.push(' &')
  else if (reader.take('O')) qualifiers.push(' &&')
  const found = readPrefix(reader, true)
  reader.need('E')
  return qualifiers.length > 0 ? { kind: 'methodQualified', name: found, qualifiers } : found
}

/** Mangled from the outside in, and written from the inside out. */
export function readCvQualifiers(reader: NameReader): string[] {
  const qualifiers: string[] = []
  for (;;) {
    if (reader.take('r')) qualifiers.unshift(' restrict')
    else if (reader.take('V')) qualifiers.unshift(' volatile')
    else if (reader.take('K')) qualifiers.unshift(' const')
    else return qualifiers
  }
}

/** A name up to an E, each part within the one before; whether the parts are remembered. */
export function readPrefix(reader: NameReader, isRemembered: boolean): Node {
  let found: Node | null = null
  for (;;) {
    const first = reader.peek()
    if (first === 'E') return found ?? reader.fail()
    if (first === 'M') {
      reader.at++ // the initialiser of the member just read
      continue
    }
    let isKnown = false
    if (first === 'I') found = withTemplateArgs(reader, found ?? reader.fail())
    else {
      let part: Node
      if (first === 'S' && !found) {
        isKnown = true
        if (reader.take('St')) part = { kind: 'name', text: 'std' }
        else part = readSubstitution(reader, true)
      } else if (first === 'T' && !found) part = readTemplateParameter(reader)
      else if (first === 'D' && /[tT]/.test(reader.peek(1)) && !found) part = reader.rules.type(reader)
      else part = readUnqualified(reader)
      found = found ? { kind: 'nested', scope: found, name: part } : part
    }
    if (isRemembered && !isKnown && reader.peek() !== 'E') reader.remember(found)
  }
}

function localName(reader: NameReader): Node {
  reader.need('Z')
  const scope = reader.rules.encoding(reader)
  if (scope.kind === 'encoding') scope.type.returns = null
  reader.need('E')
  if (reader.take('s')) {
    discriminator(reader)
    return { kind: 'local', scope, name: { kind: 'name', text: 'string literal' }, argument: null }
  }
  const argument = reader.take('d') ? reader.compactNumber() : null
  const name = readName(reader)
  if (name.kind !== 'lambda' && name.kind !== 'unnamed') discriminator(reader)
  return { kind: 'local', scope, name, argument }
}

function discriminator(reader: NameReader): void {
  if (!reader.take('_')) return
  const isLong = reader.take('_')
  const number = reader.number()
  if (number < 0) reader.fail()
  if (isLong && number >= 10) reader.need('_')
}

/** A name without its scope. */
export function readUnqualified(reader: NameReader): Node {
  const first = reader.peek()
  let found: Node
  if (isDigit(first)) found = readSourceName(reader)
  else if (reader.take('L')) {
    found = readSourceName(reader)
    discriminator(reader)
  } else if (first === 'C' || (first === 'D' && isDigit(reader.peek(1)))) found = constructorName(reader)
  else if (reader.take('DC')) found = { kind: 'bindings', names: reader.listUntil('E', readSourceName) }
  else if (first === 'U') found = readUnnamedType(reader)
  else if (first >= 'a' && first <= 'z') {
    const isNamed = reader.take('on')
    found = readOperator(reader)
    // Within an expression, a conversion is taken for a cast, which is no name.
    if (found.kind === 'conversion' && reader.inExpression && !isNamed) reader.fail()
    if (found.kind === 'operator' && found.code === 'li')
      found = { kind: 'literalOperator', name: readSourceName(reader) }
  } else return reader.fail()
  return withTags(reader, found)
}

function withTags(reader: NameReader, name: Node): Node {
  let found = name
  while (reader.take('B')) found = { kind: 'tagged', name: found, tag: readSourceText(reader) }
  return found
}

function constructorName(reader: NameReader): Node {
  const destroys = reader.peek() === 'D'
  reader.at++
  const inherits = !destroys && reader.take('I')
  if (!isDigit(reader.peek())) reader.fail()
  reader.at++
  if (inherits) reader.rules.type(reader)
  return { kind: 'constructor', of: reader.lastName ?? reader.fail(), destroys }
}

/** So many characters as the number before them says. */
export function readSourceText(reader: NameReader): string {
  const length = Number(reader.digits())
  const start = reader.at
  if (!(length > 0) || start + length > reader.text.length) reader.fail()
  reader.at += length
  return reader.text.slice(start, reader.at)
}

export function readSourceName(reader: NameReader): Node {
  const text = readSourceText(reader)
  const found: Node = { kind: 'name', text: /^_GLOBAL_[._$]N/.test(text) ? '(anonymous namespace)' : text }
  reader.lastName = found
  return found
}

export function readOperator(reader: NameReader): Node {
  const code = reader.two()
  reader.at += 2
  if (code === 'cv') return conversion(reader)
  if (code === 'li') return { kind: 'operator', text: '""', code }
  if (code.charAt(0) === 'v' && isDigit(code.charAt(1))) return { kind: 'operator', text: readSourceText(reader), code }
  const [text] = operators[code] ?? reader.fail()
  return { kind: 'operator', text, code }
}

function conversion(reader: NameReader): Node {
  const before = reader.inConversion
  reader.inConversion = !reader.inExpression
  const to = reader.rules.type(reader)
  reader.inConversion = before
  return { kind: 'conversion', to }
}

/** What was read before, or an abbreviation of the standard library; in full where a constructor follows. */
export function readSubstitution(reader: NameReader, isPrefix: boolean): Node {
  reader.need('S')
  const first = reader.peek()
  if (/[0-9A-Z_]/.test(first)) {
    const start = reader.at
    while (/[0-9A-Z]/.test(reader.peek())) reader.at++
    const code = reader.text.slice(start, reader.at)
    reader.need('_')
    return reader.substitutions[code === '' ? 0 : Number.parseInt(code, 36) + 1] ?? reader.fail()
  }
  reader.at++
  const [short, full, last] = standardNames[first] ?? reader.fail()
  const builds = isPrefix && /[CD]/.test(reader.peek())
  const found: Node = { kind: 'name', text: builds ? full : short }
  reader.lastName = { kind: 'name', text: last }
  return reader.peek() === 'B' ? reader.remember(withTags(reader, found)) : found
}

export function readTemplateParameter(reader: NameReader): Node {
  reader.need('T')
  return { kind: 'parameter', index: reader.compactNumber() }
}
