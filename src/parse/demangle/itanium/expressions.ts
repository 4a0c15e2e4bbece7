// Expressions: values of template arguments, and types that are computed from them.

import { isDigit, type NameReader } from './nameReader.ts'
import {
  readCvQualifiers,
  readOperator,
  readPrefix,
  readTemplateParameter,
  readUnqualified,
  withTemplateArgs,
} from './names.ts'
import type { Node, Operator } from './nodes.ts'
import { operators } from './tables.ts'
import { readTemplateArg, readType } from './types.ts'

export function readExpression(reader: NameReader): Node {
  const before = reader.inExpression
  reader.inExpression = true
  const found = reader.nested(() => anyExpression(reader))
  reader.inExpression = before
  return found
}

export function readLiteral(reader: NameReader): Node {
  reader.need('L')
  if (reader.peek() === '_' || reader.peek() === 'Z') {
    reader.take('_')
    reader.need('Z')
    const found = reader.rules.encoding(reader)
    reader.need('E')
    return found
  }
  const type = readType(reader)
  if (type.kind === 'builtin' && type.text === 'decltype(nullptr)' && reader.take('E')) return type
  const negative = reader.take('n')
  const start = reader.at
  while (reader.peek() !== 'E' && !reader.atEnd) reader.at++
  const value = reader.text.slice(start, reader.at)
  if (value === '') reader.fail()
  reader.need('E')
  return { kind: 'literal', type, value, negative }
}

function anyExpression(reader: NameReader): Node {
  const first = reader.peek()
  if (first === 'L') return readLiteral(reader)
  if (first === 'T') return readTemplateParameter(reader)
  if (reader.take('sr')) {
    const scope = unresolvedScope(reader)
    const name = readUnqualified(reader)
    return withTemplateArgs(reader, { kind: 'nested', scope, name })
  }
  if (reader.take('sp')) return { kind: 'expansion', of: readExpression(reader) }
  if (reader.take('fp')) {
    if (reader.take('T')) return { kind: 'functionParameter', number: 0 }
    readCvQualifiers(reader)
    return { kind: 'functionParameter', number: reader.compactNumber() + 1 }
  }
  if (reader.take('tl')) return { kind: 'braces', type: readType(reader), items: expressionsUntil(reader, 'E') }
  if (reader.take('il')) return { kind: 'braces', type: null, items: expressionsUntil(reader, 'E') }
  if (isDigit(first)) return withTemplateArgs(reader, readUnqualified(reader))
  if (reader.take('on'))
    return withTemplateArgs(reader, isDigit(reader.peek()) ? readUnqualified(reader) : readOperator(reader))
  return operatorExpression(reader)
}

const expressionsUntil = (reader: NameReader, end: string) => reader.listUntil(end, readExpression)

/** What a dependent member belongs to: a type, or, in the newer grammar, a name up to an E that is optional to GNU. */
function unresolvedScope(reader: NameReader): Node {
  if (!reader.isNewer || !/[0-9a-zCUL]/.test(reader.peek())) return readType(reader)
  reader.sawUnresolved = true
  const found = readPrefix(reader, false)
  reader.take('E')
  return found
}

function operatorExpression(reader: NameReader): Node {
  const operator = readOperator(reader)
  if (operator.kind === 'conversion') {
    const list = reader.take('_')
    const operand: Node = list ? { kind: 'list', items: expressionsUntil(reader, 'E') } : readExpression(reader)
    return { kind: 'cast', to: operator.to, operand }
  }
  if (operator.kind !== 'operator') return reader.fail()
  const { code } = operator
  switch (code) {
    case 'st':
      return { kind: 'unary', operator, operand: readType(reader), isSuffix: false }
    case 'sP': {
      const operand: Node = { kind: 'list', items: reader.listUntil('E', readTemplateArg) }
      return { kind: 'unary', operator, operand, isSuffix: false }
    }
    case 'fl':
    case 'fr':
      return fold(reader, code, false)
    case 'fL':
    case 'fR':
      return fold(reader, code, true)
    case 'nw':
    case 'na':
      return newExpression(reader, operator)
  }
  const operands = operators[code]?.[1] ?? 1
  if (operands === 0) return { kind: 'number', text: operator.text }
  if (operands === 1) {
    const isSuffix = (code === 'pp' || code === 'mm') && !reader.take('_')
    return { kind: 'unary', operator, operand: readExpression(reader), isSuffix }
  }
  if (operands === 2)
    return { kind: 'binary', operator, left: leftOperand(reader, code), right: rightOperand(reader, code) }
  const [first, second, third] = [readExpression(reader), readExpression(reader), readExpression(reader)]
  return { kind: 'conditional', operator, first, second, third }
}

function fold(reader: NameReader, code: string, hasSecond: boolean): Node {
  const operator = readOperator(reader)
  if (operator.kind !== 'operator') return reader.fail()
  const first = readExpression(reader)
  return { kind: 'fold', code, operator, first, second: hasSecond ? readExpression(reader) : null }
}

function newExpression(reader: NameReader, operator: Operator): Node {
  const placement = expressionsUntil(reader, '_')
  const type = readType(reader)
  let init: Node | null = null
  if (reader.take('pi')) init = { kind: 'list', items: expressionsUntil(reader, 'E') }
  else if (!reader.take('E')) init = readExpression(reader)
  return { kind: 'new', operator, placement, type, init }
}

function leftOperand(reader: NameReader, code: string): Node {
  if (/^(cc|dc|rc|sc)$/.test(code)) return readType(reader)
  return code === 'di' ? readUnqualified(reader) : readExpression(reader)
}

function rightOperand(reader: NameReader, code: string): Node {
  if (code === 'cl') return { kind: 'list', items: expressionsUntil(reader, 'E') }
  if (code !== 'dt' && code !== 'pt') return readExpression(reader)
  if (reader.two() === 'sr' || reader.two() === 'gs') return readExpression(reader)
  return withTemplateArgs(reader, readUnqualified(reader))
}
