// Types, and the arguments of templates.

import { isDigit, type NameReader } from './nameReader.ts'
import {
  readCvQualifiers,
  readName,
  readSourceName,
  readSourceText,
  readSubstitution,
  readTemplateParameter,
  withTemplateArgs,
} from './names.ts'
import type { FunctionNode, Node } from './nodes.ts'
import { builtinTypes, extendedTypes } from './tables.ts'

export const readType = (reader: NameReader): Node => reader.nested(() => anyType(reader))

function anyType(reader: NameReader): Node {
  const first = reader.peek()
  if (first === 'r' || first === 'V' || first === 'K') return qualifiedType(reader)
  const builtin = builtinTypes[first]
  if (builtin) {
    reader.at++
    return { kind: 'builtin', text: builtin[0], literal: builtin[1] }
  }
  switch (first) {
    case 'F':
      return reader.remember(functionType(reader, []))
    case 'A':
      return reader.remember(arrayType(reader))
    case 'P':
    case 'R':
    case 'O':
      reader.at++
      return reader.remember({
        kind: 'pointer',
        mark: first === 'P' ? '*' : first === 'R' ? '&' : '&&',
        to: readType(reader),
      })
    case 'C':
    case 'G':
      reader.at++
      return reader.remember({
        kind: 'suffixed',
        suffix: first === 'C' ? ' _Complex' : ' _Imaginary',
        of: readType(reader),
      })
    case 'M': {
      reader.at++
      const of = readType(reader)
      return reader.remember({ kind: 'member', of, to: readType(reader) })
    }
    case 'T': {
      const found = reader.remember(readTemplateParameter(reader))
      return reader.peek() === 'I' && !areOfConversion(reader)
        ? reader.remember(withTemplateArgs(reader, found))
        : found
    }
    case 'U':
      return vendorQualifiedType(reader)
    case 'u':
      reader.at++
      return reader.remember(withTemplateArgs(reader, readSourceName(reader)))
    case 'D':
      return /[xoOw]/.test(reader.peek(1)) ? qualifiedType(reader) : extendedType(reader)
    default:
      return namedType(reader)
  }
}

/** Whether the template arguments ahead belong to the conversion operator, and not to the type that it converts to. */
function areOfConversion(reader: NameReader): boolean {
  if (!reader.inConversion) return false
  const { at } = reader
  const known = reader.conversionArgs.get(at)
  if (known !== undefined) return known
  const { length } = reader.substitutions
  reader.inConversion = false
  readTemplateArgs(reader)
  const areLast = reader.peek() !== 'I'
  reader.inConversion = true
  reader.at = at
  reader.substitutions.length = length
  reader.conversionArgs.set(at, areLast)
  return areLast
}

function namedType(reader: NameReader): Node {
  const start = reader.two()
  if (/^S[0-9A-Z_]/.test(start)) {
    const known = readSubstitution(reader, false)
    return reader.peek() === 'I' ? reader.remember(withTemplateArgs(reader, known)) : known
  }
  const found = readName(reader)
  // An abbreviation of the standard library alone is no candidate.
  return start.charAt(0) === 'S' && start !== 'St' && found.kind === 'name' ? found : reader.remember(found)
}

function vendorQualifiedType(reader: NameReader): Node {
  reader.at++
  const qualifier = readSourceText(reader)
  const args = reader.peek() === 'I' ? readTemplateArgs(reader) : null
  const of = readType(reader)
  if (!args) return reader.remember({ kind: 'suffixed', suffix: ` ${qualifier}`, of })
  const named: Node = { kind: 'template', name: { kind: 'name', text: qualifier }, args }
  return reader.remember({ kind: 'list', items: [of, named] })
}

function qualifiedType(reader: NameReader): Node {
  const qualifiers = readCvQualifiers(reader)
  const exceptions: FunctionNode['qualifiers'] = []
  for (;;) {
    if (reader.take('Dx')) exceptions.push(' transaction_safe')
    else if (reader.take('Do')) exceptions.push(' noexcept')
    else if (reader.take('DO')) {
      exceptions.push({ text: ' noexcept', of: [reader.rules.expression(reader)] })
      reader.need('E')
    } else if (reader.take('Dw')) exceptions.push({ text: ' throw', of: reader.listUntil('E', readType) })
    else break
  }
  if (reader.peek() === 'F') return reader.remember(functionType(reader, [...qualifiers, ...exceptions]))
  if (exceptions.length > 0) reader.fail()
  return reader.remember({ kind: 'qualified', qualifiers, of: readType(reader) })
}

function extendedType(reader: NameReader): Node {
  reader.at++
  const code = reader.peek()
  reader.at++
  if (code === 't' || code === 'T') {
    const expression = reader.rules.expression(reader)
    reader.need('E')
    return reader.remember({ kind: 'decltype', expression })
  }
  if (code === 'p') return reader.remember({ kind: 'expansion', of: readType(reader) })
  if (code === 'v') {
    const size: Node = reader.take('_') ? reader.rules.expression(reader) : { kind: 'number', text: reader.digits() }
    reader.need('_')
    return reader.remember({ kind: 'vector', size, of: readType(reader) })
  }
  if (code === 'F') {
    const bits = reader.digits()
    if (bits === '16' && reader.take('b')) return { kind: 'builtin', text: 'std::bfloat16_t', literal: 'float' }
    if (reader.take('_')) return { kind: 'builtin', text: `_Float${bits}`, literal: 'cast' }
    reader.need('x')
    return { kind: 'builtin', text: `_Float${bits}x`, literal: 'cast' }
  }
  return { kind: 'builtin', text: extendedTypes[code] ?? reader.fail(), literal: code === 'h' ? 'float' : 'cast' }
}

function arrayType(reader: NameReader): Node {
  reader.need('A')
  let size: Node | null = null
  if (isDigit(reader.peek())) size = { kind: 'number', text: reader.digits() }
  else if (reader.peek() !== '_') size = reader.rules.expression(reader)
  reader.need('_')
  return { kind: 'array', size, of: readType(reader) }
}

function functionType(reader: NameReader, qualifiers: FunctionNode['qualifiers']): FunctionNode {
  reader.need('F')
  reader.take('Y')
  const found = readFunction(reader, true)
  if (reader.take('R')) qualifiers.push(' &')
  else if (reader.take('O')) qualifiers.push(' &&')
  reader.need('E')
  return { ...found, qualifiers }
}

/** Parameters, after the type of the result where there is one. */
export function readFunction(reader: NameReader, hasResult: boolean): FunctionNode {
  const saysResult = reader.take('J')
  const returns = hasResult || saysResult ? readType(reader) : null
  const ends = () => {
    const first = reader.peek()
    return first === '' || first === 'E' || first === '.' || (/[RO]/.test(first) && reader.peek(1) === 'E')
  }
  return { kind: 'function', returns, parameters: readParameters(reader, ends), qualifiers: [] }
}

export function readParameters(reader: NameReader, ends: () => boolean): Node[] {
  const list: Node[] = []
  while (!ends()) list.push(readType(reader))
  if (list.length === 0) reader.fail()
  const [first] = list
  return list.length === 1 && first.kind === 'builtin' && first.text === 'void' ? [] : list
}

export function readTemplateArgs(reader: NameReader): Node[] {
  if (!reader.take('I')) reader.need('J')
  return reader.keepingLastName(() => reader.listUntil('E', readTemplateArg))
}

export function readTemplateArg(reader: NameReader): Node {
  const first = reader.peek()
  if (first === 'X') {
    reader.at++
    const found = reader.rules.expression(reader)
    reader.need('E')
    return found
  }
  if (first === 'L') return reader.rules.literal(reader)
  if (first === 'I' || first === 'J') return { kind: 'pack', items: readTemplateArgs(reader) }
  return readType(reader)
}
